import type { CodeRule, Level, NewNode, NodeChange, NodeKind, NodeView } from '@jingwei/api';

/** A node as it stands in the form; an empty text is none. */
export interface NodeDraft {
    name: string;
    code: string;
    level: Level;
    kind: NodeKind;
    /** The field gives null when it is emptied. */
    households: number | null | undefined;
    /** A GeoJSON area that was chosen; null takes the one that is there away. */
    boundary: unknown;
}

const below: Readonly<Record<Level, readonly Level[]>> = {
    county: ['town'], town: ['village'], village: ['grid', 'village'], grid: ['micro'], micro: [],
};

/** What may stand right below a node of that level, the usual one first. */
export function levelsBelow(level: Level): readonly Level[] {
    return below[level];
}

/** Grids are general or dedicated; the kind of everything else follows from its level. */
export function kindOf(level: Level, chosen: NodeKind): NodeKind {
    if (level === 'micro') return 'micro';
    if (level !== 'grid') return 'division';
    return chosen === 'dedicated' ? 'dedicated' : 'general';
}

/** Whether the code may be left empty: then the server gives the next one by the county's rule. */
export function codeIsGiven(rule: CodeRule, level: Level): boolean {
    return rule !== 'free' && (level === 'grid' || level === 'micro');
}

export function newNode(draft: NodeDraft, id: string, parent: string): NewNode {
    const code = draft.code.trim();
    return {
        id, parent_id: parent, name: draft.name.trim(), level: draft.level, kind: kindOf(draft.level, draft.kind),
        ...(code && { code }), ...(typeof draft.households === 'number' && { households: draft.households }),
        ...(draft.boundary ? { boundary: draft.boundary } : {}),
    };
}

/** Only what differs from what was on the screen. */
export function changeOf(before: Pick<NodeView, 'name' | 'kind' | 'households' | 'valid_from'>, draft: NodeDraft): NodeChange {
    const change: NodeChange = { seen: before.valid_from };
    if (draft.name.trim() !== before.name) change.name = draft.name.trim();
    if (draft.kind !== before.kind) change.kind = draft.kind;
    const households = draft.households ?? null;
    if (households !== before.households) Object.assign(change, households === null ? { no_households: true } : { households });
    if (draft.boundary === null) change.no_boundary = true;
    else if (draft.boundary !== undefined) change.boundary = draft.boundary;
    return change;
}

interface Loose {
    type?: unknown;
    geometry?: unknown;
    features?: unknown;
}

const isArea = (value: unknown): boolean => ['Polygon', 'MultiPolygon'].includes(String((value as Loose | null)?.type));

/** The one area of a GeoJSON file: a geometry, a feature, or a collection of one; undefined when it has none. */
export function areaOf(text: string): unknown {
    let found: Loose | null;
    try {
        found = JSON.parse(text) as Loose | null;
    } catch {
        return undefined;
    }
    if (found?.type === 'FeatureCollection' && Array.isArray(found.features)) {
        found = found.features.length === 1 ? (found.features[0] as Loose | null) : null;
    }
    const area = found?.type === 'Feature' ? found.geometry : found;
    return isArea(area) ? area : undefined;
}
