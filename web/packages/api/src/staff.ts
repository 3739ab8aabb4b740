import type { components, operations } from './contract';
import { filed, type FileReport } from './imports';
import { answerOf, client } from './transport';

type Schemas = components['schemas'];

export type PostKind = Schemas['PostKind'];
export type Side = Schemas['Side'];
/** A person in posts. */
export type Member = Schemas['MemberView'];
export type NewMember = Schemas['AddMember'];
export type MemberChange = Schemas['ChangeMember'];
export type Post = Schemas['PostView'];
export type NewPost = Schemas['CreatePost'];
export type PostChange = Schemas['ChangePost'];
export type Holding = Schemas['HoldingView'];
export type Appointment = Schemas['Appoint'];
export type Absence = Schemas['AwayView'];
export type NewAbsence = Schemas['SetAway'];
export type OwnPost = Schemas['OwnPost'];
export type OwnAbsence = Schemas['OwnAwayView'];
export type NewOwnAbsence = Schemas['SetOwnAway'];
export type StaffGap = Schemas['StaffGapView'];
export type StaffGapKind = Schemas['StaffGapKind'];
export type StaffCoverage = Schemas['StaffCoverageView'];
export type MemberQuery = NonNullable<operations['getStaff']['parameters']['query']>;

/** A file as one part of a form; the contract calls its content a text. */
function formOf(file: File): FormData {
    const form = new FormData();
    form.append('file', file, file.name);
    return form;
}

export const staff = {
    list: async (query: MemberQuery): Promise<Member[]> => (await answerOf(client.GET('/api/v1/staff', { params: { query } }))).items,
    add: (body: NewMember): Promise<Member> => answerOf(client.POST('/api/v1/staff', { body })),
    /** What is left out stays; `no_account` takes the account away. */
    change: (id: string, body: MemberChange): Promise<Member> =>
        answerOf(client.PATCH('/api/v1/staff/{id}', { params: { path: { id } }, body })),
    setPhoto: (id: string, file: File): Promise<Member> =>
        answerOf(client.POST('/api/v1/staff/{id}/photo', {
            params: { path: { id } }, body: { file: file.name }, bodySerializer: () => formOf(file),
        })),
    removePhoto: (id: string): Promise<Member> => answerOf(client.DELETE('/api/v1/staff/{id}/photo', { params: { path: { id } } })),
    /** The picture itself, asked for anew. */
    photo: (id: string): Promise<Blob> =>
        answerOf(client.GET('/api/v1/staff/{id}/photo', { params: { path: { id }, query: { size: 'thumb' } }, parseAs: 'blob' })),
    /** Grids without a lead or worker as A and B; of the whole county when no path is given. */
    coverage: (path?: string): Promise<StaffCoverage> =>
        answerOf(client.GET('/api/v1/staff/coverage', { params: { query: path ? { path } : {} } })),
};

export const posts = {
    /** Of one node; with `past` those that are closed as well. */
    at: async (node: string, past = false): Promise<Post[]> =>
        (await answerOf(client.GET('/api/v1/posts', { params: { query: { node_id: node, past } } }))).items,
    create: (body: NewPost): Promise<Post> => answerOf(client.POST('/api/v1/posts', { body })),
    change: (id: string, body: PostChange): Promise<Post> =>
        answerOf(client.PATCH('/api/v1/posts/{id}', { params: { path: { id } }, body })),
    /** Now when no time is given; so everywhere below. */
    close: async (id: string, at?: string): Promise<void> =>
        void (await answerOf(client.POST('/api/v1/posts/{id}/close', { params: { path: { id } }, body: { at } }))),
    appoint: (id: string, body: Appointment): Promise<Post> =>
        answerOf(client.POST('/api/v1/posts/{id}/holdings', { params: { path: { id } }, body })),
    dismiss: async (holding: string, at?: string): Promise<void> =>
        void (await answerOf(client.POST('/api/v1/holdings/{id}/end', { params: { path: { id: holding } }, body: { at } }))),
    setAway: (holding: string, body: NewAbsence): Promise<Absence> =>
        answerOf(client.POST('/api/v1/holdings/{id}/away', { params: { path: { id: holding } }, body })),
    /** Back; an absence that has not begun leaves no trace. */
    endAway: async (id: string, at?: string): Promise<void> =>
        void (await answerOf(client.POST('/api/v1/away/{id}/end', { params: { path: { id } }, body: { at } }))),
    /** Open posts and who holds them as CSV, in the reader's language. */
    table: (): Promise<Blob> => answerOf(client.GET('/api/v1/posts/export', { parseAs: 'blob' })),
    /** Everything or nothing; with `dryRun` the server only tells what it would do. */
    import: (file: File, dryRun: boolean): Promise<FileReport> => answerOf(client.POST('/api/v1/posts/import', filed(file, dryRun))),
};

/** One's own posts and absences. */
export const ownPosts = {
    list: async (): Promise<OwnPost[]> => (await answerOf(client.GET('/api/v1/me/posts'))).items,
    /** In every post when no holding is named. */
    setAway: async (body: NewOwnAbsence): Promise<OwnAbsence[]> => (await answerOf(client.POST('/api/v1/me/away', { body }))).items,
    endAway: async (id: string): Promise<void> =>
        void (await answerOf(client.POST('/api/v1/me/away/{id}/end', { params: { path: { id } }, body: {} }))),
};
