import type { CaseRow } from '@jingwei/api';
import { expect, test } from 'vitest';
import { beside, columnsOf } from './columns';

const row = (id: string, state: CaseRow['state'], light: CaseRow['light'] = null): CaseRow => ({ id, state, light }) as CaseRow;
const rows = [row('a', 'handling', 'red'), row('b', 'assigned'), row('c', 'handling', 'green')];

test('the way of a case stands on the board whole; ends only where there are some', () => {
    const columns = columnsOf([...rows, row('d', 'merged')], 'state');
    expect(columns.map((one) => one.key)).toEqual(
        ['reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered', 'merged'],
    );
    expect(columns.find((one) => one.key === 'handling')?.rows.map((one) => one.id)).toEqual(['a', 'c']);
    expect(columnsOf([row('d', 'closed')], 'state').map((one) => one.key)).toEqual(['closed']);
});

test('by light the most urgent comes first, and what has no clock last', () => {
    expect(columnsOf(rows, 'light').map((one) => [one.key, one.rows.length])).toEqual([['red', 1], ['yellow', 0], ['green', 1], ['none', 1]]);
});

test('sideways goes past empty columns, and stays at the edge', () => {
    const columns = columnsOf(rows, 'state');
    expect(beside(columns, 'c', -1)).toBe('b');
    expect(beside(columns, 'b', 1)).toBe('a');
    expect(beside(columns, 'a', 1)).toBe('a');
    expect(beside(columns, undefined, 1)).toBe('b');
});
