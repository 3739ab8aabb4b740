import type { FeatureCollection } from 'geojson';
import { ApiProblem } from './problem';
import { ask } from './transport';
import type { Level, NodeName } from './views';

export interface NodeRow {
    id: string;
    path: string;
    code: string;
    name: string;
    full_name: string;
    level: Level;
    level_name: string;
    kind: 'division' | 'general' | 'dedicated' | 'micro';
    households?: number | null;
    children: number;
    drawn: boolean;
}

export interface NodeView extends NodeRow {
    parent_id?: string | null;
    /** From the county down to the parent. */
    above: NodeRow[];
    valid_from: string;
}

export interface CardPerson {
    kind: string;
    title: string;
    name: string;
    /** Stands in for whoever is away. */
    acting: boolean;
    duty_phone: string;
    duties: string;
}

/** What stands on the board in the street. */
export interface Card {
    people: CardPerson[];
    complaint_phone: string;
    qr_svg: string;
}

export interface UnitRow {
    id: string;
    name: string;
    short_name: string;
    kind: 'centre' | 'department' | 'station' | 'committee';
    path: string;
    phone: string;
    duties: string;
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
    /** Boundaries in force of one level, with path, name and level in the properties. */
    boundaries: (level: Level): Promise<FeatureCollection> => ask('GET', '/territory/boundaries', { params: { query: { level } } }),
    /** From the county down to the grid that covers the place; empty where none does. */
    at: async ({ lon, lat }: { lon: number; lat: number }): Promise<NodeName[]> =>
        (await ask<{ nodes: NodeRow[] }>('GET', '/territory/at', { params: { query: { lon, lat } } })).nodes,
    units: (query: { path?: string; q?: string }): Promise<{ items: UnitRow[] }> => ask('GET', '/units', { params: { query } }),
    /** The nodes right below `parent`, those that `q` finds, or the county itself. */
    list: (query: { parent?: string; q?: string; limit?: number }): Promise<{ items: NodeRow[] }> =>
        ask('GET', '/territory', { params: { query } }),
    card: (code: string): Promise<Card | null> => absentWhenMissing(ask('GET', '/public/grids/{code}/card', { params: { path: { code } } })),
    read: (id: string): Promise<NodeView> => ask('GET', '/territory/{id}', { params: { path: { id } } }),
    /** The street map below everything; null where the county has none. */
    baseMap: (): Promise<FeatureCollection | null> => absentWhenMissing(ask('GET', '/map/base')),
};
