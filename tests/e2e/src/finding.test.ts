/** Finding a case, and finding the list again as one left it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './county';
import { Office } from './desk';
import { Case } from './hands';

let office: Office;
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => office.close());

test('a whole code opens its case at once, however it is written', async () => {
    const one = await Case.closed('查一件已经办结的事。');
    const page = await office.at(people.dispatcher);
    await page.goto('work/todo');
    for (const typed of [one.code, one.code.replaceAll('-', ' ')]) {
        await page.locator('header [type=search]').fill(typed);
        await page.keyboard.press('Enter');
        await page.locator('header.head .code', { hasText: one.code }).waitFor();
        await page.goto('work/todo');
    }
});

test('words narrow the list of open cases', async () => {
    const one = await Case.atTown('荷塘栈道的木板翘起来了。');
    const page = await office.at(people.dispatcher);
    await page.goto('work/todo');
    await page.locator('header [type=search]').fill('荷塘栈道');
    await page.keyboard.press('Enter');
    await page.locator('a.row', { hasText: one.code }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('荷塘栈道');
});

test('a filter stands in the address; going back undoes it, and coming back from a case finds it', async () => {
    const page = await office.at(people.county);
    await page.goto('work/done');
    await page.locator('a.row').first().waitFor();
    await page.locator('.filters .el-select').first().click();
    await page.getByRole('option', { name: '已归档' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('state')).toBe('archived');
    await page.getByRole('button', { name: '显示更多' }).click();
    await expect.poll(() => page.locator('a.row').count(), { timeout: 15_000 }).toBe(60);
    const row = page.locator('a.row').nth(50);
    await row.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => window.scrollY);
    await row.click();
    await page.locator('.back').click();
    await expect.poll(() => page.locator('a.row').count()).toBe(60);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before - 200);
    expect(new URL(page.url()).searchParams.get('state')).toBe('archived');
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.get('state')).toBe(null);
});
