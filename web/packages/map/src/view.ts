import type { FeatureCollection, Position } from 'geojson';

export interface Spot {
    lon: number;
    lat: number;
}

/** A numbered point on the map; its number is also in the list beside it. */
export interface MapPoint extends Spot {
    label: string;
    light?: 'green' | 'yellow' | 'red';
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

/** The points as map features. */
export function pointFeatures(points: readonly MapPoint[]): FeatureCollection {
    return {
        type: 'FeatureCollection',
        features: points.map(({ lon, lat, label, light }) => ({
            type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { label, light: light ?? '' },
        })),
    };
}
