/** People and places of territory plans. */
import { people, place } from './county';
import { newId, password, person, Person } from './hands';

interface Feature {
    geometry: { type: string; coordinates: number[][][][] };
    properties: { id: string; path: string; name: string; code: string; kind: string };
}

export interface Grid {
    id: string;
    name: string;
    code: string;
    kind: string;
    validFrom: string;
    town: string;
    townId: string;
    villageId: string;
    boundary: Feature['geometry'];
    middle: { lon: number; lat: number };
    box: { west: number; south: number; east: number; north: number };
}

/** The last grids of the town come first, so that the others stay as other stories know them. */
let taken = 0;

async function nodesAbove(id: string): Promise<{ id: string; name: string; path: string; level: string }[]> {
    return (await (await person(people.dispatcher)).ask<{ above: { id: string; name: string; path: string; level: string }[] }>(`/territory/${id}`)).above;
}

/** Another grid of the town each time, drawn in one piece. */
export async function drawnGrid(login: string): Promise<Grid> {
    const by = await person(login);
    const { features } = await by.ask<{ features: Feature[] }>('/territory/boundaries?level=grid');
    const town = (await townOf()).path;
    const inTown = features.filter((one) => one.properties.path.startsWith(`${town}/`) && one.geometry.coordinates.length === 1 && one.properties.kind === 'general');
    const chosen = inTown.at(-1 - taken++);
    if (!chosen) throw new Error('the town has no further grid');
    const { id, name, code, kind } = chosen.properties;
    const node = await by.ask<{ valid_from: string; label: { lon: number; lat: number } }>(`/territory/${id}`);
    const above = await nodesAbove(id);
    const points = chosen.geometry.coordinates.flat(2);
    const [lons, lats] = [points.map(([lon = 0]) => lon), points.map(([, lat = 0]) => lat)];
    const [townNode, village] = [above.find(({ level }) => level === 'town'), above.findLast(({ level }) => level === 'village')];
    return {
        id, name, code, kind, validFrom: node.valid_from, town: townNode?.name ?? '', townId: townNode?.id ?? '', villageId: village?.id ?? '',
        boundary: chosen.geometry, middle: node.label,
        box: { west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) },
    };
}

export async function townOf(): Promise<{ id: string; path: string }> {
    const { items } = await (await person(people.dispatcher)).ask<{ items: { id: string; path: string; name: string; level: string }[] }>(
        `/territory?q=${encodeURIComponent(place.town)}`,
    );
    const town = items.find(({ level }) => level === 'town');
    if (!town) throw new Error(`there is no ${place.town}`);
    return town;
}

/** Who keeps the territory of the town, and of nothing else; the county has its own keeper. */
export async function townKeeper(): Promise<string> {
    const login = `keeper${Date.now() % 1_000_000}`;
    const { path } = await townOf();
    const id = newId();
    const first = 'First-Day-2026';
    await (await person(people.system)).tell('/accounts', { id, login, display_name: '周管图', path, new_password: first });
    await (await person(people.security)).tell('/grants', { id: newId(), account_id: id, role: 'admin_system', path, valid_from: new Date().toISOString() });
    const fresh = await Person.of(login, first);
    await fresh.tell('/session/password', { old_password: first, new_password: password });
    return login;
}
