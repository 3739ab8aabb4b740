import type { components, operations } from './contract';
import { answerOf, client } from './transport';
import type { CasePage } from './views';

type Schemas = components['schemas'];

export type Figure = Schemas['Figure'];
export type FiguresBy = Schemas['FiguresBy'];
export type Counts = Schemas['Counts'];
export type Rates = Schemas['Rates'];
export type FiguresPart = Schemas['FiguresPart'];
export type FiguresView = Schemas['FiguresView'];
export type FiguresQuery = NonNullable<operations['getCasesFigures']['parameters']['query']>;
export type CountedQuery = NonNullable<operations['getCasesCounted']['parameters']['query']>;

export const figures = {
    /** Counts and rates of what was received in [from, to), at most 366 days; divided when `by` is given. */
    of: (query: FiguresQuery, signal?: AbortSignal): Promise<FiguresView> =>
        answerOf(client.GET('/api/v1/cases/figures', { params: { query }, signal })),
    /** The cases that make up one of its numbers, newest first. */
    cases: (query: CountedQuery, signal?: AbortSignal): Promise<CasePage> =>
        answerOf(client.GET('/api/v1/cases/counted', { params: { query }, signal })),
};
