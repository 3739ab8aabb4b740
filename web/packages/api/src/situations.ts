import type { components, operations } from './contract';
import { answerOf, client } from './transport';

type Schemas = components['schemas'];

export type SituationView = Schemas['SituationView'];
export type SituationPart = Schemas['SituationPart'];
export type SituationCounts = Schemas['SituationCounts'];
type SituationQuery = NonNullable<operations['getCasesSituation']['parameters']['query']>;

export const situations = {
    /** How the open cases of a place, or of all that the reader sees, stand now, and where they lie. */
    of: (query: SituationQuery, signal?: AbortSignal): Promise<SituationView> =>
        answerOf(client.GET('/api/v1/cases/situation', { params: { query }, signal })),
};
