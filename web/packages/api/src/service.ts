import type { components, operations } from './contract';
import { answerOf, client } from './transport';

type Schemas = components['schemas'];
type Query<Name extends keyof operations> = NonNullable<operations[Name]['parameters']['query']>;

export type RecordKind = Schemas['RecordKind'];
export type RecordManner = Schemas['RecordManner'];
/** What is on file about somebody's service. */
export type StaffRecord = Schemas['RecordView'];
export type PastRecord = Schemas['PastRecordView'];
export type NewRecord = Schemas['AddRecord'];
export type RecordChange = Schemas['ChangeRecord'];
export type DueKind = Schemas['DueKind'];
export type Due = Schemas['DueView'];
export type DueList = Schemas['DueList'];
export type DueQuery = Query<'getStaffDue'>;
export type StaffSettings = Schemas['StaffSettingsView'];
export type HandoverPost = Schemas['HandoverPost'];
export type HandoverPreview = Schemas['HandoverPreview'];
export type Handover = Schemas['HandoverView'];
export type NewHandover = Schemas['HandOver'];
export type Meeting = Schemas['MeetingView'];
export type MeetingPage = Schemas['MeetingViewPage'];
export type NewMeeting = Schemas['AddMeeting'];
export type MeetingChange = Schemas['ChangeMeeting'];
export type MeetingQuery = Query<'getMeetings'>;
export type LogEntry = Schemas['LogView'];
export type LogPage = Schemas['LogViewPage'];
export type NewLogEntry = Schemas['AddLogEntry'];
export type LogQuery = Query<'getWorkLog'>;
export type JointSession = Schemas['HeldSession'];
export type JointSessionPage = Schemas['HeldSessionPage'];
export type JointSessionQuery = Query<'getCasesSessions'>;

const of = (id: string): { path: { id: string } } => ({ path: { id } });

/** What is on file of people in posts: for whoever keeps it, and for each of himself. */
export const records = {
    /** The latest day first; with `removed` those that were entered by mistake as well. */
    list: async (member: string, removed = false): Promise<StaffRecord[]> =>
        (await answerOf(client.GET('/api/v1/staff/{id}/records', { params: { ...of(member), query: { removed } } }))).items,
    own: async (): Promise<StaffRecord[]> => (await answerOf(client.GET('/api/v1/me/records'))).items,
    add: (member: string, body: NewRecord): Promise<StaffRecord> =>
        answerOf(client.POST('/api/v1/staff/{id}/records', { params: of(member), body })),
    change: (id: string, body: RecordChange): Promise<StaffRecord> =>
        answerOf(client.PATCH('/api/v1/staff-records/{id}', { params: of(id), body })),
    remove: (id: string, seen_version: number): Promise<StaffRecord> =>
        answerOf(client.DELETE('/api/v1/staff-records/{id}', { params: { ...of(id), query: { seen_version } } })),
    past: async (id: string): Promise<PastRecord[]> =>
        (await answerOf(client.GET('/api/v1/staff-records/{id}/past', { params: of(id) }))).items,
    due: (query: DueQuery): Promise<DueList> => answerOf(client.GET('/api/v1/staff/due', { params: { query } })),
    settings: (): Promise<StaffSettings> => answerOf(client.GET('/api/v1/staff/settings')),
    set: (training_hours: number): Promise<StaffSettings> => answerOf(client.PUT('/api/v1/staff/settings', { body: { training_hours } })),
};

export const handovers = {
    /** What would go to a successor, and what was handed over before. */
    preview: (member: string): Promise<HandoverPreview> =>
        answerOf(client.GET('/api/v1/staff/{id}/handover', { params: of(member) })),
    /** Everything or nothing. */
    hand: (member: string, body: NewHandover): Promise<Handover> =>
        answerOf(client.POST('/api/v1/staff/{id}/handover', { params: of(member), body })),
};

export const meetings = {
    list: (query: MeetingQuery): Promise<MeetingPage> => answerOf(client.GET('/api/v1/meetings', { params: { query } })),
    add: (body: NewMeeting): Promise<Meeting> => answerOf(client.POST('/api/v1/meetings', { body })),
    change: (id: string, body: MeetingChange): Promise<Meeting> =>
        answerOf(client.PATCH('/api/v1/meetings/{id}', { params: of(id), body })),
    remove: async (id: string): Promise<void> => void (await answerOf(client.DELETE('/api/v1/meetings/{id}', { params: of(id) }))),
    /** Joint sessions to which desks called units, of cases that one may read. */
    joint: (query: JointSessionQuery): Promise<JointSessionPage> =>
        answerOf(client.GET('/api/v1/cases/sessions', { params: { query } })),
};

/** What people note of their days; nothing asks for it. */
export const workLog = {
    list: (query: LogQuery): Promise<LogPage> => answerOf(client.GET('/api/v1/work-log', { params: { query } })),
    own: (after?: string): Promise<LogPage> =>
        answerOf(client.GET('/api/v1/me/work-log', { params: { query: after ? { after } : {} } })),
    add: (body: NewLogEntry): Promise<LogEntry> => answerOf(client.POST('/api/v1/me/work-log', { body })),
    change: (id: string, text: string): Promise<LogEntry> =>
        answerOf(client.PATCH('/api/v1/me/work-log/{id}', { params: of(id), body: { text } })),
    remove: async (id: string): Promise<void> => void (await answerOf(client.DELETE('/api/v1/me/work-log/{id}', { params: of(id) }))),
};
