import { ask } from './transport';
import type {
    CasePage, CaseQuery, CaseView, FileView, InboxCounts, ReporterContact, SimilarCase, Point, StepReceipt, Action, Channel, Urgency,
} from './views';

export interface ReportCase {
    id: string;
    step_id: string;
    channel: Channel;
    matter: string;
    description: string;
    point?: Point;
    path?: string;
    address?: string;
    occurred_at?: string;
    received_at?: string;
    urgency?: Urgency;
    reporter?: { name?: string; phone?: string; address?: string; wants_answer: boolean };
    outside_no?: string;
    solved_by?: string;
    confidential?: boolean;
    files?: string[];
}

/** What every step carries; the rest depends on the action. */
export interface Step {
    step_id: string;
    expected_step: number;
    [member: string]: unknown;
}

export interface SimilarQuery {
    matter?: string;
    lon?: number;
    lat?: number;
    path?: string;
    text?: string;
}

const one = (id: string): { path: Record<string, string> } => ({ path: { id } });

export const cases = {
    list: (query: CaseQuery, signal?: AbortSignal): Promise<CasePage> => ask('GET', '/cases', { params: { query }, signal }),
    counts: (): Promise<InboxCounts> => ask('GET', '/cases/counts'),
    read: (id: string): Promise<CaseView> => ask('GET', '/cases/{id}', { params: one(id) }),
    similar: (query: SimilarQuery, signal?: AbortSignal): Promise<{ items: SimilarCase[] }> =>
        ask('GET', '/cases/similar', { params: { query }, signal }),
    report: (body: ReportCase): Promise<StepReceipt> => ask('POST', '/cases', { body }),
    step: (id: string, action: Action, body: Step): Promise<StepReceipt> =>
        ask('POST', '/cases/{id}/steps/{action}', { params: { path: { id, action } }, body }),
    contact: (id: string, body: { step_id: string; purpose: string }): Promise<ReporterContact> =>
        ask('POST', '/cases/{id}/contact', { params: one(id), body }),
    watch: (id: string, watched: boolean): Promise<{ watched: boolean }> =>
        ask(watched ? 'POST' : 'DELETE', '/cases/{id}/watch', { params: one(id) }),
};

export type { FileView };
