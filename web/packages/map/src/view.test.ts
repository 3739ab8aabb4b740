import type { FeatureCollection } from 'geojson';
import type { Geometry, Position } from 'geojson';
import { expect, test } from 'vitest';
import type { External, MapBase, Tiles } from './base';
import { sheetOf } from './sheet';
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

const attribution = { text: '© somebody' };
const tiles: Tiles = {
    kind: 'tiles', version: '0123456789abcdef', bounds: [1, 2, 3, 4], minZoom: 6, maxZoom: 14, attribution,
    read: () => Promise.resolve(new ArrayBuffer(0)),
};
const pictures = (datum: External['datum']): External => ({
    kind: 'external', templates: ['https://a.example/{z}/{x}/{y}', 'https://b.example/{z}/{x}/{y}'], datum, maxZoom: 17, attribution,
});
/** The same area, 110° to the east and 20° to the north, where maps are shifted. */
const farEast = (given: Geometry): Geometry => (given.type === 'Polygon'
    ? { ...given, coordinates: given.coordinates.map((ring) => ring.map(([lon = 0, lat = 0]: Position) => [lon + 110, lat + 20])) }
    : given);

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
    for (const base of [null, { kind: 'none' } as const, { kind: 'drawing', data: square } as const, tiles]) {
        const style = mapStyle(base, 'https://desk.example/desk/');
        expect(JSON.stringify(style).match(/https?:\/\/[^/"]+/g)).toEqual(['https://desk.example']);
        expect(new Set(style.layers.map((layer) => layer.id)).size).toBe(style.layers.length);
    }
});

test('a drawing and tiles are drawn by the same layers', () => {
    const ids = (base: MapBase): string[] => mapStyle(base, 'https://desk.example/desk/').layers.map((layer) => layer.id);
    expect(ids(tiles)).toEqual(ids({ kind: 'drawing', data: square }));
});

test('pictures of another host lie one over the other, below all that is ours', () => {
    const { layers, sources } = mapStyle(pictures('wgs84'), 'https://desk.example/desk/');
    expect(layers.slice(0, 4).map((layer) => layer.id)).toEqual(['paper', 'picture-0', 'picture-1', 'chosen-fill']);
    expect(sources['picture-1']).toMatchObject({ type: 'raster', tiles: ['https://b.example/{z}/{x}/{y}'], maxzoom: 17 });
});

test('what is ours moves onto a sheet in GCJ-02, and nowhere else', () => {
    const moved = sheetOf(pictures('gcj02'));
    const at = { lon: 116.404, lat: 39.915 };
    const { features } = moved.draw(pointFeatures([{ ...at, label: '1' }]));
    const on = moved.place(at);
    expect(on.lon).toBeCloseTo(116.41024449916938, 12);
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [on.lon, on.lat] });
    expect(moved.spot(on).lon).toBeCloseTo(at.lon, 8);
    for (const base of [null, tiles, pictures('wgs84')]) expect(sheetOf(base).place(at)).toEqual(at);
});

test('every vertex of an area moves by its own shift, and its properties stay', () => {
    const area: FeatureCollection = { ...square, features: square.features.map((one) => ({ ...one, geometry: farEast(one.geometry) })) };
    const [moved] = sheetOf(pictures('gcj02')).draw(area).features;
    const ring = moved?.geometry.type === 'Polygon' ? moved.geometry.coordinates[0] : [];
    expect(ring).toHaveLength(5);
    expect(ring?.[0]).toEqual(ring?.[4]);
    expect((ring?.[0]?.[0] ?? 0) - 111).not.toBeCloseTo((ring?.[1]?.[0] ?? 0) - 113, 6);
    expect(moved?.properties).toEqual({ path: 'a' });
});
