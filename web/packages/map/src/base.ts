import type { FeatureCollection } from 'geojson';
import type { Bounds } from './view';

/** Whoever drew a map wants it said on the map. */
export interface Attribution {
    text: string;
    url?: string;
}

/** One vector tile, unpacked; empty where there is none. */
export type TileReader = (at: { z: number; x: number; y: number }, signal: AbortSignal) => Promise<ArrayBuffer>;

interface Nothing {
    kind: 'none';
}

/** One document with every street of a small place, in WGS 84. */
interface Drawing {
    kind: 'drawing';
    data: FeatureCollection;
}

/** Vector tiles of our own server, in WGS 84. */
export interface Tiles {
    kind: 'tiles';
    version: string;
    bounds: Bounds;
    minZoom: number;
    maxZoom: number;
    attribution: Attribution;
    read: TileReader;
}

/** Pictures that another host draws, one over the other. */
export interface External {
    kind: 'external';
    templates: readonly string[];
    datum: 'wgs84' | 'gcj02';
    maxZoom: number;
    attribution: Attribution;
}

/** What a map stands on. */
export type MapBase = Nothing | Drawing | Tiles | External;

export function attributionOf(base: MapBase | null): Attribution | undefined {
    return base?.kind === 'tiles' || base?.kind === 'external' ? base.attribution : undefined;
}
