/** Where and who in the demo county. The same seed makes the same county, so these are fixed. */
import type { Page } from 'playwright-core';

export const people = {
    worker: 'grid09', lead: 'village03', dispatcher: 'town11', otherDispatcher: 'town12', unit: 'station12', caller: 'supervisor',
    helper: 'station11', instructor: 'cadre11', county: 'county1', system: 'system', security: 'security', auditor: 'auditor',
} as const;

export const place = { village: '文昌里社区', grid: '第一网格', unit: '公共事务服务中心', helper: '综合行政执法队', town: '云阳街道' } as const;

interface Feature {
    properties: { id: string; path: string; name: string };
}

/** A point inside the worker's own grid. */
export async function spotInGrid(page: Page): Promise<{ lon: number; lat: number }> {
    return page.evaluate(async ({ village, grid }) => {
        const ask = async (path: string): Promise<unknown> => (await fetch(`/api/v1${path}`)).json();
        const of = async (level: string): Promise<Feature[]> => ((await ask(`/territory/boundaries?level=${level}`)) as { features: Feature[] }).features;
        const home = (await of('village')).find((one) => one.properties.name === village);
        const own = (await of('grid')).find(({ properties }) => properties.name === grid && properties.path.startsWith(`${home?.properties.path}/`));
        return ((await ask(`/territory/${own?.properties.id}`)) as { label: { lon: number; lat: number } }).label;
    }, { village: place.village, grid: place.grid });
}
