import type { components } from './contract';
import { answerOf, client } from './transport';
import type { ClassView, Suggestion } from './views';

type Schemas = components['schemas'];

export type Bearing = Schemas['Bearing'];
export type Funding = Schemas['Funding'];
export type Severity = Schemas['Severity'];
export type Evidence = Schemas['Evidence'];
export type LimitStage = Schemas['LimitStage'];
/** The newest version of a matter; its `limits` are those that hold, the county's own included. */
export type Matter = Schemas['MatterView'];
export type MatterContent = Schemas['FileMatter'];
export type MatterInput = Schemas['FileMatterInput'];
export type StageLimit = Schemas['FileLimit'];
export type ResponsibleUnit = Schemas['FileUnit'];
export type CatalogueFile = Schemas['CatalogueFile'];
export type ImportedCatalogue = Schemas['ImportedCatalogue'];

/** Names come in both languages; a county's own catalogue may leave the English one empty. */
export interface Named {
    name_zh: string;
    name_en: string;
}

const one = (id: string): { path: { id: string } } => ({ path: { id } });

export const matters = {
    /** Everything in force: classes, subclasses, matters. */
    catalogue: (signal?: AbortSignal): Promise<{ classes: ClassView[] }> => answerOf(client.GET('/api/v1/matters', { signal })),
    suggest: (text: string): Promise<{ items: Suggestion[] }> =>
        answerOf(client.POST('/api/v1/matters/suggestions', { body: { text } })),
    read: (id: string, signal?: AbortSignal): Promise<Matter> =>
        answerOf(client.GET('/api/v1/matters/{id}', { params: one(id), signal })),
    add: (subclass_code: string, content: MatterInput): Promise<Matter> =>
        answerOf(client.POST('/api/v1/matters', { body: { subclass_code, content } })),
    /** Begins the next version at once; `version` is the one that the editor saw. */
    change: (id: string, version: number, content: MatterInput): Promise<Matter> =>
        answerOf(client.PUT('/api/v1/matters/{id}', { params: one(id), body: { version, content } })),
    end: (id: string, version: number): Promise<Matter> =>
        answerOf(client.POST('/api/v1/matters/{id}/end', { params: one(id), body: { version } })),
    /** Makes the file the county's catalogue: everything or nothing. */
    import: (file: CatalogueFile): Promise<ImportedCatalogue> => answerOf(client.POST('/api/v1/matters/import', { body: file })),
};
