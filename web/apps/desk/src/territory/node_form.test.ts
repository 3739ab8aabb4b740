import type { NodeView } from '@jingwei/api';
import { expect, test } from 'vitest';
import { areaOf, changeOf, codeIsGiven, kindOf, levelsBelow, newNode, type NodeDraft } from './node_form';

const draft: NodeDraft = { name: ' East ', code: '', level: 'grid', kind: 'general', households: undefined, boundary: undefined };
const before = { name: 'East', kind: 'general', households: 300, valid_from: '2026-01-01T00:00:00Z' } as NodeView;

test('a grid stands below a village, and nothing below a micro-grid', () => {
    expect(levelsBelow('village')[0]).toBe('grid');
    expect(levelsBelow('micro')).toEqual([]);
});

test('only a grid has a choice of kinds', () => {
    expect(kindOf('grid', 'dedicated')).toBe('dedicated');
    expect(kindOf('grid', 'division')).toBe('general');
    expect(kindOf('micro', 'dedicated')).toBe('micro');
    expect(kindOf('town', 'general')).toBe('division');
});

test('a rule gives grids their codes, never divisions', () => {
    expect(codeIsGiven('eighteen_digits', 'grid')).toBe(true);
    expect(codeIsGiven('eighteen_digits', 'village')).toBe(false);
    expect(codeIsGiven('free', 'grid')).toBe(false);
});

test('what was left empty is not sent', () => {
    expect(newNode(draft, 'i', 'p')).toEqual({ id: 'i', parent_id: 'p', name: 'East', level: 'grid', kind: 'general' });
});

test('a change holds what differs and what was seen; an emptied number is taken away', () => {
    expect(changeOf(before, draft)).toEqual({ seen: before.valid_from, no_households: true });
    expect(changeOf(before, { ...draft, households: 300, boundary: null })).toEqual({ seen: before.valid_from, no_boundary: true });
});

test('an area is found in a geometry, a feature, and a collection of one', () => {
    const area = { type: 'Polygon', coordinates: [] };
    const feature = { type: 'Feature', geometry: area };
    const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features });
    expect([JSON.stringify(area), JSON.stringify(feature), collection(feature)].map(areaOf)).toEqual([area, area, area]);
    expect(['{', 'null', collection(feature, feature), '{"type":"Point"}'].map(areaOf)).toEqual([undefined, undefined, undefined, undefined]);
});
