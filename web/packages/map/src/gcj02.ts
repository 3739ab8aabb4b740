import type { Spot } from './view';

// GCJ-02, the shifted coordinates of most Chinese web maps, on the ellipsoid of Krasovsky 1940. The formulas were never
// published by their authority; these are the ones that everybody uses, and server/geo has the same.
const kAxis = 6378245;
const kEccentricity = 0.00669342162296594323;
/** Inside, maps are shifted; a crude box, as in every implementation. */
const kBox = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 };
/** About a tenth of a millimetre, in degrees. */
const kExact = 1e-9;
const kMostRounds = 12;

const sine = (angle: number): number => Math.sin(angle * Math.PI);

function common(x: number): number {
    return (20 * sine(6 * x) + 20 * sine(2 * x)) * (2 / 3);
}

function shiftLat(x: number, y: number): number {
    const even = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
    return even + common(x) + (20 * sine(y) + 40 * sine(y / 3)) * (2 / 3) + (160 * sine(y / 12) + 320 * sine(y / 30)) * (2 / 3);
}

function shiftLon(x: number, y: number): number {
    const even = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
    return even + common(x) + (20 * sine(x) + 40 * sine(x / 3)) * (2 / 3) + (150 * sine(x / 12) + 300 * sine(x / 30)) * (2 / 3);
}

function isShifted({ lon, lat }: Spot): boolean {
    return lon > kBox.west && lon < kBox.east && lat > kBox.south && lat < kBox.north;
}

/** Where a place of WGS 84 (CGCS2000) stands on a map in GCJ-02. */
export function toGcj02(at: Spot): Spot {
    if (!isShifted(at)) return at;
    const [x, y] = [at.lon - 105, at.lat - 35];
    const radians = (at.lat * Math.PI) / 180;
    const magic = 1 - kEccentricity * Math.sin(radians) ** 2;
    const root = Math.sqrt(magic);
    return {
        lon: at.lon + (shiftLon(x, y) * 180) / ((kAxis / root) * Math.cos(radians) * Math.PI),
        lat: at.lat + (shiftLat(x, y) * 180) / (((kAxis * (1 - kEccentricity)) / (magic * root)) * Math.PI),
    };
}

/** Which place of WGS 84 stands there on a map in GCJ-02. In one step it would be off by 0.2 m; so it is drawn nearer until it fits. */
export function fromGcj02(at: Spot): Spot {
    let found = at;
    for (let round = 0; round < kMostRounds; ++round) {
        const there = toGcj02(found);
        const [lon, lat] = [at.lon - there.lon, at.lat - there.lat];
        found = { lon: found.lon + lon, lat: found.lat + lat };
        if (Math.abs(lon) < kExact && Math.abs(lat) < kExact) break;
    }
    return found;
}
