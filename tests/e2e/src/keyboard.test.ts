/** From the report to the verification without a mouse: every control is reached by Tab and answers to the keys. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, place } from './county';
import { expectState, openBrowser, signedIn, type Visit } from './desk';
import { photoOfLamp } from './photo';

/** More stops than any page has. */
const kMostStops = 150;
let browser: Browser;
let code = '';

beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

/** Goes on by Tab until the focus is on what is meant: a selector, and words in it or in its name. */
async function tabTo(page: Page, selector: string, words = ''): Promise<void> {
    for (let stop = 0; stop < kMostStops; ++stop) {
        const there = await page.evaluate(([wanted, said]) => {
            const at = document.activeElement;
            return at !== null && at.matches(wanted ?? '') && `${at.textContent} ${at.getAttribute('aria-label')}`.includes(said ?? '');
        }, [selector, words]);
        if (there) return;
        await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${selector} ${words}`);
}

async function press(page: Page, selector: string, words = ''): Promise<void> {
    await tabTo(page, selector, words);
    await page.keyboard.press('Enter');
}

/** The case out of the inbox, and one of its actions, up to the open dialog. */
async function begin(page: Page, action: string): Promise<void> {
    await page.goto('work/todo');
    await page.locator('a.row', { hasText: code }).waitFor();
    await press(page, 'a.row', code);
    await page.locator('section.actions').waitFor();
    await press(page, 'section.actions button', action);
    await page.locator('.el-dialog:visible').waitFor();
}

async function finish(page: Page): Promise<void> {
    await press(page, '.el-dialog button[type=submit]');
    await page.locator('.el-dialog').waitFor({ state: 'hidden' });
}

async function as(login: string, work: (page: Visit['page']) => Promise<void>): Promise<void> {
    const { page, context, complaints } = await signedIn(browser, login);
    await work(page);
    expect(complaints).toEqual([]);
    await context.close();
}

test('a worker reports', async () => {
    await as(people.worker, async (page) => {
        await page.goto('cases/new');
        await tabTo(page, '#description');
        await page.keyboard.type('文昌路边的路灯不亮，晚上看不清台阶。');
        await page.locator('.chip', { hasText: '路灯' }).first().waitFor();
        await press(page, '.chip', '路灯');
        expect(await page.locator('.chip.here').count()).toBe(1);
        await tabTo(page, '#address');
        await page.keyboard.type('文昌路 6 号院门前');
        await press(page, 'form button[type=submit]');
        code = (await page.locator('.receipt .code').textContent())?.trim() ?? '';
        expect(code).not.toBe('');
    });
});

test('the lead passes it up', async () => {
    await as(people.lead, async (page) => {
        await begin(page, '报上级');
        await tabTo(page, '.el-dialog textarea');
        await page.keyboard.type('社区没有登高设备。');
        await finish(page);
        await page.locator('.step[data-action=pass_up]').waitFor();
    });
});

test('a dialog keeps the focus inside, and Escape closes it where it was opened', async () => {
    await as(people.dispatcher, async (page) => {
        await begin(page, '交办');
        for (let stop = 0; stop < 12; ++stop) {
            await page.keyboard.press('Tab');
            expect(await page.evaluate(() => document.activeElement?.closest('.el-overlay, .el-popper') !== null)).toBe(true);
        }
        await tabTo(page, '.el-dialog textarea');
        await page.keyboard.press('Escape');
        await page.locator('.el-dialog').waitFor({ state: 'hidden' });
        expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('交办');
    });
});

test('the dispatcher assigns it to a unit chosen by its name', async () => {
    await as(people.dispatcher, async (page) => {
        await begin(page, '交办');
        await tabTo(page, '[data-member=unit] input');
        await page.keyboard.press('Enter');
        const answered = page.waitForResponse((answer) => decodeURIComponent(answer.url()).includes(place.unit));
        await page.keyboard.type(place.unit);
        await answered;
        await page.getByRole('option', { name: new RegExp(place.town + place.unit) }).first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator('[data-member=unit] .el-select__selected-item').allTextContents()).toContain(`${place.town}${place.unit}`);
        await finish(page);
        await expectState(page, '待签收');
    });
});

test('the unit signs for it and handles it', async () => {
    await as(people.unit, async (page) => {
        await begin(page, '签收');
        await finish(page);
        await expectState(page, '处置中');
        await press(page, 'section.actions button', '处置完毕');
        await page.locator('.el-dialog:visible').waitFor();
        await tabTo(page, '.el-dialog textarea');
        await page.keyboard.type('换了灯泡，当晚已亮。');
        await tabTo(page, '.el-dialog input[type=file]');
        const chooser = page.waitForEvent('filechooser');
        await page.keyboard.press('Space');
        await (await chooser).setFiles({ name: '路灯已亮.png', mimeType: 'image/png', buffer: photoOfLamp() });
        await page.locator('.el-dialog .upload .one').waitFor();
        await expect.poll(() => page.locator('.el-dialog progress').count(), { timeout: 20_000 }).toBe(0);
        await finish(page);
        await expectState(page, '待核查');
    });
});

test('what is rarely wanted is in a menu that the keys open', async () => {
    await as(people.dispatcher, async (page) => {
        await page.goto('work/open');
        await page.locator('a.row').first().waitFor();
        await press(page, 'a.row', code);
        await page.locator('section.actions').waitFor();
        await press(page, 'section.actions .el-dropdown button');
        await page.getByRole('menuitem').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem');
        await page.keyboard.press('Escape');
    });
});

test('the worker finds that it is done', async () => {
    await as(people.worker, async (page) => {
        await begin(page, '核查通过');
        await finish(page);
        await expectState(page, '待反馈');
    });
});
