import type { StaffGap } from '@jingwei/api';
import { expect, test } from 'vitest';
import { countsOf, gapsByPlace } from './gaps';

const gap = (grid: string, kind: StaffGap['kind']): StaffGap => ({
    kind, node_id: grid, path: `1/2/3/${grid}`, code: grid, full_name: `Town / Village / ${grid}`, post_kind: 'lead', post_id: null,
});

test('what a grid lacks stands together, below its village', () => {
    const places = gapsByPlace([gap('one', 'no_a'), gap('one', 'no_b'), gap('two', 'no_post'), { ...gap('far', 'no_b'), path: '1/2/4/far' }]);
    expect(places.map((place) => [place.path, place.name, place.count])).toEqual([['1/2/3', 'Town / Village', 3], ['1/2/4', 'Town / Village', 1]]);
    expect(places[0]?.grids.map((grid) => [grid.name, grid.gaps.length])).toEqual([['one', 2], ['two', 1]]);
});

test('each kind of gap is counted', () => {
    expect(countsOf([gap('one', 'no_a'), gap('two', 'no_a'), gap('two', 'nobody')])).toEqual({ no_post: 0, no_a: 2, no_b: 0, nobody: 1 });
});
