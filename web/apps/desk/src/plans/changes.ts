import type { Area, ChangeKind, NewChange, PlanChange, PlannedNode } from '@jingwei/api';
import type { AreaLook } from '@jingwei/map';
import type { Feature, FeatureCollection } from 'geojson';

/** A grid as the plan has it: in force, or as the changes so far made it. */
export interface Piece {
    id: string;
    name: string;
    code: string;
    kind: string;
    path: string;
    /** Name of its village; empty of a grid that the plan adds. */
    place: string;
    boundary: Area | null;
    /** The changes touch or made it. */
    planned: boolean;
    /** It ends by the plan. */
    ending: boolean;
}

const above = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

const ofFeature = ({ properties, geometry }: Feature, villages: ReadonlyMap<string, string>): Piece => ({
    place: villages.get(above(String(properties?.path))) ?? '', id: String(properties?.id), name: String(properties?.name), code: String(properties?.code), kind: String(properties?.kind),
    path: String(properties?.path), boundary: geometry as Area | null, planned: false, ending: false,
});

const isBelow = (path: string, root: string): boolean => `${path}/`.startsWith(`${root}/`);

const ofPlanned = (node: PlannedNode, was: Piece | undefined, ending = false): Piece => ({
    id: node.id, name: node.name, code: node.code, kind: node.kind, path: was?.path ?? '', place: was?.place ?? '', boundary: node.boundary ?? null, planned: true, ending,
});

/** Grids in force at and below a path. */
export function inForce(territory: FeatureCollection | null, root: string): Piece[] {
    const features = territory?.features ?? [];
    const villages = new Map(features.filter(({ properties }) => properties?.level === 'village')
        .map(({ properties }) => [String(properties?.path), String(properties?.name)]));
    return features
        .filter(({ properties }) => properties?.level === 'grid' && isBelow(String(properties.path), root))
        .map((one) => ofFeature(one, villages));
}

/** What the changes make of the grids, one after the other; those that end stand at the end of the list. */
export function afterChanges(before: readonly Piece[], changes: readonly PlanChange[]): Piece[] {
    const pieces = new Map(before.map((one) => [one.id, one]));
    const ended: Piece[] = [];
    for (const change of changes) {
        const kept = new Set(change.results.map(({ id }) => id));
        for (const node of change.touches) {
            if (kept.has(node.id)) continue;
            ended.push(ofPlanned(node, pieces.get(node.id), true));
            pieces.delete(node.id);
        }
        for (const node of change.results) pieces.set(node.id, ofPlanned(node, pieces.get(node.id)));
    }
    return [...pieces.values(), ...ended];
}

/** What the grids were that the changes touch, as they stood when they were drawn; the rest as it stands. */
export function beforeChanges(now: readonly Piece[], changes: readonly PlanChange[]): Piece[] {
    const pieces = new Map(now.map((one) => [one.id, one]));
    const seen = new Set<string>();
    for (const { touches, results } of changes) {
        for (const node of touches) {
            if (seen.has(node.id)) continue;  // as it was made, or touched, by an earlier change
            seen.add(node.id);
            pieces.set(node.id, ofPlanned(node, pieces.get(node.id)));
        }
        for (const { id } of results) {
            if (!seen.has(id)) pieces.delete(id);
            seen.add(id);
        }
    }
    return [...pieces.values()];
}

/** The grids as areas of a map. */
export function areasOf(pieces: readonly Piece[], chosen: ReadonlySet<string>): FeatureCollection {
    const look = (one: Piece): AreaLook => (chosen.has(one.id) ? 'chosen' : one.ending ? 'ending' : one.planned ? 'planned' : 'still');
    return {
        type: 'FeatureCollection',
        features: pieces.filter(({ ending, boundary }) => !ending && boundary).map((one) => ({
            type: 'Feature', geometry: one.boundary as Area, properties: { id: one.id, name: one.name, look: look(one) },
        })),
    };
}

/** A change as it is sent; what the server fills in is left out. */
export function bodyOf(change: PlanChange): NewChange {
    return {
        kind: change.kind,
        touches: change.touches.map(({ id, seen }) => ({ id, ...(seen ? { seen } : {}) })),
        results: change.results.map(({ id, parent_id, code, name, kind, households, boundary }) => ({
            id, parent_id, name, kind, ...(code ? { code } : {}), ...(households === undefined || households === null ? {} : { households }),
            ...(boundary ? { boundary } : {}),
        })),
    };
}

/** How many grids must be chosen for an act; nothing: none. */
export const wanted: Readonly<Record<ChangeKind, (chosen: readonly Piece[]) => boolean>> = {
    add: (chosen) => chosen.length === 0,
    split: (chosen) => chosen.length === 1 && chosen[0]?.boundary !== null,
    merge: (chosen) => chosen.length > 1 && chosen.every(({ boundary }) => boundary !== null),
    redraw: (chosen) => chosen.length === 1 && chosen[0]?.boundary !== null,
    renumber: (chosen) => chosen.length === 1,
    retire: (chosen) => chosen.length > 0,
};

export const changeKinds: readonly ChangeKind[] = ['split', 'merge', 'redraw', 'renumber', 'add', 'retire'];
