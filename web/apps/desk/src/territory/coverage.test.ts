import type { DrawingFault } from '@jingwei/api';
import { expect, test } from 'vitest';
import { areaIn, byKind } from './coverage';

const fault = (kind: DrawingFault['kind'], area_m2: number): DrawingFault => ({
    kind, node_id: '', path: '', code: '', full_name: '', other_id: null, other_name: null, area_m2, where: null,
});

test('faults stand kind by kind, the largest first', () => {
    const told = byKind([fault('gap', 5), fault('overlap', 1), fault('gap', 9), fault('not_drawn', 0)]);
    expect(told.map((one) => [one.kind, one.faults.map((each) => each.area_m2)])).toEqual([['not_drawn', [0]], ['overlap', [1]], ['gap', [9, 5]]]);
});

test('an area is told in the unit that a person would use', () => {
    expect([0.2, 640, 25_400, 3_456_000].map(areaIn)).toEqual([
        { unit: 'm2', amount: 1 }, { unit: 'm2', amount: 640 }, { unit: 'ha', amount: 2.5 }, { unit: 'km2', amount: 3.46 },
    ]);
});
