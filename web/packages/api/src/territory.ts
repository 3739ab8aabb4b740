import type { FeatureCollection } from 'geojson';
import { ApiProblem } from './problem';
import { ask } from './transport';
import type { Level, NodeName } from './views';

export interface NodeRow {
    id: string;
    path: string;
    code: string;
    name: string;
    level: Level;
    kind: string;
    households?: number | null;
}

export interface UnitRow {
    id: string;
    name: string;
    short_name: string;
    kind: string;
    path: string;
}

async function absentWhenMissing<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
    try {
        return await answer;
    } catch (failure) {
        if (failure instanceof ApiProblem && failure.kind === 'missing') return null;
        throw failure;
    }
}

export const territories = {
    /** Boundaries of all grids in force, with path, name and level in the properties. */
    boundaries: (): Promise<FeatureCollection | null> => absentWhenMissing(ask('GET', '/territory/boundaries')),
    /** From the county down to the grid that covers the place; empty where none does. */
    at: async (spot: { lon: number; lat: number }): Promise<NodeName[]> =>
        (await absentWhenMissing(ask<{ nodes: NodeName[] }>('GET', '/territory/at', { params: { query: spot } })))?.nodes ?? [],
    units: (query: { path?: string; q?: string }): Promise<{ items: UnitRow[] }> => ask('GET', '/units', { params: { query } }),
    desksBelow: async (path: string): Promise<NodeRow[]> =>
        (await ask<{ items: NodeRow[] }>('GET', '/territory', { params: { query: { parent: path } } })).items,
    /** The street map below everything; null where the county has none. */
    baseMap: (): Promise<FeatureCollection | null> => absentWhenMissing(ask('GET', '/map/base')),
};
