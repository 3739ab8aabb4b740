import type { components, paths } from './contract';
import { filed, type FileReport } from './imports';
import { answerOf, client } from './transport';
import type { UnitRow } from './views';

type Schemas = components['schemas'];

export type UnitKind = Schemas['UnitKind'];
export type NewUnit = Schemas['CreateUnit'];
export type UnitChange = Schemas['ChangeUnit'];

const one = (id: string): { path: { id: string } } => ({ path: { id } });
type UnitQuery = NonNullable<paths['/api/v1/units']['get']['parameters']['query']>;

export const units = {
    /** The units in force: attached to `path`, `within` it, or those that `q` finds. */
    list: async (query: UnitQuery, signal?: AbortSignal): Promise<UnitRow[]> =>
        (await answerOf(client.GET('/api/v1/units', { params: { query }, signal }))).items,
    read: (id: string, signal?: AbortSignal): Promise<UnitRow> =>
        answerOf(client.GET('/api/v1/units/{id}', { params: one(id), signal })),
    create: (body: NewUnit): Promise<UnitRow> => answerOf(client.POST('/api/v1/units', { body })),
    change: (id: string, body: UnitChange): Promise<UnitRow> => answerOf(client.PATCH('/api/v1/units/{id}', { params: one(id), body })),
    close: (id: string): Promise<unknown> => answerOf(client.POST('/api/v1/units/{id}/close', { params: one(id), body: {} })),
    /** Everything or nothing. */
    import: (file: File, dryRun: boolean): Promise<FileReport> => answerOf(client.POST('/api/v1/units/import', filed(file, dryRun))),
    /** All units in force, as a table whose head is in the reader's language. */
    export: (): Promise<Blob> => answerOf(client.GET('/api/v1/units/export', { parseAs: 'blob' })),
};
