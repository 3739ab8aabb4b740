import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { MapBase } from './base';
import { fromGcj02, toGcj02 } from './gcj02';
import type { Spot } from './view';

/** Where places of WGS 84, which are all that we keep, stand on the sheet that a map is drawn on, and back. */
export interface Sheet {
    place(at: Spot): Spot;
    spot(on: Spot): Spot;
    draw(collection: FeatureCollection): FeatureCollection;
}

const plain: Sheet = { place: (at) => at, spot: (on) => on, draw: (collection) => collection };

function positions(value: unknown): unknown {
    if (!Array.isArray(value)) return value;
    if (typeof value[0] !== 'number') return value.map(positions);
    const [lon = 0, lat = 0] = value as Position;
    const there = toGcj02({ lon, lat });
    return [there.lon, there.lat];
}

function geometry(given: Geometry): Geometry {
    if (given.type === 'GeometryCollection') return { ...given, geometries: given.geometries.map(geometry) };
    return { ...given, coordinates: positions(given.coordinates) } as Geometry;
}

const feature = (given: Feature): Feature => ({ ...given, geometry: geometry(given.geometry) });

const shifted: Sheet = {
    place: toGcj02,
    spot: fromGcj02,
    draw: (collection) => ({ ...collection, features: collection.features.map(feature) }),
};

/**
 * A picture cannot be shifted without drawing it anew, less sharp, and the shift differs from place to place. So it is
 * our own geometry that moves onto a sheet in GCJ-02, each vertex by its own shift, and what the hand points at moves back.
 */
export function sheetOf(base: MapBase | null): Sheet {
    return base?.kind === 'external' && base.datum === 'gcj02' ? shifted : plain;
}
