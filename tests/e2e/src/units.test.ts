/** Whoever keeps the county enters its units and draws its grids; everybody finds them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, place } from './county';
import { Office } from './desk';
import { person, unitOf } from './hands';

let office: Office;
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

interface Named {
    id: string;
    name: string;
}

const unique = `${Date.now() % 1_000_000}`;

async function nodeOf(level: string, name: string): Promise<string> {
    const { features } = await (await person(people.system)).ask<{ features: { properties: Named }[] }>(`/territory/boundaries?level=${level}`);
    const found = features.find((one) => one.properties.name === name);
    if (!found) throw new Error(`there is no ${level} ${name}`);
    return found.properties.id;
}

const fieldOf = (page: Page, pointer: string): ReturnType<Page['locator']> => page.locator(`.el-dialog [data-field="${pointer}"]`);
const send = (page: Page): Promise<void> => page.locator('.el-dialog button[type=submit]').click();

test('a unit is entered, changed and closed; a name that is taken is refused', async () => {
    const page = await office.at(people.system);
    const name = `水务站${unique}`;
    await page.goto('units');
    await page.locator('.panel').waitFor();
    await page.getByRole('button', { name: '新建单位' }).click();
    await fieldOf(page, '/name').locator('input').waitFor();
    await send(page);
    expect(await fieldOf(page, '/name').locator('.fault').textContent()).toBe('请填写单位名称。');
    await fieldOf(page, '/name').locator('input').fill(name);
    await fieldOf(page, '/phone').locator('input').fill('0000-8889999');
    await send(page);
    await page.locator('.panel h2', { hasText: name }).waitFor();
    expect(await page.locator('.panel .call').textContent()).toContain('0000-8889999');

    await page.getByRole('button', { name: '新建单位' }).click();
    await fieldOf(page, '/name').locator('input').fill(name);
    await send(page);
    await page.locator('.el-dialog .fault', { hasText: '同名单位' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.el-dialog').waitFor({ state: 'hidden' });

    await page.locator('.panel').getByRole('button', { name: '撤销' }).click();
    await page.locator('.el-dialog', { hasText: '不能恢复' }).waitFor();
    await send(page);
    await page.waitForURL('**/units');
    await page.locator('.list .narrow input').first().fill(name);
    await page.locator('.list', { hasText: '没有符合条件的单位' }).waitFor();
});

test('a file with a fault is written not at all, and each fault says its row', async () => {
    const page = await office.at(people.system);
    await page.goto('units');
    await page.locator('.panel').waitFor();
    await page.getByRole('button', { name: '导入' }).click();
    const text = `node,name,kind\n990001,好单位${unique},部门\n990001,坏单位${unique},花园\n`;
    await page.locator('.el-dialog input[type=file]').setInputFiles({ name: 'units.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.locator('.preview tbody tr', { hasText: '没有这种单位类型' }).waitFor();
    expect(await page.locator('.preview tbody td').first().textContent()).toBe('3');
    const { items } = await (await person(people.system)).ask<{ items: Named[] }>(`/units?q=${encodeURIComponent(`好单位${unique}`)}`);
    expect(items).toEqual([]);
});

test('a unit leads to its open cases, and whoever keeps no units is offered no change', async () => {
    const page = await office.at(people.dispatcher);
    await page.goto(`units/${await unitOf(place.unit)}`);
    await page.locator('.panel h2').waitFor();
    expect(await page.getByRole('button', { name: '新建单位' }).count()).toBe(0);
    expect(await page.locator('.panel .acts').count()).toBe(0);
    await page.locator('.panel a.cases').click();
    await page.waitForURL('**/work/open?unit=*');
    await page.locator('.filters .chip', { hasText: place.unit }).waitFor();
});

test('the tree is open down to the chosen grid, and the keyboard goes through it', async () => {
    const page = await office.at(people.dispatcher);
    await page.goto(`territory/${await nodeOf('village', place.village)}`);
    const chosen = page.locator('[role=treeitem][aria-selected=true]');
    await chosen.waitFor();
    expect(await chosen.textContent()).toContain(place.village);
    await page.locator('[role=treeitem][aria-level="4"]', { hasText: place.grid }).waitFor();
    await chosen.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.way [aria-current=page]', { hasText: place.grid }).waitFor();
    expect(await page.getByRole('button', { name: '停用' }).count()).toBe(0);
});

test('a grid is created below its village, is found undrawn by the check, and is closed again', async () => {
    const page = await office.at(people.system);
    const name = `新网格${unique}`;
    await page.goto(`territory/${await nodeOf('village', place.village)}`);
    await page.getByRole('button', { name: '新建下级' }).click();
    await fieldOf(page, '/name').locator('input').fill(name);
    await send(page);
    await page.locator('.way [aria-current=page]', { hasText: name }).waitFor();
    await page.locator('.tree [aria-selected=true]', { hasText: '未划界' }).waitFor();
    await page.getByRole('button', { name: '划界检查' }).click();
    await page.locator('.coverage li', { hasText: name }).waitFor();
    await page.locator('.page').getByRole('button', { name: '停用' }).click();
    await page.locator('.el-dialog', { hasText: '不能恢复' }).waitFor();
    await send(page);
    await page.locator('.way [aria-current=page]', { hasText: place.village }).waitFor();
    await expect.poll(() => page.locator('.tree', { hasText: name }).count()).toBe(0);
});

test('the code rule is fixed once there are grids, and the refusal stands at it', async () => {
    const page = await office.at(people.system);
    await page.goto('territory');
    await page.getByRole('button', { name: '区划设置' }).click();
    await fieldOf(page, '/code_rule').getByText('不设规则').click();
    await send(page);
    await fieldOf(page, '/code_rule').locator('.fault', { hasText: '不能再换编码规则' }).waitFor();
    await page.keyboard.press('Escape');
});

test('the card of a grid names its people, and its paper is chosen', async () => {
    const page = await office.at(people.dispatcher);
    await page.goto(`territory/${await nodeOf('grid', place.grid)}`);
    await page.getByRole('link', { name: '公示牌' }).click();
    await page.locator('.poster-sheet .person').first().waitFor();
    await page.getByText('A3', { exact: true }).click();
    await page.locator('.poster-sheet.A3').waitFor();
    expect(await page.evaluate(() => [...document.head.querySelectorAll('style')].some((one) => one.textContent?.includes('size: A3')))).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav.nav').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
});
