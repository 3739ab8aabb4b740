/** A town draws a grid in two, the county approves, and who answers is another from then on, and the old one before. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './county';
import { clickMap, Office } from './desk';
import { newId, person } from './hands';
import { drawnGrid, townKeeper } from './plan_hands';

let office: Office;
let drafter: string;
beforeAll(async () => {
    office = await Office.open();
    drafter = await townKeeper();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

const send = (page: Page): Promise<void> => page.locator('.el-dialog button[type=submit]').last().click();
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const unique = `${Date.now() % 1_000_000}`;

interface Named {
    id: string;
    name: string;
    code: string;
}

async function gridAt(spot: { lon: number; lat: number }, at?: string): Promise<Named | undefined> {
    const { nodes } = await (await person(people.dispatcher)).ask<{ nodes: Named[] }>(
        `/territory/at?lon=${spot.lon}&lat=${spot.lat}${at ? `&at=${encodeURIComponent(at)}` : ''}`,
    );
    return nodes.at(-1);
}

test('a split is drawn by the town, approved by the county, in force today, and the past stays answerable', async () => {
    const grid = await drawnGrid(drafter);
    const before = new Date().toISOString();
    const page = await office.at(drafter);
    await page.goto('territory');
    await page.getByRole('button', { name: '调整方案' }).click();
    await page.getByRole('button', { name: '起草方案' }).click();
    await page.locator('.el-dialog [data-field="/node_id"] input').click();
    await page.locator('.el-select-dropdown__item', { hasText: grid.town }).last().click();
    await page.locator('.el-dialog [data-field="/name"] input').fill(`拆分方案${unique}`);
    await page.locator('.el-dialog [data-field="/in_force_on"] input').fill(today);
    await page.keyboard.press('Enter');
    await send(page);
    await page.locator('h1', { hasText: `拆分方案${unique}` }).waitFor();
    expect(await page.locator('h1 .state').textContent()).toBe('草稿');

    // The grid is chosen in the list, the line is drawn on the map.
    await page.locator('.tools input').first().fill(grid.code);
    await page.locator('.grids .el-checkbox', { hasText: grid.name }).first().click();
    const { west, south, east, north } = grid.box;
    const plan = page.url().split('/').at(-1) ?? '';
    await (await person(drafter)).ask(`/territory/plans/${plan}`);
    await page.getByRole('button', { name: '拆分', exact: true }).click();
    await page.locator('.canvas[data-drawing=line]').waitFor();
    const over = (north - south) * 0.2;
    await clickMap(page, grid.middle.lon, south - over);
    await clickMap(page, grid.middle.lon, north + over);
    await page.keyboard.press('Enter');
    await page.locator('.el-dialog [data-field="/names/1"] input').fill(`新网格${unique}`);
    await send(page);
    await page.locator('.changes li', { hasText: `新网格${unique}` }).waitFor();
    await page.locator('.faults .sum.good').waitFor();
    expect(west).toBeLessThan(east);

    await page.getByRole('button', { name: '报送' }).click();
    await send(page);
    await expect.poll(() => page.locator('h1 .state').textContent()).toBe('待审批');

    const county = await office.at(people.system);
    await county.goto(`territory/plans/${plan}`);
    await county.locator('.steps', { hasText: '报送' }).waitFor();
    await county.getByRole('button', { name: '批准' }).click();
    await send(county);
    await expect.poll(() => county.locator('h1 .state').textContent()).toBe('已生效');

    // Who answers there now, and who answered before.
    const spots = [west, east].map((side) => ({ lon: grid.middle.lon + (side - grid.middle.lon) * 0.1, lat: grid.middle.lat }));
    const now = await Promise.all(spots.map((spot) => gridAt(spot)));
    const then = await Promise.all(spots.map((spot) => gridAt(spot, before)));
    expect(new Set(now.map((one) => one?.name))).toEqual(new Set([grid.name, `新网格${unique}`]));
    expect(then.map((one) => one?.id)).toEqual([grid.id, grid.id]);
    const made = now.find((one) => one?.name !== grid.name);
    const card = await (await person(people.dispatcher)).ask<{ name: string }>(`/public/grids/${made?.code}/card`);
    expect(card.name).toContain(`新网格${unique}`);
});

test('an overlap is shown, listed, and not submitted', async () => {
    const grid = await drawnGrid(drafter);
    const town = await person(drafter);
    const id = newId();
    const begun = await town.tell<{ revision: number }>('/territory/plans', { id, node_id: grid.townId, name: `重叠${unique}`, in_force_on: today });
    await town.change(`/territory/plans/${id}`, {
        revision: begun.revision,
        changes: [{ kind: 'add', touches: [], results: [{ id: newId(), parent_id: grid.villageId, name: `重叠网格${unique}`, kind: 'general', boundary: grid.boundary }] }],
    });
    const page = await office.at(drafter);
    await page.goto(`territory/plans/${id}`);
    await page.locator('.faults .show.fault', { hasText: '重叠' }).first().click();
    expect(await page.getByRole('button', { name: '报送' }).isDisabled()).toBe(true);
    await page.locator('.changes').getByRole('button', { name: '删去第 1 项调整' }).click();
    await page.locator('.faults .sum.good').waitFor();
});

test('what is sent back says why', async () => {
    const grid = await drawnGrid(drafter);
    const town = await person(drafter);
    const id = newId();
    const begun = await town.tell<{ revision: number }>('/territory/plans', { id, node_id: grid.townId, name: `改名${unique}`, in_force_on: today });
    const changed = await town.change<{ revision: number }>(`/territory/plans/${id}`, {
        revision: begun.revision,
        changes: [{
            kind: 'renumber', touches: [{ id: grid.id, seen: grid.validFrom }],
            results: [{ id: grid.id, name: `改名网格${unique}`, code: grid.code, kind: grid.kind, boundary: grid.boundary }],
        }],
    });
    await town.tell(`/territory/plans/${id}/submit`, { revision: changed.revision });
    const county = await office.at(people.system);
    await county.goto(`territory/plans/${id}`);
    await county.getByRole('button', { name: '退回' }).click();
    await send(county);
    await county.locator('.el-dialog .fault', { hasText: '请写明退回的原因' }).waitFor();
    await county.locator('.el-dialog textarea').fill('名称与邻村重复');
    await send(county);
    await county.locator('.steps .reason', { hasText: '名称与邻村重复' }).waitFor();
});
