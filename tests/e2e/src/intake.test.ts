/** A call at the hotline's desk: taken by keyboard alone, kept when the page is lost, sent to the grid that was named. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, place } from './county';
import { openBrowser, signedIn, type Visit } from './desk';
import { Case, person } from './hands';

/** Of one call, beyond the words of the caller. */
const kMostKeys = 60;
const kMostStops = 20;
let browser: Browser;
beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

async function taking(work: (page: Page) => Promise<void>): Promise<void> {
    const { page, context, complaints }: Visit = await signedIn(browser, people.hotline);
    await page.goto('cases/new');
    await page.locator('#description').waitFor();
    await work(page);
    expect(complaints).toEqual([]);
    await context.close();
}

/** Hands on the keys, every press counted. */
class Hands {
    pressed = 0;

    constructor(private readonly page: Page) {}

    async press(key: string): Promise<void> {
        this.pressed += key.split('+').length;
        await this.page.keyboard.press(key);
    }

    async type(words: string): Promise<void> {
        this.pressed += [...words].length;
        await this.page.keyboard.type(words);
    }

    async tabTo(selector: string): Promise<void> {
        for (let stop = 0; stop < kMostStops; ++stop) {
            if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
            await this.press('Tab');
        }
        throw new Error(`Tab never comes to ${selector}`);
    }
}

test('a call is taken by keyboard alone, with few keys', async () => {
    await taking(async (page) => {
        const hands = new Hands(page);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('description');
        await page.keyboard.type('楼下的路灯不亮，已有三天，老人晚上出门看不清台阶。');
        await page.locator('.what .chip', { hasText: '路灯' }).first().waitFor();
        await hands.tabTo('.chip');
        await hands.press('Enter');
        await hands.tabTo('#address');
        await hands.type('文昌里8号楼');
        const village = page.locator('.where .chip', { hasText: place.village });
        await village.waitFor();
        await hands.tabTo('.where .chip');
        await hands.press('Enter');
        await page.locator('.taken', { hasText: place.village }).waitFor();
        await hands.tabTo('#reporter-name');
        await hands.type('钱女士');
        await hands.tabTo('#reporter-phone');
        await hands.type('10000009999');
        await hands.press('Control+Enter');
        const code = (await page.locator('.receipt .code').textContent())?.trim() ?? '';
        expect(hands.pressed).toBeLessThanOrEqual(kMostKeys);
        const told = await (await person(people.hotline)).ask<{ channel: string; place: { address: string; nodes: { name: string }[] } }>(`/cases/by-code/${code}`);
        expect(told.channel).toBe('hotline');
        expect(told.place.address).toBe('文昌里8号楼');
        expect(told.place.nodes.at(-1)?.name).toBe(place.village);
    });
});

test('a village that is named leads on to its grids', async () => {
    await taking(async (page) => {
        await page.locator('#address').fill('文昌里社区北门');
        await page.locator('.where .chip', { hasText: place.village }).click();
        await page.locator('.where .chip', { hasText: place.grid }).click();
        expect(await page.locator('.taken').textContent()).toContain(`${place.village} / ${place.grid}`);
        await page.locator('.taken button').click();
        await page.locator('.taken').waitFor({ state: 'detached' });
    });
});

test('a page that was lost gives the call back, but not the caller', async () => {
    await taking(async (page) => {
        await page.locator('#description').fill('门口的积水没有退。');
        await page.locator('#address').fill('梨园村 12 号');
        await page.locator('#reporter-name').fill('钱小满');
        await page.locator('#reporter-phone').fill('10000009999');
        expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toMatch(/钱小满|10000009999/);
        await page.reload();
        expect(await page.locator('.draft').textContent()).toMatch(/草稿.*重新填写/);
        expect(await page.locator('#description').inputValue()).toBe('门口的积水没有退。');
        expect(await page.locator('#reporter-phone').inputValue()).toBe('');
        await page.locator('.draft button').click();
        expect(await page.locator('#description').inputValue()).toBe('');
        await page.reload();
        await page.locator('#description').waitFor();
        expect(await page.locator('.draft').count()).toBe(0);
    });
});

test('what is missing is said at its field, and the hands are led there', async () => {
    await taking(async (page) => {
        await page.keyboard.type('路口的护栏倒了。');
        await page.keyboard.press('Control+Enter');
        const faults = page.locator('.fault');
        await faults.first().waitFor();
        expect(await page.locator('section', { has: page.locator('#address') }).locator('.fault').textContent()).toContain('地址');
        expect(await page.evaluate(() => document.activeElement?.closest('[data-fault]') !== null)).toBe(true);
    });
});

test('who calls again is met with what that number reported before, and the look is in the audit', async () => {
    const phone = `1${String(Date.now()).slice(-10)}`;
    const words = `来电人的旧事 ${phone.slice(-4)}`;
    await Case.reported(words, { channel: 'hotline', reporter: { name: '钱小满', phone } }, people.hotline);
    await taking(async (page) => {
        await page.locator('#reporter-phone').fill(`${phone.slice(0, 3)} ${phone.slice(3)}`);
        const history = page.locator('.history');
        await history.getByText('以前反映过 1 件').waitFor();
        expect(await history.locator('li').allTextContents()).toEqual([expect.stringContaining(words)]);
        await page.locator('#reporter-phone').fill('10000000001');
        await history.getByText('没有反映过').waitFor();
    });
    const { items } = await (await person(people.auditor)).ask<{ items: Record<string, unknown>[] }>('/audit?action=case.find_caller');
    expect(items.length).toBeGreaterThan(0);
    expect(items[0]?.purpose).toBe('接听来电');
    expect(JSON.stringify(items)).not.toContain(phone);
});

test('words that come again are kept as a template and fill in the next report', async () => {
    await taking(async (page) => {
        const words = '路灯不亮，灯杆编号＿＿，已有＿＿天。';
        await page.locator('#description').fill(words);
        await page.getByRole('button', { name: '模板' }).click();
        await page.getByRole('menuitem', { name: '存为模板' }).click();
        const dialog = page.locator('.el-dialog:visible');
        await dialog.locator('input').fill('路灯不亮');
        await dialog.locator('button[type=submit]').click();
        await page.locator('#description').fill('');
        await page.getByRole('button', { name: '模板' }).click();
        await page.getByRole('menuitem', { name: '路灯不亮' }).click();
        expect(await page.locator('#description').inputValue()).toBe(words);
    });
});
