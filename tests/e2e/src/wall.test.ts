import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './county';
import { openBrowser, signedIn } from './desk';
import { Case, person } from './hands';

interface Situation {
    counts: { open: number; red: number };
}

let browser: Browser;
beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

const kWall = { width: 1920, height: 1080 };

async function wallOf(login: string): Promise<Page> {
    const { page } = await signedIn(browser, login);
    await page.setViewportSize(kWall);
    await page.goto('wall');
    await page.locator('.lights').waitFor();
    return page;
}

test('on a wall of 1920 × 1080 no text is smaller than 28 px, and nothing has to be scrolled', async () => {
    const page = await wallOf(people.dispatcher);
    const small = await page.evaluate(() => [...document.querySelectorAll('.stage *')]
        .filter((one) => one.getClientRects().length > 0 && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .map((one) => {
            const scale = one.getBoundingClientRect().width / ((one as HTMLElement).offsetWidth || 1) || 1;
            return { text: one.textContent?.trim().slice(0, 20), size: parseFloat(getComputedStyle(one).fontSize) * (Number.isFinite(scale) ? scale : 1) };
        })
        .filter(({ size }) => size < 27.9));
    expect(small).toEqual([]);
    expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([1920, 1080]);
});

test('its numbers are those of the server, and follow what happens by themselves', async () => {
    const page = await wallOf(people.dispatcher);
    const open = async (): Promise<number> => (await (await person(people.dispatcher)).ask<Situation>('/cases/situation')).counts.open;
    const shown = async (): Promise<number> => Number((await page.locator('.open').textContent())?.replaceAll(',', ''));
    expect(await shown()).toBe(await open());
    const before = await shown();
    await Case.reported(`大屏上的新事件 ${Date.now()}`);
    await expect.poll(shown, { timeout: 20_000 }).toBeGreaterThan(before);
});

test('whoever may see no figures finds no wall', async () => {
    const { page } = await signedIn(browser, people.worker);
    await page.goto('wall');
    await page.getByText('您没有查看的权限').first().waitFor();
    expect(await page.locator('.stage').count()).toBe(0);
});
