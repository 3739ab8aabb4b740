import type { Due, DueKind } from '@jingwei/api';

export const dueKinds: readonly DueKind[] = [
    'untrained', 'training_short', 'contract_ended', 'contract_ends', 'insurance_ended', 'insurance_ends', 'filled_unrecorded',
];

/** Over already, or never done: not merely to come. */
export const isLate = (kind: DueKind): boolean => kind === 'untrained' || kind === 'contract_ended' || kind === 'insurance_ended';

export interface DuePlace {
    path: string;
    name: string;
    node: string;
    people: { id: string; name: string; due: Due[] }[];
}

/** By place, as the server sorts them, and there by person. */
export function dueByPlace(items: readonly Due[]): DuePlace[] {
    const places = new Map<string, DuePlace>();
    for (const one of items) {
        const place = places.get(one.path) ?? { path: one.path, name: one.full_name, node: one.node_id, people: [] };
        places.set(one.path, place);
        const person = place.people.find(({ id }) => id === one.member_id);
        if (person) person.due.push(one);
        else place.people.push({ id: one.member_id, name: one.name, due: [one] });
    }
    return [...places.values()];
}
