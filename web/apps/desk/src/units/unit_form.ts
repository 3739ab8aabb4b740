import { units, type NewUnit, type UnitChange, type UnitRow } from '@jingwei/api';

/** A unit as it stands in the form. */
export interface UnitDraft {
    name: string;
    short_name: string;
    kind: NewUnit['kind'];
    node_id: string;
    parent_id?: string;
    phone: string;
    duties: string;
}

/** Sent again, it makes the same unit: the id is made when the form opens. */
export function newUnit(draft: UnitDraft, id: string): NewUnit {
    const { parent_id, ...rest } = draft;
    return {
        ...rest, id, name: draft.name.trim(), short_name: draft.short_name.trim(), phone: draft.phone.trim(), duties: draft.duties.trim(),
        ...(parent_id && { parent_id }),
    };
}

/** Only what differs from what is there. */
export function changeOf(before: UnitRow, draft: UnitDraft): UnitChange {
    const change: UnitChange = {};
    for (const member of ['name', 'short_name', 'phone', 'duties'] as const) {
        const now = draft[member].trim();
        if (now !== before[member]) change[member] = now;
    }
    return change;
}

export async function saveUnit(draft: UnitDraft, id: string, before?: UnitRow): Promise<UnitRow> {
    return before ? units.change(before.id, changeOf(before, draft)) : units.create(newUnit(draft, id));
}
