import type { FeatureCollection, Position } from 'geojson';

/** Where a position is on the screen, in pixels. */
export type OnScreen = (lon: number, lat: number) => { x: number; y: number };

/** How near the hand has to come to a vertex or an edge, in pixels, to mean it. A vertex wins over an edge. */
export const kSnapPx = { vertex: 14, edge: 8 };

function eachLine(value: unknown, visit: (line: Position[]) => void): void {
    if (!Array.isArray(value) || !Array.isArray(value[0])) return;
    if (typeof value[0][0] === 'number') visit(value as Position[]);
    else value.forEach((inner) => eachLine(inner, visit));
}

/** The rings and lines of all features. */
export function linesOf(collection: FeatureCollection): Position[][] {
    const lines: Position[][] = [];
    for (const { geometry } of collection.features) {
        if (geometry && geometry.type !== 'GeometryCollection') eachLine(geometry.coordinates, (line) => lines.push(line));
    }
    return lines;
}

interface Near {
    at: Position;
    px: number;
}

function nearer(found: Near | undefined, at: Position, px: number, most: number): Near | undefined {
    return px <= most && (!found || px < found.px) ? { at, px } : found;
}

/** The vertex near a place, else the nearest place on an edge near it; undefined when there is neither. */
export function snapTo(place: Position, lines: readonly Position[][], onScreen: OnScreen): Position | undefined {
    const hand = onScreen(place[0] ?? 0, place[1] ?? 0);
    let vertex: Near | undefined;
    let edge: Near | undefined;
    for (const line of lines) {
        line.forEach((to, index) => {
            const end = onScreen(to[0] ?? 0, to[1] ?? 0);
            vertex = nearer(vertex, to, Math.hypot(end.x - hand.x, end.y - hand.y), kSnapPx.vertex);
            const from = line[index - 1];
            if (!from) return;
            const start = onScreen(from[0] ?? 0, from[1] ?? 0);
            const [dx, dy] = [end.x - start.x, end.y - start.y];
            const length = dx * dx + dy * dy;
            const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((hand.x - start.x) * dx + (hand.y - start.y) * dy) / length));
            const px = Math.hypot(start.x + part * dx - hand.x, start.y + part * dy - hand.y);
            const on = [0, 1].map((axis) => (from[axis] ?? 0) + part * ((to[axis] ?? 0) - (from[axis] ?? 0)));
            edge = nearer(edge, on, px, kSnapPx.edge);
        });
    }
    return (vertex ?? edge)?.at;
}
