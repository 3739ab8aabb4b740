import type { StaffGap, StaffGapKind } from '@jingwei/api';

export const gapKinds: readonly StaffGapKind[] = ['no_post', 'no_a', 'no_b', 'nobody'];

/** A grid with what it lacks. */
export interface GridGaps {
    node: string;
    name: string;
    gaps: StaffGap[];
}

/** The grids of one village or town that lack somebody. */
export interface PlaceGaps {
    path: string;
    name: string;
    grids: GridGaps[];
    count: number;
}

const kBetween = ' / ';

function placeOf(gap: StaffGap): Omit<PlaceGaps, 'grids' | 'count'> {
    return {
        path: gap.path.slice(0, Math.max(gap.path.lastIndexOf('/'), 0)), name: gap.full_name.split(kBetween).slice(0, -1).join(kBetween),
    };
}

/** By the place around the grid, in the order of the answer. */
export function gapsByPlace(gaps: readonly StaffGap[]): PlaceGaps[] {
    const places = new Map<string, PlaceGaps>();
    for (const gap of gaps) {
        const { path, name } = placeOf(gap);
        const place = places.get(path) ?? { path, name, grids: [], count: 0 };
        places.set(path, place);
        let grid = place.grids.find((one) => one.node === gap.node_id);
        if (!grid) {
            grid = { node: gap.node_id, name: gap.full_name.split(kBetween).at(-1) ?? '', gaps: [] };
            place.grids.push(grid);
        }
        grid.gaps.push(gap);
        ++place.count;
    }
    return [...places.values()];
}

export function countsOf(gaps: readonly StaffGap[]): Record<StaffGapKind, number> {
    const counts: Record<StaffGapKind, number> = { no_post: 0, no_a: 0, no_b: 0, nobody: 0 };
    for (const gap of gaps) ++counts[gap.kind];
    return counts;
}
