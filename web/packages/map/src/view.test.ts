import type { FeatureCollection } from 'geojson';
import { expect, test } from 'vitest';
import { mapStyle } from './style';
import { boundsOf, markFeatures, nameFeatures, pointFeatures } from './view';

const square: FeatureCollection = {
    type: 'FeatureCollection',
    features: [
        {
            type: 'Feature', properties: { path: 'a' },
            geometry: { type: 'Polygon', coordinates: [[[1, 2], [3, 2], [3, 5], [1, 5], [1, 2]]] },
        },
        { type: 'Feature', properties: { path: 'b' }, geometry: { type: 'Point', coordinates: [9, 9] } },
    ],
};

test('the box around everything, and around what is wanted', () => {
    expect(boundsOf(square)).toEqual([1, 2, 9, 9]);
    expect(boundsOf(square, (properties) => properties.path === 'a')).toEqual([1, 2, 3, 5]);
    expect(boundsOf(square, () => false)).toBeUndefined();
    expect(boundsOf(null)).toBeUndefined();
});

test('a name stands once, in the middle of its area', () => {
    const { features } = nameFeatures(square);
    expect(features).toHaveLength(1);
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [2, 3.5] });
    expect(features[0]?.properties).toEqual({ path: 'a' });
});

test('points keep their number and light', () => {
    const [feature] = pointFeatures([{ lon: 1, lat: 2, label: '1', light: 'red' }]).features;
    expect(feature?.properties).toEqual({ label: '1', light: 'red' });
});

test('a mark keeps its id; without a light it has a shape of its own', () => {
    const { features } = markFeatures([{ id: 'a', lon: 1, lat: 2, light: 'red' }, { id: 'b', lon: 3, lat: 4 }]);
    expect(features.map((feature) => feature.properties)).toEqual([{ id: 'a', light: 'red' }, { id: 'b', light: 'none' }]);
});

test('the style names no host but our own', () => {
    const style = mapStyle(null, null, 'https://desk.example/desk/');
    expect(JSON.stringify(style).match(/https?:\/\/[^/"]+/g)).toEqual(['https://desk.example']);
    expect(new Set(style.layers.map((layer) => layer.id)).size).toBe(style.layers.length);
});
