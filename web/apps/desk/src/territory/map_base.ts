import { territories, type MapSource } from '@jingwei/api';
import type { MapBase } from '@jingwei/map';

/** What the server says, as the map wants it. */
export async function readMapBase(): Promise<MapBase> {
    return mapBaseOf(await territories.mapSource());
}

async function mapBaseOf({ kind, tiles, external }: MapSource): Promise<MapBase> {
    if (kind === 'drawing') return { kind, data: await territories.baseMap() };
    if (kind === 'tiles' && tiles) {
        const { version, west, south, east, north, min_zoom: minZoom, max_zoom: maxZoom, attribution, attribution_url: url } = tiles;
        return {
            kind, version, minZoom, maxZoom, bounds: [west, south, east, north], attribution: { text: attribution, url: url ?? undefined },
            read: (at, signal) => territories.mapTile(at, version, signal).then((octets) => octets ?? new ArrayBuffer(0)),
        };
    }
    if (kind === 'external' && external) {
        const { templates, datum, max_zoom: maxZoom, attribution } = external;
        return { kind, templates, datum, maxZoom, attribution: { text: attribution } };
    }
    return { kind: 'none' };
}
