import type { components } from './contract';
import { answerOf, client } from './transport';
import { filed, type FileReport } from './imports';
import type { NodeView } from './views';

type Schemas = components['schemas'];

export type NodeKind = Schemas['NodeKind'];
export type NewNode = Schemas['CreateNode'];
export type NodeChange = Schemas['ChangeNode'];
export type CodeRule = Schemas['CodeRule'];
export type TerritorySetting = Schemas['SettingView'];
export type DrawingReport = Schemas['DrawingCoverageView'];
export type DrawingFault = Schemas['DrawingFaultView'];
export type DrawingFaultKind = Schemas['DrawingFaultKind'];
export type TerritoryFormat = Schemas['ExportFormat'];

const one = (id: string): { path: { id: string } } => ({ path: { id } });

/** What changes the territory and its settings, and what tells how well it is drawn. */
export const territoryEdits = {
    create: (body: NewNode): Promise<NodeView> => answerOf(client.POST('/api/v1/territory', { body })),
    /** `seen` is the `valid_from` that was on the screen: a change made meanwhile is not written over. */
    change: (id: string, body: NodeChange): Promise<NodeView> =>
        answerOf(client.PATCH('/api/v1/territory/{id}', { params: one(id), body })),
    close: (id: string): Promise<unknown> => answerOf(client.POST('/api/v1/territory/{id}/close', { params: one(id), body: {} })),
    settings: (signal?: AbortSignal): Promise<TerritorySetting> => answerOf(client.GET('/api/v1/territory/settings', { signal })),
    saveSettings: (body: TerritorySetting): Promise<TerritorySetting> => answerOf(client.PUT('/api/v1/territory/settings', { body })),
    /** Everything or nothing; GeoJSON when the file is called so, else CSV. */
    import: (file: File, dryRun: boolean): Promise<FileReport> => answerOf(client.POST('/api/v1/territory/import', filed(file, dryRun))),
    export: (path: string, format: TerritoryFormat): Promise<Blob> =>
        answerOf(client.GET('/api/v1/territory/export', { params: { query: { path, format } }, parseAs: 'blob' })),
    /** How the boundaries at and below `path` fit; takes seconds for a large county. */
    coverage: (path: string, signal?: AbortSignal): Promise<DrawingReport> =>
        answerOf(client.GET('/api/v1/territory/coverage', { params: { query: { path } }, signal })),
};
