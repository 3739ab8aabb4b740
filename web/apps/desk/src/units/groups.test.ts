import type { NodeRow, UnitRow } from '@jingwei/api';
import { expect, test } from 'vitest';
import { grouped, groupOf, groupsOf, usualKind } from './groups';

const node = (path: string, name: string, level: NodeRow['level']): NodeRow => ({
    id: path, path, code: path, name, full_name: name, level, level_name: level, kind: 'division', households: null, children: 0, drawn: true,
});
const unit = (path: string, name: string): UnitRow => ({
    id: name, name, short_name: '', kind: 'station', node_id: path, path, parent_id: null, phone: '', duties: '', valid_from: '',
});
const groups = groupsOf(node('990001', 'county', 'county'), [node('990001/001', 'east', 'town'), node('990001/0012', 'west', 'town')]);

test('a unit of a village stands with its town, one of the county with the county', () => {
    expect(groupOf(groups, '990001/001/204')?.name).toBe('east');
    expect(groupOf(groups, '990001/0012')?.name).toBe('west');
    expect(groupOf(groups, '990001')?.name).toBe('county');
});

test('units keep their order within their group', () => {
    const by = grouped(groups, [unit('990001', 'a'), unit('990001/001', 'b'), unit('990001/001/204', 'c'), unit('880001', 'elsewhere')]);
    expect([...by].map(([path, rows]) => [path, rows.map((one) => one.name)])).toEqual([['990001', ['a']], ['990001/001', ['b', 'c']]]);
});

test('a new unit is of the kind that its level mostly has', () => {
    expect((['county', 'town', 'village'] as const).map(usualKind)).toEqual(['department', 'station', 'committee']);
});
