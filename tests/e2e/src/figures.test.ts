/** Figures: a supervisor asks, divides, narrows, and opens what a number is made of. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './county';
import { Office, settled } from './desk';

const kYear = 'first=2026-01-01&last=2026-12-31';
let office: Office;
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

async function asked(query: string): Promise<Awaited<ReturnType<Office['at']>>> {
    const page = await office.at(people.county);
    await page.goto(`figures?${query}`);
    await page.locator('.tiles li').first().waitFor();
    await settled(page);
    return page;
}

const count = (text: string | null): number => Number(/\d+/.exec(text ?? '')?.[0]);

test('a number opens as many cases as it says', async () => {
    const page = await asked(kYear);
    const reworked = page.locator('.tiles li', { hasText: '返工率' }).locator('.made a').first();
    const told = count(await reworked.textContent());
    expect(told).toBeGreaterThan(0);
    await reworked.click();
    await page.locator('h1', { hasText: '返工的事件' }).waitFor();
    await page.locator('a.row').first().waitFor();
    const more = page.locator('.more button');
    while (await more.count()) {
        const before = await page.locator('a.row').count();
        await more.click();
        await expect.poll(() => page.locator('a.row').count()).toBeGreaterThan(before);
    }
    expect(await page.locator('a.row').count()).toBe(told);
});

test('the parts add up to the whole, and a part narrows what is asked', async () => {
    const page = await asked(kYear);
    const whole = count(await page.locator('.tiles li', { hasText: '受理率' }).locator('.made a').last().textContent());
    const parts = await page.locator('.parts tbody tr td:nth-child(2)').allTextContents();
    expect(parts.map(count).reduce((sum, one) => sum + one, 0)).toBe(whole);
    const name = (await page.locator('.parts tbody .name').first().textContent())?.trim() ?? '';
    await page.locator('.parts tbody .name').first().click();
    await page.locator('.chip', { hasText: name }).waitFor();
    await expect.poll(async () => count(await page.locator('.tiles li', { hasText: '受理率' }).locator('.made a').last().textContent())).toBe(count(parts[0] ?? ''));
    await page.locator('.chip').click();
    await expect.poll(() => page.locator('.chip').count()).toBe(0);
});

test('units, matters and channels divide the same cases', async () => {
    const page = await asked(kYear);
    for (const [by, first] of [['承办单位', /./], ['事项', /./], ['来源', /网格上报|居民反映|12345 热线/]] as const) {
        await page.locator('.parts').getByText(by, { exact: true }).first().click();
        await page.locator('.parts thead th', { hasText: by }).waitFor();
        await expect.poll(() => page.locator('.parts tbody th').first().textContent()).toMatch(first);
    }
});

test('the table is saved as it stands', async () => {
    const page = await asked(`${kYear}&by=channel`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出表格' }).click();
    expect((await download).suggestedFilename()).toBe('统计 2026-01-01 2026-12-31.csv');
});

test('whoever may see no figures is not let in', async () => {
    const page = await office.at(people.auditor);
    await page.goto('figures');
    await page.locator('.state h1', { hasText: '没有查看的权限' }).waitFor();
});
