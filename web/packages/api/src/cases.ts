import type { paths } from './contract';
import { answerOf, client } from './transport';
import type {
    Action, CasePage, CaseQuery, CaseRow, CaseView, InboxCounts, ReportCase, ReporterContact, SimilarCase, SimilarQuery, StepReceipt,
} from './views';

type StepPath = Extract<keyof paths, `/api/v1/cases/{id}/steps/${string}`>;

/** What every step carries; the rest depends on the action. */
export interface Step {
    step_id: string;
    expected_step: number;
    [member: string]: unknown;
}

const one = (id: string): { path: { id: string } } => ({ path: { id } });

export const cases = {
    list: (query: CaseQuery, signal?: AbortSignal): Promise<CasePage> =>
        answerOf(client.GET('/api/v1/cases', { params: { query }, signal })),
    counts: (): Promise<InboxCounts> => answerOf(client.GET('/api/v1/cases/counts')),
    byCode: (code: string): Promise<CaseView> =>
        answerOf(client.GET('/api/v1/cases/by-code/{code}', { params: { path: { code } } })),
    read: (id: string): Promise<CaseView> => answerOf(client.GET('/api/v1/cases/{id}', { params: one(id) })),
    similar: (query: SimilarQuery, signal?: AbortSignal): Promise<{ items: SimilarCase[] }> =>
        answerOf(client.GET('/api/v1/cases/similar', { params: { query }, signal })),
    report: (body: ReportCase): Promise<StepReceipt> => answerOf(client.POST('/api/v1/cases', { body })),
    /** Each action has a body of its own; the table of forms gives it its members, and the server holds it to them. */
    step: (id: string, action: Action, body: Step): Promise<StepReceipt> =>
        answerOf(client.POST(`/api/v1/cases/{id}/steps/${action}` as StepPath, { params: one(id), body: body as never })),
    contact: (id: string, body: { step_id: string; purpose: string }): Promise<ReporterContact> =>
        answerOf(client.POST('/api/v1/cases/{id}/contact', { params: one(id), body })),
    /** What whoever has that number reported before; that it was looked up, and what for, is written down. */
    ofCaller: async (body: { phone: string; purpose: string }, signal?: AbortSignal): Promise<CaseRow[]> =>
        (await answerOf(client.POST('/api/v1/cases/of-caller', { body, signal }))).items,
    watch: (id: string, watched: boolean): Promise<{ watched: boolean }> => answerOf(
        watched
            ? client.POST('/api/v1/cases/{id}/watch', { params: one(id) })
            : client.DELETE('/api/v1/cases/{id}/watch', { params: one(id) }),
    ),
};
