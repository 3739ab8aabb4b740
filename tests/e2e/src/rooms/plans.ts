import type { Page } from 'playwright-core';
import { people } from '../county';
import { newId, person } from '../hands';
import { drawnGrid, type Grid } from '../plan_hands';
import type { Room } from '../room';

const day = '2099-01-01';

const known = new Map<string, Promise<string>>();

/** A draft with one change, begun once for all seats. */
function draftOf(name: string, change: (grid: Grid) => object): Promise<string> {
    const begin = async (): Promise<string> => {
        const system = await person(people.system);
        const grid = await drawnGrid(people.system);
        const id = newId();
        const note = '北片新建小区入住后，一个网格管不过来。';
        const { revision } = await system.tell<{ revision: number }>('/territory/plans', { id, node_id: grid.townId, name, in_force_on: day, note });
        await system.change(`/territory/plans/${id}`, { revision, changes: [change(grid)] });
        return id;
    };
    const found = known.get(name) ?? begin();
    known.set(name, found);
    return found;
}

const renamed = (): Promise<string> => draftOf('文昌里网格改名', (grid) => ({
    kind: 'renumber', touches: [{ id: grid.id, seen: grid.validFrom }],
    results: [{ id: grid.id, name: '文昌里东网格', code: grid.code, kind: grid.kind, boundary: grid.boundary }],
}));

const overlapping = (): Promise<string> => draftOf('文昌里新增网格', (grid) => ({
    kind: 'add', touches: [], results: [{ id: newId(), parent_id: grid.villageId, name: '文昌里北网格', kind: 'general', boundary: grid.boundary }],
}));

const open = async (page: Page, plan: Promise<string>): Promise<void> => {
    await page.goto(`territory/plans/${await plan}`);
    await page.locator('.faults').waitFor();
};

export const rooms: readonly Room[] = [
    { name: 'plans', login: people.system, open: async (page) => {
        await renamed();
        await page.goto('territory/plans');
        await page.locator('.list li').first().waitFor();
    } },
    { name: 'plans-new', login: people.system, open: async (page) => {
        await page.goto('territory/plans');
        await page.locator('.head .el-button--primary').click();
        await page.locator('.el-dialog button[type=submit]').waitFor();
    } },
    { name: 'plan', login: people.system, open: (page) => open(page, renamed()) },
    { name: 'plan-faults', login: people.system, open: (page) => open(page, overlapping()) },
    { name: 'plan-missing', login: people.system, open: (page) => page.goto('territory/plans/00000000-0000-7000-8000-000000000000') },
];
