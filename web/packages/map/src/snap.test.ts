import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { linesOf, snapTo } from './snap';

const square: FeatureCollection = {
    type: 'FeatureCollection',
    features: [
        {
            type: 'Feature', properties: {},
            geometry: { type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]] },
        },
    ],
};
/** A degree is a thousand pixels. */
const onScreen = (lon: number, lat: number): { x: number; y: number } => ({ x: lon * 1000, y: -lat * 1000 });
const lines = linesOf(square);

describe('snapping', () => {
    it('finds the rings of areas', () => expect(lines).toHaveLength(1));
    it('takes the very vertex that is near', () => expect(snapTo([1.01, 0.005], lines, onScreen)).toEqual([1, 0]));
    it('takes the place on an edge that is near', () => expect(snapTo([1.005, 0.5], lines, onScreen)).toEqual([1, 0.5]));
    it('prefers a vertex to an edge', () => expect(snapTo([0.99, 0.001], lines, onScreen)).toEqual([1, 0]));
    it('leaves the hand alone where nothing is near', () => expect(snapTo([0.5, 0.5], lines, onScreen)).toBeUndefined());
    it('has nothing to take in an empty plan', () => expect(snapTo([0, 0], [], onScreen)).toBeUndefined());
});
