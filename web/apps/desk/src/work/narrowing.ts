import type { CaseListView, CaseQuery, Channel, State } from '@jingwei/api';

export const views: readonly CaseListView[] = ['todo', 'watching', 'overdue', 'plates', 'unsettled', 'open', 'done'];
export const states: readonly State[] = [
    'reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered', 'closed', 'followed_up', 'archived',
    'rejected', 'voided', 'merged',
];
export const channels: readonly Channel[] = ['worker', 'resident', 'hotline', 'police', 'department', 'patrol', 'system'];

/** What a list can be narrowed by, in the order in which it is told. */
export const kinds = ['state', 'channel', 'matter', 'unit', 'path', 'q'] as const;
export type Kind = (typeof kinds)[number];

/** What narrows a list, as it stands in the address; `of` and `at` are the names of the unit and of the place. */
export type Narrowing = Partial<Record<Kind | 'of' | 'at', string>>;
type Address = Readonly<Record<string, unknown>>;

const nameFor: Partial<Record<Kind, 'of' | 'at'>> = { unit: 'of', path: 'at' };
const ids: readonly Kind[] = ['matter', 'unit'];
const kId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the server knows such a value; an address may have been typed. */
function isKnown(kind: Kind, value: string): boolean {
    if (kind === 'state') return states.some((one) => one === value);
    if (kind === 'channel') return channels.some((one) => one === value);
    return !ids.includes(kind) || kId.test(value);
}

export function narrowingOf(address: Address): Narrowing {
    const narrowing: Narrowing = {};
    for (const kind of kinds) {
        const value = address[kind];
        if (typeof value !== 'string' || !value.trim() || !isKnown(kind, value)) continue;
        narrowing[kind] = value;
        const name = nameFor[kind];
        const named = name && address[name];
        if (name && typeof named === 'string' && named) narrowing[name] = named;
    }
    return narrowing;
}

/** The same with one condition set, or left out. */
export function narrowed(before: Narrowing, kind: Kind, value?: string, named?: string): Narrowing {
    const after: Narrowing = { ...before };
    const name = nameFor[kind];
    delete after[kind];
    if (name) delete after[name];
    if (value) after[kind] = value;
    if (value && name && named) after[name] = named;
    return after;
}

export function chosenKinds(narrowing: Narrowing): Kind[] {
    return kinds.filter((kind) => narrowing[kind]);
}

/** Whether both narrow by the same; names do not matter. */
export function isSame(one: Narrowing, other: Narrowing): boolean {
    return kinds.every((kind) => one[kind] === other[kind]);
}

/** The address with another narrowing: how the list is looked at stays. */
export function addressWith(address: Address, narrowing: Narrowing): Record<string, string | undefined> {
    const look = (name: string): string | undefined => (typeof address[name] === 'string' ? (address[name] as string) : undefined);
    return { as: look('as'), by: look('by'), ...narrowing };
}

export function queryOf(view: CaseListView, { of: _of, at: _at, ...narrowing }: Narrowing): CaseQuery {
    return { view, ...narrowing } as CaseQuery;
}

export function viewOf(param: unknown): CaseListView {
    return views.find((one) => one === param) ?? 'todo';
}
