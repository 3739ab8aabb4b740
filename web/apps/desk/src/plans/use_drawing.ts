import { ApiProblem, shapes, type Area, type ChangeKind, type PlannedNode } from '@jingwei/api';
import type { Drawing } from '@jingwei/map';
import type { FeatureCollection, Geometry } from 'geojson';
import { ref, shallowRef, type Ref } from 'vue';
import type { Piece } from './changes';
import { emptyDraft, type ChangeDraft } from './draft';
import type { PlanStore } from './use_plan';

export interface DrawingStore {
    /** What is being drawn; undefined while the hand is free. */
    kind: Ref<ChangeKind | undefined>;
    drawing: Ref<Drawing | undefined>;
    draft: Ref<ChangeDraft | undefined>;
    busy: Ref<boolean>;
    fault: Ref<string>;
    begin(kind: ChangeKind, chosen: readonly Piece[]): Promise<void>;
    /** What the hand drew. */
    finish(drawn: Geometry | undefined): Promise<void>;
    cancel(): void;
}

const kMostNeighbours = 28;

function boxOf(area: Area): [number, number, number, number] {
    const flat = (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()).flat();
    const [lons, lats] = [flat.map(([lon = 0]) => lon), flat.map(([, lat = 0]) => lat)];
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Grids whose box meets that of one of the areas. */
function near(pieces: readonly Piece[], areas: readonly Area[], without: ReadonlySet<string>): Piece[] {
    const boxes = areas.map(boxOf);
    return pieces.filter(({ id, ending, boundary }) => {
        if (ending || !boundary || without.has(id)) return false;
        const [west, south, east, north] = boxOf(boundary);
        return boxes.some((box) => west <= box[2] && box[0] <= east && south <= box[3] && box[1] <= north);
    });
}

const features = (pieces: readonly Piece[]): FeatureCollection => ({
    type: 'FeatureCollection', features: pieces.map(({ boundary }) => ({ type: 'Feature', geometry: boundary as Area, properties: {} })),
});

/** From the chosen grids to a change that waits for its last answers: draws where that takes a hand, and asks the server for the shapes. */
export function useDrawing(store: Pick<PlanStore, 'after' | 'nodeOf'>): DrawingStore {
    const kind = ref<ChangeKind>();
    const drawing = shallowRef<Drawing>();
    const draft = ref<ChangeDraft>();
    const busy = ref(false);
    const fault = ref('');
    let nodes: PlannedNode[] = [];

    async function trying(work: () => Promise<void>): Promise<void> {
        busy.value = true;
        fault.value = '';
        try {
            await work();
        } catch (problem) {
            if (!(problem instanceof ApiProblem)) throw problem;
            fault.value = problem.message;
        } finally {
            busy.value = false;
        }
    }

    function cancel(): void {
        kind.value = undefined;
        drawing.value = undefined;
    }

    function takeHand(wanted: ChangeKind): void {
        const pieces = store.after.value;
        const own = nodes[0]?.boundary ?? undefined;
        kind.value = wanted;
        if (wanted === 'split' && own) drawing.value = { kind: 'line', near: features(near(pieces, [own], new Set())) };
        if (wanted === 'redraw' && own) drawing.value = { kind: 'edit', area: own, near: features(near(pieces, [own], new Set(nodes.map(({ id }) => id)))) };
        if (wanted === 'add') drawing.value = { kind: 'area', near: features(pieces.filter(({ ending, boundary }) => !ending && boundary)) };
    }

    async function redrawn(drawn: Area): Promise<void> {
        const [node] = nodes;
        if (!node?.boundary) return;
        // Only its like give and take: a dedicated grid may lie over others, and a village keeps its border.
        const own = store.after.value.find(({ id }) => id === node.id);
        const like = store.after.value.filter(({ kind: one, place }) => one === node.kind && place === own?.place);
        const around = near(like, [node.boundary, drawn], new Set([node.id])).slice(0, kMostNeighbours);
        const made = await shapes.follow(node.boundary, drawn, around.map(({ boundary }) => boundary as Area));
        const moved = around.flatMap((one, at) => {
            const area = made.neighbours[at];
            return area && JSON.stringify(area) !== JSON.stringify(one.boundary) ? [{ id: one.id, area }] : [];
        });
        const others = await Promise.all(moved.map(({ id }) => store.nodeOf(id)));
        draft.value = emptyDraft('redraw', [node, ...others], [made.after, ...moved.map(({ area }) => area)]);
    }

    return {
        kind, drawing, draft, busy, fault, cancel,
        begin: (wanted, chosen) => trying(async () => {
            nodes = await Promise.all(chosen.map(({ id }) => store.nodeOf(id)));
            if (wanted === 'merge') {
                const merged = await shapes.merge(nodes.flatMap(({ boundary }) => (boundary ? [boundary] : [])));
                draft.value = emptyDraft('merge', nodes, [merged ?? null]);
            } else if (wanted === 'renumber' || wanted === 'retire') {
                draft.value = emptyDraft(wanted, nodes);
            } else {
                takeHand(wanted);
            }
        }),
        finish: (drawn) => trying(async () => {
            const own = nodes[0]?.boundary;
            if (kind.value === 'split' && own && drawn?.type === 'LineString') {
                const line = drawn.coordinates.map(([lon = 0, lat = 0]) => ({ lon, lat }));
                const parts = await shapes.split(own, line).finally(cancel);
                draft.value = emptyDraft('split', nodes, parts);
            } else if (kind.value === 'redraw' && drawn?.type === 'MultiPolygon') {
                await redrawn(drawn);
                cancel();
            } else if (kind.value === 'add' && drawn?.type === 'MultiPolygon') {
                draft.value = emptyDraft('add', [], [drawn]);
                cancel();
            }
        }),
    };
}
