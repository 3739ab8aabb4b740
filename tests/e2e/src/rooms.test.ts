/**
 * Every room, in both languages, at a desk and on a phone: nothing that axe calls serious, nothing that the browser
 * complains of, no wider than the screen, no word of the program's own.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** Nothing is wider than the screen, and no word is the program's own. */
async function reads(page: Page, seat: string): Promise<void> {
    expect(await widerThanScreen(page), seat).toBe(0);
    expect(await rawWords(page), seat).toEqual([]);
}

/** The button of the top bar, also where a dialog lies over it; a sheet for the printer has none. */
async function inEnglish(page: Page): Promise<boolean> {
    return page.evaluate(() => {
        const button = document.querySelector<HTMLElement>('button.switch');
        button?.click();
        return button !== null;
    });
}

/** At the desk, then the same page on a phone; and in English on a phone and at the desk. */
async function holds(page: Page, name: string, complaints: string[]): Promise<void> {
    for (const [seat, size] of [['desk', desktop], ['phone', phone]] as const) {
        await page.setViewportSize(size);
        await settled(page);
        await shoot(page, `${seat}-${name}-zh-CN`);
        expect(await axeFaults(page), seat).toEqual([]);
        expect(await page.locator('h1').count(), seat).toBe(1);
        await reads(page, seat);
    }
    if (await inEnglish(page)) {
        await page.locator('html[lang=en]').waitFor({ state: 'attached' });
        await shoot(page, `phone-${name}-en`);
        await reads(page, 'phone in English');
        await page.setViewportSize(desktop);
        await shoot(page, `desk-${name}-en`);
        await reads(page, 'desk in English');
    }
    expect(complaints).toEqual([]);
}

test('sign-in', async () => {
    const { page, context, complaints } = await visit(browser);
    await page.goto('./');
    await page.locator('#name').waitFor();
    await holds(page, 'sign-in', complaints);
    await context.close();
});

test.each(rooms)('$name', async ({ name, open, login }) => {
    const { page, context, complaints } = await signedIn(browser, login ?? people.dispatcher);
    await open(page);
    await holds(page, name, complaints);
    await context.close();
});
