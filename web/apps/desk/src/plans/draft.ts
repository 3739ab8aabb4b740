import type { Area, ChangeKind, PlanChange, PlannedNode } from '@jingwei/api';

/** A change in the making: what was chosen and drawn, and what its dialog asks for. */
export interface ChangeDraft {
    kind: ChangeKind;
    nodes: PlannedNode[];
    /** What was drawn: the parts of a split, the one area of a merge or a new grid. */
    areas: (Area | null)[];
    /** One name per part. */
    names: string[];
    /** Number of the part that stays the old grid, or of the grid that goes on. */
    keeper: number;
    code: string;
    households: number | undefined;
    newKind: 'general' | 'dedicated';
    parent: string | undefined;
}

export function emptyDraft(kind: ChangeKind, nodes: PlannedNode[] = [], areas: (Area | null)[] = []): ChangeDraft {
    const [first] = nodes;
    return {
        kind, nodes, areas, keeper: 0, newKind: 'general', parent: undefined,
        names: kind === 'split' ? areas.map((_, at) => (at === 0 ? (first?.name ?? '') : '')) : [kind === 'add' ? '' : (first?.name ?? '')],
        code: kind === 'renumber' ? (first?.code ?? '') : '', households: kind === 'renumber' ? (first?.households ?? undefined) : undefined,
    };
}

/** What is missing: the number of the part without a name, or the place above. */
export function missing(draft: ChangeDraft): { name?: number; parent?: boolean } {
    const name = draft.kind === 'retire' ? -1 : draft.names.findIndex((one) => one.trim() === '');
    return { ...(name >= 0 ? { name } : {}), ...(draft.kind === 'add' && !draft.parent ? { parent: true } : {}) };
}

/** Homes of a grid that is cut are counted anew. */
const part = (node: PlannedNode, name: string, boundary: Area | null): PlannedNode => ({ ...node, seen: undefined, name: name.trim(), boundary });

function splitOf({ nodes, areas, names, keeper }: ChangeDraft, makeId: () => string): PlannedNode[] {
    const [node] = nodes;
    if (!node) return [];
    return areas.map((area, at) => {
        const made = { ...part(node, names[at] ?? '', area), households: undefined };
        return at === keeper ? made : { ...made, id: makeId(), code: '', kind: node.kind };
    });
}

function mergeOf({ nodes, areas, names, keeper }: ChangeDraft): PlannedNode[] {
    const kept = nodes[keeper];
    if (!kept) return [];
    const known = nodes.every(({ households }) => typeof households === 'number');
    const households = known ? nodes.reduce((sum, one) => sum + (one.households ?? 0), 0) : undefined;
    return [{ ...part(kept, names[0] ?? '', areas[0] ?? null), households }];
}

/** The change that a finished draft says. */
export function changeOf(draft: ChangeDraft, makeId: () => string): PlanChange {
    const [node] = draft.nodes;
    const { kind, nodes: touches } = draft;
    switch (kind) {
        case 'split': return { kind, touches, results: splitOf(draft, makeId) };
        case 'merge': return { kind, touches, results: mergeOf(draft) };
        case 'redraw': return { kind, touches, results: touches.map((one, at) => part(one, one.name, draft.areas[at] ?? null)) };
        case 'renumber':
            return {
                kind, touches,
                results: node ? [{ ...part(node, draft.names[0] ?? '', node.boundary ?? null), code: draft.code.trim(), households: draft.households }] : [],
            };
        case 'retire': return { kind, touches, results: [] };
        case 'add':
            return {
                kind, touches: [],
                results: [{
                    id: makeId(), parent_id: draft.parent, code: '', name: (draft.names[0] ?? '').trim(), level: 'grid', kind: draft.newKind,
                    boundary: draft.areas[0] ?? null,
                }],
            };
    }
}
