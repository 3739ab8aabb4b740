import type { components } from './contract';
import { answerOf, client } from './transport';

type Schemas = components['schemas'];

export type ExportFormat = Schemas['TableFormat'];
export type CaseExport = Schemas['ExportView'];

/** Copies of lists of cases, which the server makes in the background and keeps for a day. */
export const caseExports = {
    ask: (body: Schemas['ExportCases']): Promise<CaseExport> => answerOf(client.POST('/api/v1/exports', { body })),
    /** The reader's own, newest first. */
    list: async (signal?: AbortSignal): Promise<CaseExport[]> => (await answerOf(client.GET('/api/v1/exports', { signal }))).items,
    /** Stops it, or removes it with its file. */
    remove: (id: string): Promise<unknown> => answerOf(client.DELETE('/api/v1/exports/{id}', { params: { path: { id } } })),
    fileAddress: (id: string): string => `/api/v1/exports/${id}/file`,
};
