import type { Action } from '@jingwei/api';
import type { Field, FieldKind } from './action_forms';

/** What somebody had written into the dialog of an action when he left it, and when that was. */
export interface StepDraft {
    at: string;
    inputs: Record<string, unknown>;
}

/**
 * What is written, and what is chosen from a list that the dialog itself holds. A unit or a case would come back as an id
 * without its name, and files are chosen again: of both nothing is kept.
 */
const keptKinds = new Set<FieldKind>(['text', 'line', 'amount', 'days', 'reply_days', 'verdict', 'level', 'time', 'tasks']);

function keptOf(field: Field, value: unknown): unknown {
    if (field.kind !== 'tasks' || !Array.isArray(value)) return value;
    return value.map((one: { task?: unknown }) => ({ task: typeof one.task === 'string' ? one.task : '' }));
}

/** The members that differ from what the dialog begins with; undefined when none does. */
export function writtenIn(
    fields: readonly Field[], inputs: Readonly<Record<string, unknown>>, first: (field: Field) => unknown,
): Record<string, unknown> | undefined {
    const written: Record<string, unknown> = {};
    for (const field of fields) {
        if (!keptKinds.has(field.kind)) continue;
        const value = keptOf(field, inputs[field.member]);
        if (value !== undefined && JSON.stringify(value) !== JSON.stringify(first(field))) written[field.member] = value;
    }
    return Object.keys(written).length > 0 ? written : undefined;
}

interface Drafts {
    read(action: Action): StepDraft | undefined;
    /** Keeps it for this tab; nothing written keeps nothing. */
    keep(action: Action, inputs: Record<string, unknown> | undefined): void;
}

function parsed(text: string | null): StepDraft | undefined {
    try {
        const draft = JSON.parse(text ?? 'null') as Partial<StepDraft> | null;
        return draft?.at && draft.inputs ? { at: draft.at, inputs: draft.inputs } : undefined;
    } catch {
        return undefined;
    }
}

/** The drafts that one account has written on one case; nobody who signs in after him finds them. */
export function draftsOf(account: string, caseId: string, store: Storage = sessionStorage): Drafts {
    const key = (action: Action): string => `jingwei.step.${account}.${caseId}.${action}`;
    return {
        read: (action) => parsed(store.getItem(key(action))),
        keep(action, inputs) {
            if (!inputs) store.removeItem(key(action));
            else store.setItem(key(action), JSON.stringify({ at: new Date().toISOString(), inputs } satisfies StepDraft));
        },
    };
}
