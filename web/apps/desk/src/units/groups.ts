import type { Level, NodeRow, UnitKind, UnitRow } from '@jingwei/api';

/** A place whose units stand together: the county itself, or a town with its villages. */
export interface Group {
    path: string;
    name: string;
    level: Level;
}

export const kinds: readonly UnitKind[] = ['centre', 'department', 'station', 'committee'];

/** The county first, then its towns in their order. */
export function groupsOf(county: NodeRow, towns: readonly NodeRow[]): Group[] {
    return [county, ...towns].map(({ path, name, level }) => ({ path, name, level }));
}

/** The group that a unit stands in: the longest path that holds its own. */
export function groupOf<One extends { path: string }>(groups: readonly One[], path: string): One | undefined {
    return groups
        .filter((one) => `${path}/`.startsWith(`${one.path}/`))
        .sort((one, other) => other.path.length - one.path.length)[0];
}

/** Units by the path of their group; those that stand in none are left out. */
export function grouped(groups: readonly Group[], rows: readonly UnitRow[]): Map<string, UnitRow[]> {
    const by = new Map<string, UnitRow[]>();
    for (const unit of rows) {
        const group = groupOf(groups, unit.path);
        if (group) by.set(group.path, [...(by.get(group.path) ?? []), unit]);
    }
    return by;
}

/** The kind that a new unit of a level mostly is. */
export function usualKind(level: Level): UnitKind {
    if (level === 'county') return 'department';
    return level === 'town' ? 'station' : 'committee';
}
