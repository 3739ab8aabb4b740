import { expect, test } from 'vitest';
import { gridOf } from './beside';

const node = (path: string): { path: string; level: string; name: string } => ({ path, level: '', name: path });
const nodes = ['990001', '990001/001', '990001/001/201', '990001/001/201/001'].map(node);

test('the grid of a place is the fourth of its path, also below a part of it', () => {
    expect(gridOf({ nodes })?.path).toBe('990001/001/201/001');
    expect(gridOf({ nodes: [...nodes, node('990001/001/201/001/02')] })?.path).toBe('990001/001/201/001');
});

test('where only the village is known there is no grid', () => {
    expect(gridOf({ nodes: nodes.slice(0, 3) })).toBeUndefined();
});
