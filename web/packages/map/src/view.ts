import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { MapBase } from './base';

export interface Spot {
    lon: number;
    lat: number;
}

/** A numbered point on the map; its number is also in the list beside it. */
export interface MapPoint extends Spot {
    label: string;
    light?: 'green' | 'yellow' | 'red';
}

/** Something that the map shows by its light, coloured and shaped, and that can be chosen. */
export interface MapMark extends Spot {
    id: string;
    light?: 'green' | 'yellow' | 'red';
}

/** What a map shows. */
export interface MapView {
    /** What is below everything; null until it is known. */
    base: MapBase | null;
    territory: FeatureCollection | null;
    points?: readonly MapPoint[];
    marks?: readonly MapMark[];
    /** Id of the mark that is brought out. */
    mark?: string;
    /** Path of the territory node that is brought out, and shown when there is no place. */
    chosen?: string;
    pick?: boolean;
    /** Dots of the screen to a pixel, where a map is enlarged by a transform; else those of the screen. */
    pixelRatio?: number;
}

export type Bounds = [west: number, south: number, east: number, north: number];

function eachPosition(value: unknown, visit: (at: Position) => void): void {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') visit(value as Position);
    else value.forEach((inner) => eachPosition(inner, visit));
}

/** The box around all features that `wanted` accepts; undefined when there is none. */
export function boundsOf(
    collection: FeatureCollection | null, wanted: (properties: Record<string, unknown>) => boolean = () => true,
): Bounds | undefined {
    let box: Bounds | undefined;
    for (const feature of collection?.features ?? []) {
        if (!feature.geometry || feature.geometry.type === 'GeometryCollection' || !wanted(feature.properties ?? {})) continue;
        eachPosition(feature.geometry.coordinates, ([lon = 0, lat = 0]) => {
            box = box
                ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)]
                : [lon, lat, lon, lat];
        });
    }
    return box;
}

type Ring = Position[];

/** Twice the signed area of a ring and its middle, both by the shoelace sum. */
function middleOf(ring: Ring): { area: number; at: Position } {
    let area = 0;
    let x = 0;
    let y = 0;
    ring.forEach(([lon = 0, lat = 0], index) => {
        const [nextLon = 0, nextLat = 0] = ring[(index + 1) % ring.length] ?? [];
        const cross = lon * nextLat - nextLon * lat;
        area += cross;
        x += (lon + nextLon) * cross;
        y += (lat + nextLat) * cross;
    });
    return { area, at: area === 0 ? (ring[0] ?? []) : [x / (3 * area), y / (3 * area)] };
}

function outerRings(geometry: Geometry): Ring[] {
    if (geometry.type === 'Polygon') return geometry.coordinates.slice(0, 1);
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1)) : [];
}

/** One point per area for its name; a name on the area itself would be drawn once per tile that it crosses. */
export function nameFeatures(collection: FeatureCollection | null): FeatureCollection {
    const features = (collection?.features ?? []).flatMap((feature) => {
        const [largest] = outerRings(feature.geometry).map(middleOf).sort((one, other) => Math.abs(other.area) - Math.abs(one.area));
        return largest ? [{ ...feature, geometry: { type: 'Point' as const, coordinates: largest.at } }] : [];
    });
    return { type: 'FeatureCollection', features };
}

/** The points as map features. */
export function pointFeatures(points: readonly MapPoint[]): FeatureCollection {
    return {
        type: 'FeatureCollection',
        features: points.map(({ lon, lat, label, light }) => ({
            type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { label, light: light ?? '' },
        })),
    };
}

/** The marks as map features. */
export function markFeatures(marks: readonly MapMark[]): FeatureCollection {
    return {
        type: 'FeatureCollection',
        features: marks.map(({ lon, lat, id, light }) => ({
            type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { id, light: light ?? 'none' },
        })),
    };
}
