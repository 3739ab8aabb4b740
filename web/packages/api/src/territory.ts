import type { FeatureCollection } from 'geojson';
import { ApiProblem } from './problem';
import { answerOf, client } from './transport';
import type { Card, Level, MapSource, NodeRow, NodeView, UnitRow } from './views';

async function absentWhenMissing<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
    try {
        return await answer;
    } catch (failure) {
        if (failure instanceof ApiProblem && failure.kind === 'missing') return null;
        throw failure;
    }
}

/** GeoJSON has a type of its own; the contract only says that it is some. */
const geojson = (answer: Promise<unknown>): Promise<FeatureCollection> => answer as Promise<FeatureCollection>;

export const territories = {
    /** Boundaries in force of one level, with path, name and level in the properties. */
    boundaries: (level: Level): Promise<FeatureCollection> =>
        geojson(answerOf(client.GET('/api/v1/territory/boundaries', { params: { query: { level } }, parseAs: 'json' }))),
    /** The street map below everything; empty where the county has none. */
    baseMap: (): Promise<FeatureCollection> => geojson(answerOf(client.GET('/api/v1/map/base', { parseAs: 'json' }))),
    /** What the maps of the county stand on. */
    mapSource: (): Promise<MapSource> => answerOf(client.GET('/api/v1/map/source')),
    /** One vector tile of that version of the base map; empty where there is none. */
    mapTile: (path: { z: number; x: number; y: number }, version: string, signal: AbortSignal): Promise<ArrayBuffer> =>
        answerOf(client.GET('/api/v1/map/tiles/{z}/{x}/{y}', {
            params: { path: { z: String(path.z), x: String(path.x), y: String(path.y) }, query: { v: version } }, parseAs: 'arrayBuffer', signal,
        })) as Promise<unknown> as Promise<ArrayBuffer>,
    /** From the county down to the grid that covers the place; empty where none does. */
    at: async ({ lon, lat }: { lon: number; lat: number }): Promise<NodeRow[]> =>
        (await answerOf(client.GET('/api/v1/territory/at', { params: { query: { lon, lat } } }))).nodes,
    units: (query: { path?: string; within?: string; q?: string; limit?: number }): Promise<{ items: UnitRow[] }> =>
        answerOf(client.GET('/api/v1/units', { params: { query } })),
    /** The nodes right below `parent`, those that `q` finds, or the county itself. */
    list: (query: { parent?: string; q?: string; limit?: number }): Promise<{ items: NodeRow[] }> =>
        answerOf(client.GET('/api/v1/territory', { params: { query } })),
    read: (id: string): Promise<NodeView> => answerOf(client.GET('/api/v1/territory/{id}', { params: { path: { id } } })),
    card: (code: string): Promise<Card | null> =>
        absentWhenMissing(answerOf(client.GET('/api/v1/public/grids/{code}/card', { params: { path: { code } } }))),
};
