import type { components, operations } from './contract';
import { answerOf, client } from './transport';

export type AuditEntry = components['schemas']['AuditEntryView'];
export type AuditPage = components['schemas']['AuditEntryViewPage'];
export type AuditQuery = NonNullable<operations['getAudit']['parameters']['query']>;

/** What was done, newest first. Every call is itself an entry of the audit. */
export const audit = {
    search: (query: AuditQuery): Promise<AuditPage> => answerOf(client.GET('/api/v1/audit', { params: { query } })),
};
