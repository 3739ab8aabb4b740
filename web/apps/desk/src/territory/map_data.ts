import { ApiProblem, territories } from '@jingwei/api';
import type { MapBase } from '@jingwei/map';
import type { FeatureCollection } from 'geojson';
import { readonly, shallowRef, type Ref } from 'vue';
import { readMapBase } from './map_base';

const base = shallowRef<MapBase | null>(null);
const territory = shallowRef<FeatureCollection | null>(null);
let asked = false;

async function fetchInto<Data>(target: Ref<Data | null>, source: () => Promise<Data | null>): Promise<void> {
    try {
        target.value = await source();
    } catch (failure) {
        if (!(failure instanceof ApiProblem)) throw failure;
        asked = false;  // the next map asks again; until then it is a quiet plain sheet
    }
}

/** Grids, and villages whose names and lines are shown from further away. */
async function borders(): Promise<FeatureCollection> {
    const [grids, villages] = await Promise.all([territories.boundaries('grid'), territories.boundaries('village')]);
    return { type: 'FeatureCollection', features: [...grids.features, ...villages.features] };
}

/** Reads the borders again, after one has changed. */
export async function refreshBorders(): Promise<void> {
    if (asked) await fetchInto(territory, borders);
}

interface MapData {
    base: Readonly<Ref<MapBase | null>>;
    territory: Readonly<Ref<FeatureCollection | null>>;
}

/** What every map of the county stands on; fetched once, by the first map. */
export function useMapData(): MapData {
    if (!asked) {
        asked = true;
        void fetchInto(base, readMapBase);
        void fetchInto(territory, borders);
    }
    return { base: readonly(base) as MapData['base'], territory: readonly(territory) as MapData['territory'] };
}
