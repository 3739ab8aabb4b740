import { cases, type CaseRow } from '@jingwei/api';

/** Open cases of a place as far as one list tells. */
export interface OpenCases {
    path: string;
    name: string;
    rows: readonly CaseRow[];
    /** There are more than are told here. */
    more: boolean;
}

/** Of one answer; more than that nobody reads on paper. */
export const kMostOpen = 100;

/** The open cases of each place once, places inside another left out: those of a grid follow the grid, whoever holds it. */
export async function openCasesOf(places: readonly { path: string; full_name: string }[]): Promise<OpenCases[]> {
    const apart = placesApart(places);
    return Promise.all(apart.map(async ({ path, full_name: name }) => {
        const page = await cases.list({ view: 'open', path, limit: kMostOpen });
        return { path, name, rows: page.items, more: page.next !== null };
    }));
}

/** Each place once, and none inside another. */
export function placesApart<Place extends { path: string }>(places: readonly Place[]): Place[] {
    const once = [...new Map(places.map((one) => [one.path, one])).values()];
    return once.filter((one) => !once.some((other) => one.path !== other.path && one.path.startsWith(`${other.path}/`)));
}
