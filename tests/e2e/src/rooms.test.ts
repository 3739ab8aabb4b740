/** Every room: nothing that axe calls serious, nothing that the browser complains of, at a desk and on a phone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from './county';
import { axeFaults, desktop, openBrowser, phone, shoot, signedIn, visit } from './desk';

let browser: Browser;
beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

const settled = async (page: Page): Promise<void> => {
    await page.locator('main h1').waitFor();
    await expect.poll(() => page.locator('[role=status][aria-label]').count(), { timeout: 15_000 }).toBe(0);
    for (const map of await page.locator('.map .canvas').all()) {
        await expect.poll(() => map.getAttribute('data-ready'), { timeout: 15_000 }).toBe('true');
    }
};

const rooms: { name: string; open: (page: Page) => Promise<void> }[] = [
    { name: 'work', open: async (page) => void (await page.goto('work/open')) },
    {
        name: 'case',
        open: async (page) => {
            await page.goto('work/open');
            await page.locator('a.row').first().click();
            await page.locator('.timeline').waitFor();
        },
    },
    { name: 'new-case', open: async (page) => void (await page.goto('cases/new')) },
    { name: 'territory', open: async (page) => void (await page.goto('territory')) },
    { name: 'password', open: async (page) => void (await page.goto('password')) },
];

describe.each([{ seat: 'desk', viewport: desktop }, { seat: 'phone', viewport: phone }])('at a $seat', ({ seat, viewport }) => {
    test('sign-in', async () => {
        const { page, context, complaints } = await visit(browser, { viewport });
        await page.goto('./');
        await page.locator('#name').waitFor();
        await shoot(page, `${seat}-sign-in`);
        expect(await axeFaults(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await context.close();
    });

    test.each(rooms)('$name', async ({ name, open }) => {
        const { page, context, complaints } = await signedIn(browser, people.dispatcher, { viewport });
        await open(page);
        await settled(page);
        await shoot(page, `${seat}-${name}`);
        expect(await axeFaults(page)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(await page.locator('h1').count()).toBe(1);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wider).toBe(0);
        await context.close();
    });
});
