import type { FeatureCollection, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { sheetOf } from './poster_map';

const square = (lon: number, lat: number, side: number): Polygon => ({
    type: 'Polygon', coordinates: [[[lon, lat], [lon + side, lat], [lon + side, lat + side], [lon, lat + side], [lon, lat]]],
});
const collection = (layer: string, ...areas: Polygon[]): FeatureCollection => ({
    type: 'FeatureCollection', features: areas.map((geometry) => ({ type: 'Feature', geometry, properties: { layer, level: 'grid' } })),
});

test('an area without a boundary has no sheet', () => {
    expect(sheetOf(null, null, null)).toBeUndefined();
});

test('the area stands in the middle with air around it, north at the top', () => {
    const sheet = sheetOf(square(0, 0, 0.01), null, null, 500, 500);
    const numbers = [...(sheet?.shapes[0]?.path ?? '').matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Math.round(Number(x)), Math.round(Number(y))]);
    expect(numbers[0]).toEqual([50, 450]);
    expect(numbers[2]).toEqual([450, 50]);
});

test('what lies elsewhere is not drawn, and the area lies on top of what does not', () => {
    const sheet = sheetOf(square(10, 30, 0.01), collection('', square(10.01, 30, 0.01)), collection('water', square(10, 30, 0.002), square(50, 30, 1)));
    expect(sheet?.shapes.map((one) => one.look)).toEqual(['water', 'near', 'grid']);
});
