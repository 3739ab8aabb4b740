import { answerOf, client } from './transport';
import type { ClassView, Suggestion } from './views';

/** Names come in both languages; a county's own catalogue may leave the English one empty. */
export interface Named {
    name_zh: string;
    name_en: string;
}

export const matters = {
    /** Everything in force: classes, subclasses, matters. */
    catalogue: (): Promise<{ classes: ClassView[] }> => answerOf(client.GET('/api/v1/matters')),
    suggest: (text: string): Promise<{ items: Suggestion[] }> =>
        answerOf(client.POST('/api/v1/matters/suggestions', { body: { text } })),
};
