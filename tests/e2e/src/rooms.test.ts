/**
 * Every room, in both languages, at a desk and on a phone: nothing that axe calls serious, nothing that the browser
 * complains of, no wider than the screen, no word of the program's own.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from './county';
import { axeFaults, desktop, openBrowser, phone, rawWords, settled, shoot, signedIn, visit, widerThanScreen } from './desk';
import { Case, person } from './hands';

let browser: Browser;
beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

interface Room {
    name: string;
    open: (page: Page) => Promise<unknown>;
    /** Who comes in; a dispatcher, who sees most, when nobody is named. */
    login?: string;
}

async function nodeOf(level: string): Promise<string> {
    const { features } = await (await person(people.dispatcher)).ask<{ features: { properties: { id: string } }[] }>(`/territory/boundaries?level=${level}`);
    return features[0]?.properties.id ?? '';
}

const first = async (page: Page, view: string): Promise<void> => {
    await page.goto(`work/${view}`);
    await page.locator('a.row').first().click();
    await page.locator('.timeline').waitFor();
};

/** The dialog of one of the buttons of a case. */
const openDialog = async (page: Page, at: number): Promise<void> => {
    await page.locator('section.actions .buttons > .el-button').nth(at).click();
    await page.locator('.el-dialog button[type=submit]').waitFor();
};

const rooms: readonly Room[] = [
    { name: 'work', open: (page) => page.goto('work/open') },
    { name: 'work-done', open: (page) => page.goto('work/done') },
    { name: 'work-plates', open: (page) => page.goto('work/plates') },
    { name: 'work-empty', open: (page) => page.goto('work/open?q=no-such-words') },
    { name: 'case', open: (page) => first(page, 'open') },
    { name: 'case-done', open: (page) => first(page, 'done') },
    { name: 'case-told', login: people.lead, open: async (page) => {
        const one = await Case.reported('楼上漏水，已经滴到楼道里。', { channel: 'resident', reporter: { name: '钱小满', phone: '10000009999', wants_answer: true } });
        await page.goto(`cases/${one.id}`);
    } },
    { name: 'case-missing', open: (page) => page.goto('cases/00000000-0000-7000-8000-000000000000') },
    { name: 'new-case', open: (page) => page.goto('cases/new') },
    { name: 'new-case-worker', login: people.worker, open: (page) => page.goto('cases/new') },
    { name: 'new-case-matter', open: async (page) => {
        await page.goto('cases/new');
        await page.locator('.el-cascader').click();
        await page.getByRole('menuitem').first().waitFor();
    } },
    { name: 'case-unit', open: async (page) => {
        const one = await Case.atTown('门前的雨水篦子丢了。');
        await page.goto(`cases/${one.id}`);
        await openDialog(page, 1);
        await page.locator('[data-member=unit] .el-select').click();
        await page.getByRole('option').first().waitFor();
    } },
    { name: 'territory', open: (page) => page.goto('territory') },
    { name: 'territory-village', open: async (page) => page.goto(`territory/${await nodeOf('village')}`) },
    { name: 'territory-grid', open: async (page) => page.goto(`territory/${await nodeOf('grid')}`) },
    { name: 'account', open: (page) => page.goto('account') },
    { name: 'password', open: (page) => page.goto('password') },
    { name: 'missing', open: (page) => page.goto('no/such/room') },
    { name: 'forbidden', login: people.auditor, open: (page) => page.goto('cases/new') },
    { name: 'officer', login: people.system, open: (page) => page.goto('./') },
];

const seats = [{ seat: 'desk', viewport: desktop }, { seat: 'phone', viewport: phone }]
    .flatMap((one) => (['zh-CN', 'en'] as const).map((language) => ({ ...one, language })));

describe.each(seats)('at a $seat in $language', ({ seat, viewport, language }) => {
    async function holds(page: Page, name: string, complaints: string[]): Promise<void> {
        await settled(page);
        await shoot(page, `${seat}-${name}-${language}`);
        expect(await axeFaults(page)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await widerThanScreen(page)).toBe(0);
        expect(await rawWords(page)).toEqual([]);
    }

    test('sign-in', async () => {
        const { page, context, complaints } = await visit(browser, { viewport, language });
        await page.goto('./');
        await page.locator('#name').waitFor();
        await holds(page, 'sign-in', complaints);
        await context.close();
    });

    test.each(rooms)('$name', async ({ name, open, login }) => {
        const { page, context, complaints } = await signedIn(browser, login ?? people.dispatcher, { viewport, language });
        await open(page);
        await holds(page, name, complaints);
        await context.close();
    });
});
