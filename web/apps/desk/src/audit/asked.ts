import type { AuditQuery } from '@jingwei/api';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { endAfter } from '@/accounts/term';
import { presets, type Preset } from './actions';

/** What is looked for, as it stands in the address. Empty is any; days are whole and both within. */
export interface Asked {
    view: Preset;
    from: string;
    to: string;
    account: string;
    action: string;
    kind: string;
    subject: string;
}

const words = ['from', 'to', 'account', 'action', 'kind', 'subject'] as const;
const one = (query: LocationQuery, name: string): string => (typeof query[name] === 'string' ? query[name] : '');
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

export function askedOf(query: LocationQuery): Asked {
    const [from = '', to = '', account = '', action = '', kind = '', subject = ''] = words.map((name) => one(query, name));
    const view = one(query, 'view');
    return {
        view: view in presets ? (view as Preset) : 'all', from: isDay(from) ? from : '', to: isDay(to) ? to : '', account, action, kind, subject,
    };
}

/** The address of a search; what is any is left out. */
export function addressOf(asked: Asked): LocationQueryRaw {
    const query: LocationQueryRaw = asked.view === 'all' ? {} : { view: asked.view };
    for (const name of words) if (asked[name]) query[name] = asked[name];
    return query;
}

/** One query for each action that is meant: the server takes one at a time. */
export function queriesOf(asked: Asked): AuditQuery[] {
    const rest: AuditQuery = {
        ...(asked.from && { from: new Date(`${asked.from}T00:00:00+08:00`).toISOString() }),
        ...(asked.to && { to: endAfter(asked.to) }),
        ...(asked.account && { account_id: asked.account }),
        ...(asked.kind && { subject_kind: asked.kind }),
        ...(asked.subject && { subject: asked.subject }),
    };
    if (asked.action) return [{ ...rest, action: asked.action }];
    const actions: readonly string[] = presets[asked.view];
    return actions.length > 0 ? actions.map((action) => ({ ...rest, action })) : [rest];
}
