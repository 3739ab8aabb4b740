import type { FeatureCollection } from 'geojson';
import type { MapBase } from './base';
import type { Drawing } from './drawing';
import type { Bounds } from './view';

/** What an area of the map is: properties `id`, `name` and `look`. */
export type AreaLook = 'still' | 'planned' | 'chosen' | 'ending' | 'fault' | 'old_fault';

/** What a map shows on which areas are drawn. */
export interface DrawView {
    base: MapBase | null;
    territory: FeatureCollection | null;
    areas: FeatureCollection;
    /** Shown whenever it changes. */
    focus?: Bounds;
    /** The hand is taken as long as this is there. */
    drawing?: Drawing;
}
