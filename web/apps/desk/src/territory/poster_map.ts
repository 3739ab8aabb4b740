import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** A shape of the small map on a card, ready to be drawn. */
export interface Shape {
    /** "water", "park", "road", "near", "grid" … */
    look: string;
    path: string;
}

export interface Sheet {
    width: number;
    height: number;
    shapes: Shape[];
}

type Box = [west: number, south: number, east: number, north: number];

function linesOf(geometry: Geometry): Position[][] {
    switch (geometry.type) {
        case 'LineString':
            return [geometry.coordinates];
        case 'MultiLineString':
        case 'Polygon':
            return geometry.coordinates;
        case 'MultiPolygon':
            return geometry.coordinates.flat();
        default:
            return [];
    }
}

function boxOf(lines: readonly Position[][]): Box {
    const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lon = 0, lat = 0] of lines.flat()) {
        box[0] = Math.min(box[0], lon);
        box[1] = Math.min(box[1], lat);
        box[2] = Math.max(box[2], lon);
        box[3] = Math.max(box[3], lat);
    }
    return box;
}

const meets = (one: Box, other: Box): boolean => one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];

/** What is drawn of the street map, from the ground up; names and small things are left to the real map. */
const looks: Readonly<Record<string, string>> = { green: 'green', water: 'water', building: 'building', road: 'road' };
const order = ['green', 'water', 'road', 'building', 'near', 'grid'];

const lookOf = ({ properties }: Feature): string | undefined => looks[String(properties?.layer)];

/** The box around the area, with air, in the shape of the sheet. A degree of longitude is shorter than one of latitude. */
function frame(area: Box, width: number, height: number): { box: Box; scale: number; squeeze: number } {
    const kAir = 1.25;
    const squeeze = Math.cos((((area[1] + area[3]) / 2) * Math.PI) / 180);
    const scale = Math.min(width / ((area[2] - area[0]) * squeeze || 1e-6), height / (area[3] - area[1] || 1e-6)) / kAir;
    const [lon, lat] = [(area[0] + area[2]) / 2, (area[1] + area[3]) / 2];
    const [halfLon, halfLat] = [width / scale / squeeze / 2, height / scale / 2];
    return { box: [lon - halfLon, lat - halfLat, lon + halfLon, lat + halfLat], scale, squeeze };
}

/**
 * A map of one area as lines, so that it prints as sharp as letters: the streets and waters around it, its neighbours,
 * and itself on top. Undefined when it has no boundary.
 */
export function sheetOf(area: Geometry | null, near: FeatureCollection | null, base: FeatureCollection | null, width = 600, height = 240): Sheet | undefined {
    const own = area ? linesOf(area) : [];
    if (own.length === 0) return undefined;
    const { box, scale, squeeze } = frame(boxOf(own), width, height);
    const at = ([lon = 0, lat = 0]: Position): string => `${((lon - box[0]) * squeeze * scale).toFixed(1)} ${((box[3] - lat) * scale).toFixed(1)}`;
    const draw = (lines: readonly Position[][], closed: boolean): string => lines.map((line) => `M${line.map(at).join('L')}${closed ? 'Z' : ''}`).join('');
    const shapes: Shape[] = [{ look: 'grid', path: draw(own, true) }];
    const add = (feature: Feature, look: string | undefined): void => {
        const lines = look && feature.geometry ? linesOf(feature.geometry) : [];
        if (!look || lines.length === 0 || !meets(boxOf(lines), box)) return;
        shapes.push({ look, path: draw(lines, !feature.geometry.type.includes('Line')) });
    };
    base?.features.forEach((feature) => add(feature, lookOf(feature)));
    near?.features.filter(({ properties }) => properties?.level === 'grid').forEach((feature) => add(feature, 'near'));
    return { width, height, shapes: shapes.sort((one, other) => order.indexOf(one.look) - order.indexOf(other.look)) };
}
