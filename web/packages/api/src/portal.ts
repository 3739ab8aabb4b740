import type { components } from './contract';
import { answerOf, client } from './transport';

type Schemas = components['schemas'];

export type FoundGrid = Schemas['FoundGrid'];
export type PublicMatter = Schemas['PublicMatter'];
export type PublicClass = Schemas['PublicClass'];
export type PublicReceipt = Schemas['ReceiptView'];
export type ToldCase = Schemas['ToldCase'];
export type Shown = Schemas['Shown'];
export type ReceiptShown = Schemas['ReceiptShown'];
export type ToldStep = Schemas['ToldStep'];
export type PublicCard = Schemas['CardView'];

/** What a receipt says, as its address carries it: seconds since 1970. */
export interface ReceiptSaid {
    code: string;
    at: number;
    by?: number;
    mark: string;
}

/** What is asked without an account. */
export const portal = {
    grids: async (where: { q: string } | { lon: number; lat: number }): Promise<FoundGrid[]> =>
        (await answerOf(client.GET('/api/v1/public/grids', { params: { query: where } }))).items,
    card: (code: string): Promise<PublicCard> => answerOf(client.GET('/api/v1/public/grids/{code}/card', { params: { path: { code } } })),
    matters: async (): Promise<PublicClass[]> => (await answerOf(client.GET('/api/v1/public/matters'))).classes,
    suggestions: async (text: string): Promise<PublicMatter[]> =>
        (await answerOf(client.POST('/api/v1/public/matters/suggestions', { body: { text } }))).items,
    /** The same ids again get the same receipt again. */
    report: (fields: Readonly<Record<string, string | undefined>>, photos: readonly Blob[]): Promise<PublicReceipt> => {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
        for (const photo of photos) form.append('photo', photo, 'photo.jpg');
        // The contract writes the parts as a body; the form is what goes out.
        return answerOf(client.POST('/api/v1/public/reports', { body: {} as never, bodySerializer: () => form }));
    },
    isGenuine: async (said: ReceiptSaid): Promise<boolean> =>
        (await answerOf(client.GET('/api/v1/public/receipts/check', { params: { query: said } }))).genuine,
    follow: (shown: Schemas['Shown']): Promise<ToldCase> => answerOf(client.POST('/api/v1/public/follow', { body: shown })),
    judge: (body: Schemas['Judge']): Promise<ToldCase> => answerOf(client.POST('/api/v1/public/verdicts', { body })),
    reopen: (body: Schemas['Reopen']): Promise<ToldCase> => answerOf(client.POST('/api/v1/public/reopenings', { body })),
};
