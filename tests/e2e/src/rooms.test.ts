/**
 * Every room, in both languages, at a desk and on a phone: nothing that axe calls serious, nothing that the browser
 * complains of, no wider than the screen, no word of the program's own.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from './county';
import { axeFaults, desktop, openBrowser, phone, rawWords, settled, shoot, signedIn, visit, widerThanScreen } from './desk';
import type { Room } from './room';

/** Each feature keeps its own in rooms/. */
const rooms = Object.values(import.meta.glob<{ rooms: readonly Room[] }>('./rooms/*.ts', { eager: true })).flatMap((one) => one.rooms);

let browser: Browser;
beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
    /** At the desk, and then, the same page, on a phone. */
    async function holds(page: Page, name: string, complaints: string[]): Promise<void> {
        for (const [seat, size] of [['desk', desktop], ['phone', phone]] as const) {
            await page.setViewportSize(size);
            await settled(page);
            await shoot(page, `${seat}-${name}-${language}`);
            expect(await axeFaults(page), seat).toEqual([]);
            expect(complaints, seat).toEqual([]);
            expect(await page.locator('h1').count(), seat).toBe(1);
            expect(await widerThanScreen(page), seat).toBe(0);
            expect(await rawWords(page), seat).toEqual([]);
        }
    }

    test('sign-in', async () => {
        const { page, context, complaints } = await visit(browser, { language });
        await page.goto('./');
        await page.locator('#name').waitFor();
        await holds(page, 'sign-in', complaints);
        await context.close();
    });

    test.each(rooms)('$name', async ({ name, open, login }) => {
        const { page, context, complaints } = await signedIn(browser, login ?? people.dispatcher, { language });
        await open(page);
        await holds(page, name, complaints);
        await context.close();
    });
});
