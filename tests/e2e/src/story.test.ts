/** One case from report to archive, wholly in the browser, by six different people. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, place } from './county';
import { act, clickMap, expectState, openBrowser, openFrom, openFromInbox, shoot, signedIn, write, type Visit } from './desk';
import { spotInGrid } from './hands';
import { photoOfLamp } from './photo';

let browser: Browser;
let code = '';
let open: Visit | undefined;

beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

/** One person at a time sits down, works, and leaves; the browser has nothing to complain of. */
async function as(login: string, work: (page: Visit['page']) => Promise<void>): Promise<void> {
    open = await signedIn(browser, login);
    await work(open.page);
    expect(open.complaints).toEqual([]);
    await open.context.close();
}

test('a grid worker reports a broken street lamp at a place on the map', async () => {
    await as(people.worker, async (page) => {
        const spot = await spotInGrid();
        await page.goto('cases/new');
        await page.locator('#description').fill('文昌路路口东北角的路灯不亮，已有三天，晚上看不清台阶。');
        await page.locator('.chip', { hasText: '路灯' }).first().click();
        await clickMap(page, spot.lon, spot.lat);
        await page.getByText('属于').waitFor();
        expect(await page.locator('p.grid').textContent()).toContain(`${place.village} / ${place.grid}`);
        await shoot(page, 'story-1-report');
        await page.getByRole('button', { name: '提交上报' }).click();
        code = (await page.locator('.receipt .code').textContent())?.trim() ?? '';
        expect(code).not.toBe('');
        await shoot(page, 'story-2-receipt');
    });
});

test('it lands in the right grid, and the village lead passes it up', async () => {
    await as(people.lead, async (page) => {
        await openFromInbox(page, code);
        expect(await page.locator('.side-card .nodes').first().textContent()).toContain(`${place.village}${place.grid}`);
        await expectState(page, '待受理');
        await act(page, '报上级', write('社区没有登高设备，请街道安排市政养护。'));
        await page.locator('.step[data-action=pass_up]').waitFor();
    });
});

test('the town dispatcher assigns it to a unit', async () => {
    await as(people.dispatcher, async (page) => {
        await openFromInbox(page, code);
        await act(page, '交办', async (dialog) => {
            await dialog.locator('.el-select').click();
            await page.getByRole('option', { name: new RegExp(place.unit) }).click();
        });
        await expectState(page, '待签收');
        await shoot(page, 'story-3-assigned');
    });
});

test('the unit signs, handles it and attaches a photo', async () => {
    await as(people.unit, async (page) => {
        await openFromInbox(page, code);
        await act(page, '签收');
        await expectState(page, '处置中');
        await act(page, '处置完毕', async (dialog) => {
            await write('更换灯泡和镇流器，当晚已恢复照明。')(dialog);
            await dialog.locator('input[type=file]').setInputFiles({ name: '路灯已亮.png', mimeType: 'image/png', buffer: photoOfLamp() });
            await expect.poll(() => dialog.locator('progress').count(), { timeout: 20_000 }).toBe(0);
        });
        await expectState(page, '待核查');
        await page.locator('.step[data-action=handle] img').waitFor();
    });
});

test('the worker verifies on the spot', async () => {
    await as(people.worker, async (page) => {
        await openFromInbox(page, code);
        await act(page, '核查通过', write('到现场看过，灯亮了。'));
        await expectState(page, '待反馈');
    });
});

test('another dispatcher answers and closes it', async () => {
    await as(people.otherDispatcher, async (page) => {
        await openFromInbox(page, code);
        await act(page, '反馈居民', write('路灯已修好，如再有问题请拨打网格员电话。'));
        await expectState(page, '待办结');
        await act(page, '办结');
        await expectState(page, '已办结');
    });
});

test('the resident’s verdict is recorded by somebody who did none of it', async () => {
    await as(people.caller, async (page) => {
        await openFrom(page, 'done', code);
        await act(page, '登记回访', async (dialog) => {
            for (const member of ['solved', 'satisfied']) {
                await dialog.locator(`[data-member=${member}]`).getByText('是', { exact: true }).click();
            }
        });
        await expectState(page, '已回访');
    });
});

test('the whole trail is there, with every deadline explained', async () => {
    await as(people.dispatcher, async (page) => {
        await openFrom(page, 'done', code);
        await act(page, '归档');
        await expectState(page, '已归档');
        const steps = await page.locator('.step').evaluateAll((all) => all.map((one) => one.getAttribute('data-action')));
        expect(steps).toEqual(['report', 'pass_up', 'assign', 'sign', 'handle', 'verify_pass', 'answer', 'close', 'follow_up', 'archive']);
        const clocks = page.locator('.clocks details');
        const count = await clocks.count();
        expect(count).toBeGreaterThanOrEqual(4);
        for (let at = 0; at < count; ++at) {
            await clocks.nth(at).locator('summary').click();
            expect(await clocks.nth(at).locator('.lines').textContent()).toMatch(/时限 .+，.+ 起算，.+ 到期/);
        }
        await shoot(page, 'story-4-trail');
    });
});
