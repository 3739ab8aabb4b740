import type { Action, ActionView } from '@jingwei/api';

/** What is done on the spot; the rest of the loop is the desk's. */
export const fieldActions = ['sign', 'arrive', 'handle', 'self_close', 'accept', 'pass_up', 'verify_pass', 'verify_fail', 'comment'] as const;
export type FieldAction = (typeof fieldActions)[number];

/** Those whose words may be left out go by the name `note`. */
const notes: ReadonlySet<Action> = new Set(['sign', 'arrive', 'accept', 'verify_pass']);
const withPhotos: ReadonlySet<Action> = new Set(['handle', 'self_close', 'arrive', 'verify_pass', 'verify_fail', 'comment', 'sign', 'accept']);

export const needsText = (action: FieldAction): boolean => !notes.has(action);
export const takesPhotos = (action: FieldAction): boolean => withPhotos.has(action);

/** What this reader may do now, in the order of the loop. */
export function offered(actions: readonly ActionView[]): FieldAction[] {
    return fieldActions.filter((action) => actions.some((one) => one.action === action && one.allowed));
}

/** The body of a step beside its head. */
export function stepWords(action: FieldAction, words: string, files: readonly string[]): Record<string, unknown> {
    const text = words.trim();
    return { ...(needsText(action) ? { text } : text ? { note: text } : {}), ...(files.length ? { files } : {}) };
}
