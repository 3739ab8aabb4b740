/** My work: through the list by keys, the same cases in other shapes, and the same thing done to many. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './county';
import { clickMap, openBrowser, settled, signedIn } from './desk';
import { Case, person, spotInGrid } from './hands';

/** A screen has this long to become what it should be. */
const kPatience = { timeout: 15_000 };
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

async function at(login: string, path: string, work: (page: Page) => Promise<void>): Promise<void> {
    const { page, context, complaints } = await signedIn(browser, login);
    try {
        await page.goto(path);
        await page.locator('main h1').waitFor({ state: 'attached' });
        await work(page);
        expect(complaints).toEqual([]);
    } finally {
        await context.close();
    }
}

const focused = (page: Page): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute('data-case'));
const idOf = (page: Page, nth: number): Promise<string | null> => page.locator('[data-case]').nth(nth).getAttribute('data-case');

/** Cases with words of their own, so that the list holds them and nothing else. */
async function some(count: number, make: (words: string) => Promise<Case>): Promise<{ word: string; all: Case[] }> {
    const word = `巡检${Date.now()}`;
    const all: Case[] = [];
    for (let nth = 0; nth < count; ++nth) all.push(await make(`${word} 第 ${nth + 1} 处护栏松动。`));
    return { word, all };
}

async function search(page: Page, word: string, count: number): Promise<void> {
    await page.locator('.filters .words input').fill(word);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-case]').count(), kPatience).toBe(count);
}

test('the keys go through the list, open a case, and find the cursor again on the way back', async () => {
    await at(people.county, 'work/open', async (page) => {
        await page.locator('a.row').first().waitFor();
        const third = await idOf(page, 2);
        for (const key of ['j', 'j', 'ArrowDown', 'j', 'k']) await page.keyboard.press(key);
        expect(await focused(page)).toBe(third);
        expect(await page.locator('.item.cursor').count()).toBe(1);
        await page.keyboard.press('Enter');
        await page.locator('.timeline').waitFor();
        await page.locator('.back').click();
        await page.locator(`.item.cursor [data-case="${third}"]`).waitFor();
        await expect.poll(() => focused(page), kPatience).toBe(third);
        await page.keyboard.press('g');
        await page.keyboard.press('d');
        await expect.poll(() => page.url(), kPatience).toContain('/work/done');
    });
});

test('the keys are quiet while somebody types and while a dialog is open; ? tells them, and letters can be turned off', async () => {
    await at(people.county, 'work/open', async (page) => {
        await page.locator('a.row').first().waitFor();
        await page.keyboard.press('/');
        await page.keyboard.type('jxa?gt');
        expect(await page.locator('.filters .words input').inputValue()).toBe('jxa?gt');
        expect(page.url()).toContain('/work/open');
        await page.locator('h1').click();
        await page.keyboard.press('?');
        await page.locator('.el-dialog kbd').first().waitFor();
        await page.keyboard.press('j');
        expect(await page.locator('.item.cursor').count()).toBe(0);
        await page.getByText('启用字母快捷键').click();
        await page.keyboard.press('Escape');
        await page.locator('.el-dialog').waitFor({ state: 'hidden' });
        await page.locator('h1').click();
        await page.keyboard.press('j');
        expect(await page.locator('.item.cursor').count()).toBe(0);
        await page.keyboard.press('ArrowDown');
        expect(await page.locator('.item.cursor').count()).toBe(1);
    });
});

test('a does what the case under the cursor waits for, without leaving the list', async () => {
    const { word, all } = await some(1, (words) => Case.assigned(words));
    await at(people.unit, 'work/todo', async (page) => {
        await search(page, word, 1);
        await page.locator('h1').click();
        await page.keyboard.press('j');
        await page.keyboard.press('a');
        const dialog = page.locator('.el-dialog:visible');
        await dialog.locator('.about', { hasText: all[0]?.code }).waitFor();
        expect(await dialog.locator('.el-dialog__title').textContent()).toBe('签收');
        await dialog.locator('button[type=submit]').click();
        await page.locator('a.row', { hasText: '处置中' }).waitFor();
        expect(page.url()).toContain('/work/todo');
    });
});

test('the same cases stand on a board, which is remembered', async () => {
    const { word } = await some(2, (words) => Case.assigned(words));
    await at(people.dispatcher, 'work/open', async (page) => {
        await search(page, word, 2);
        await page.getByRole('button', { name: '看板' }).click();
        await expect.poll(() => new URL(page.url()).searchParams.get('as'), kPatience).toBe('board');
        const column = page.getByRole('region', { name: '待签收' });
        await expect.poll(() => column.locator('.card').count(), kPatience).toBe(2);
        expect(await column.locator('h2 .count').textContent()).toBe('2');
        await page.getByRole('button', { name: '按时限' }).click();
        await expect.poll(() => page.locator('.board .column').count(), kPatience).toBe(4);
        await page.goto('work/todo');
        await page.locator('.board').waitFor();
    });
});

test('on the map a click on a mark shows its case, and what has no place is counted', async () => {
    const spot = await spotInGrid();
    const { word, all } = await some(2, (words) => Case.atTown(words, words.includes('第 1 处') ? { point: spot } : {}));
    await at(people.dispatcher, 'work/open', async (page) => {
        await search(page, word, 2);
        await page.getByRole('button', { name: '地图' }).click();
        await page.locator('.panel [role=status]', { hasText: '1 件没有位置' }).waitFor();
        await settled(page);
        await expect.poll(async () => {
            await clickMap(page, spot.lon, spot.lat);
            return page.locator('.panel .card').count();
        }, { timeout: 15_000 }).toBe(1);
        expect(await page.locator('.panel .card').textContent()).toContain(all[0]?.code);
    });
});

test('many are acted upon at once; the report says which were not done and why, and stays', async () => {
    const { word, all } = await some(3, (words) => Case.assigned(words));
    const [moved, ...others] = all;
    await at(people.unit, 'work/todo', async (page) => {
        await search(page, word, 3);
        await page.locator('.tick input').first().check();
        await page.getByRole('button', { name: '全选已载入的 3 件' }).click();
        await page.locator('section.bar').getByRole('button', { name: /^签收\s*3$/ }).click();
        const dialog = page.locator('.el-dialog:visible');
        await dialog.locator('textarea').fill('统一签收');
        await moved?.did(people.unit, 'sign');
        await dialog.locator('button[type=submit]').click();
        const report = page.locator('.report');
        await report.getByText('签收：2 件办成，1 件没有办成').waitFor();
        expect(await report.locator('li.failed').textContent()).toContain(moved?.code);
        expect((await report.locator('li.failed .fate').textContent())?.length).toBeGreaterThan(3);
        for (const one of others) {
            const { state } = await (await person(people.unit)).ask<{ state: string }>(`/cases/${one.id}`);
            expect(state).toBe('handling');
        }
        await report.getByRole('button', { name: '重试没办成的 1 件' }).click();
        await report.getByText('1 件没有办成').waitFor();
    });
});

test('one input for many is asked for at its field', async () => {
    const { word } = await some(2, (words) => Case.assigned(words));
    await at(people.dispatcher, 'work/open', async (page) => {
        await search(page, word, 2);
        await page.locator('h1').click();
        for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
        await page.locator('section.bar').getByText('已选 2 件').waitFor();
        await page.locator('section.bar').getByRole('button', { name: /^催办\s*2$/ }).click();
        const dialog = page.locator('.el-dialog:visible');
        await dialog.locator('button[type=submit]').click();
        expect(await dialog.locator('[data-member=text] .fault').textContent()).toContain('请填写');
        await dialog.locator('textarea').fill('请今天签收。');
        await dialog.locator('button[type=submit]').click();
        const report = page.locator('.report');
        await report.getByText('催办：2 件全部办成').waitFor();
        await report.locator('a.code').first().click();
        await page.locator('.step[data-action=urge]').waitFor();
        await page.locator('.back').click();
        await report.getByRole('button', { name: '关闭' }).click();
        await report.waitFor({ state: 'detached' });
    });
});

test('what narrows a list is told in words and kept under a name of one’s own', async () => {
    await at(people.dispatcher, 'work/open', async (page) => {
        await page.locator('.filters .el-select').nth(2).click();
        await page.getByRole('option').first().click();
        await expect.poll(() => new URL(page.url()).searchParams.get('unit'), kPatience).toBeTruthy();
        await page.getByRole('button', { name: '存为常用' }).click();
        const dialog = page.locator('.el-dialog:visible');
        await dialog.getByText('只存在这台电脑的这个浏览器里').waitFor();
        await dialog.locator('input').fill(' ');
        await dialog.locator('button[type=submit]').click();
        expect(await dialog.locator('[data-field="/name"] .fault').textContent()).toContain('请填写名称');
        await dialog.locator('input').fill('盯着的单位');
        await dialog.locator('button[type=submit]').click();
        const kept = page.getByRole('navigation', { name: '常用筛选' });
        await kept.getByText('盯着的单位').waitFor();
        await page.goto('work/todo');
        await kept.getByText('盯着的单位').click();
        await expect.poll(() => new URL(page.url()).searchParams.get('unit'), kPatience).toBeTruthy();
        expect(page.url()).toContain('/work/open');
        await page.locator('.filters .chip').click();
        await expect.poll(() => new URL(page.url()).searchParams.get('unit'), kPatience).toBe(null);
        await kept.getByRole('button', { name: '“盯着的单位”的更多操作' }).click();
        await page.getByRole('menuitem', { name: '移除' }).click();
        await page.locator('.el-dialog:visible button[type=submit]').click();
        await kept.waitFor({ state: 'detached' });
    });
});

test('the number on a tab is that of its list, and the whole list can be taken along as a table', async () => {
    const { word } = await some(1, (words) => Case.assigned(words));
    await at(people.unit, 'work/todo', async (page) => {
        await page.locator('a.row').first().waitFor();
        const rows = await page.locator('a.row').count();
        await page.locator('.toolbar .told', { hasText: '先到期的在前' }).waitFor();
        if (await page.getByRole('button', { name: '显示更多' }).count() === 0) {
            await expect.poll(() => page.locator('.tab.here .count').textContent(), kPatience).toBe(String(rows));
        }
        await search(page, word, 1);
        await page.getByRole('button', { name: '导出' }).click();
        const dialog = page.locator('.el-dialog:visible');
        await dialog.getByText('CSV').first().click();
        await dialog.getByRole('button', { name: '开始导出' }).click();
        const made = dialog.locator('li.row').first();
        await made.getByText('共 1 件').waitFor();
        const coming = page.waitForEvent('download');
        await made.getByRole('link', { name: '下载' }).click();
        const saved = await coming;
        expect(saved.suggestedFilename()).toBe('待办.csv');
        const table = readFileSync(await saved.path(), 'utf8');
        expect(table.split('\r\n')).toHaveLength(3);
        expect(table).toContain(word);
        expect(table).toContain('待签收');
        await made.getByRole('button', { name: '删除这份导出' }).click();
        await made.waitFor({ state: 'detached' });
    });
});

test('a copy of a list goes on being made when its dialog is closed, and whoever asked hears of it', async () => {
    await at(people.dispatcher, 'work/open', async (page) => {
        await page.locator('a.row').first().waitFor();
        await page.getByRole('button', { name: '导出' }).click();
        await page.locator('.el-dialog:visible').getByRole('button', { name: '开始导出' }).click();
        await page.locator('li.row').first().waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.el-message', { hasText: '“在办”已导出' }).waitFor();
    });
});
