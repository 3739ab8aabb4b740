/** A resident's whole way on a small telephone, without an account: report, receipt, follow, judge, take up again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { people, place } from './county';
import { axeFaults, openBrowser, rawWords, shoot, widerThanScreen } from './desk';
import { newId, person, spotInGrid, unitOf, type Person } from './hands';
import { root } from './house';
import { photoOfLamp } from './photo';

const small = { width: 360, height: 740 };
const kPatienceMs = 20_000;
const kTail = '5678';
const kMostFirstView = 200_000;
const kBoard = '990001001001001100';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let code = '';
const complaints: string[] = [];

interface Seat {
    language?: 'zh-CN' | 'en';
    dark?: boolean;
}

async function telephone({ language = 'zh-CN', dark = false }: Seat = {}): Promise<{ context: BrowserContext; page: Page }> {
    const made = await browser.newContext({
        baseURL: `${inject('base')}/portal/`, locale: language, viewport: small, reducedMotion: 'reduce', colorScheme: dark ? 'dark' : 'light',
        hasTouch: true, isMobile: true,
    });
    made.setDefaultTimeout(kPatienceMs);
    const opened = await made.newPage();
    opened.on('pageerror', (error) => complaints.push(String(error)));
    opened.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|TypeError|Unhandled/.test(message.text())) complaints.push(message.text());
    });
    return { context: made, page: opened };
}

beforeAll(async () => {
    browser = await openBrowser();
    ({ context, page } = await telephone());
});
afterAll(async () => browser.close());

/** Nothing that axe calls serious, nothing wider than the screen, no word of the program's own, room for a thumb. */
async function fits(on: Page): Promise<void> {
    expect(await axeFaults(on)).toEqual([]);
    expect(await widerThanScreen(on)).toBeLessThanOrEqual(0);
    expect(await rawWords(on)).toEqual([]);
    expect((await on.locator('body').innerText()).match(/\b(?:front|report|receipt|follow|board)\.[a-z_]+/g) ?? []).toEqual([]);
    const low = await on.locator('main a:visible, main button:visible, main input:not([type=file], [type=radio]):visible').evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 80)));
    expect(low).toEqual([]);
}

interface Seen {
    id: string;
    code: string;
    step_no: number;
    state: string;
    solved?: string;
    satisfied?: string;
    files: unknown[];
    reporter?: { phone: string };
}

const seenBy = async (who: Person): Promise<Seen> => who.ask<Seen>(`/cases/by-code/${code}`);

async function step(login: string, action: string, body: Record<string, unknown> = {}): Promise<void> {
    const who = await person(login);
    const one = await seenBy(who);
    await who.tell(`/cases/${one.id}/steps/${action}`, { step_id: newId(), expected_step: one.step_no, ...body });
}

test('the first view costs less than 200 kB, compressed', () => {
    const folder = path.join(root, 'web/dist/portal');
    const index = readFileSync(path.join(folder, 'index.html'), 'utf8');
    const named = [...index.matchAll(/\/portal\/(assets\/[^"]+)/g)].map((one) => one[1] ?? '');
    const size = (file: string): number => {
        const packed = `${file}.gz`;
        return readFileSync(path.join(folder, existsSync(path.join(folder, packed)) ? packed : file)).length;
    };
    expect(named.length).toBeGreaterThan(1);
    expect(['index.html', ...named].reduce((sum, file) => sum + size(file), 0)).toBeLessThan(kMostFirstView);
    // Even with every page that is fetched later.
    const all = readdirSync(path.join(folder, 'assets')).filter((file) => /\.(js|css)$/.test(file)).map((file) => `assets/${file}`);
    expect(all.reduce((sum, file) => sum + size(file), 0)).toBeLessThan(kMostFirstView);
});

test('the first page says what can be done', async () => {
    await page.goto('./');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await fits(page);
    await shoot(page, 'portal-home');
});

test('a resident reports in three steps, with a photo', async () => {
    await page.getByRole('link', { name: /我要上报/ }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('请写几个字说明是什么事。').waitFor();
    await page.locator('textarea').fill('文昌里三号楼前的路灯不亮三天了，晚上看不清台阶。');
    await page.getByRole('button', { name: '路灯不亮' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: photoOfLamp() });
    await page.locator('.photos img').waitFor();
    await fits(page);
    await shoot(page, 'portal-report-what');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('heading', { name: /在哪里/ }).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('请用当前位置，或者写下地址。').waitFor();
    await page.getByLabel('地址或附近的标志').fill('文昌里社区 3 号楼');
    await page.getByLabel('地址或附近的标志').blur();
    await page.getByRole('button', { name: new RegExp(`${place.village} / ${place.grid}`) }).click();
    await fits(page);
    await shoot(page, 'portal-report-where');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('手机号').fill('123');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请填写至少七位数字的电话').waitFor();
    await page.getByLabel('手机号').fill(`1380000${kTail}`);
    await page.getByLabel('怎么称呼您').fill('王小明');
    await fits(page);
    await shoot(page, 'portal-report-who');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '已经收到，谢谢您' }).waitFor();
});

test('the receipt is genuine, for whoever scans it, and tells nothing of the case', async () => {
    await page.getByText('这张回执是真的').waitFor();
    code = (await page.locator('.code').textContent())?.trim() ?? '';
    expect(code).toMatch(/^\d{4}-\d{6}-\d$/);
    expect(await page.locator('.picture svg').count()).toBe(1);
    await fits(page);
    await shoot(page, 'portal-receipt');
    const other = await telephone();
    await other.page.goto(page.url());
    await other.page.getByText('这张回执是真的').waitFor();
    expect(await other.page.locator('main').innerText()).not.toMatch(/路灯|文昌里|王小明/);
    await other.page.goto(page.url().replace(/at=\d+/, 'at=1700000000'));
    await other.page.getByText('这张回执核对不上').waitFor();
    await fits(other.page);
    await other.context.close();
});

test('the grid has the report, masked, with its photo', async () => {
    const one = await seenBy(await person(people.worker));
    expect(one.state).toBe('reported');
    expect(one.files).toHaveLength(1);
    expect(one.reporter?.phone).toBe(`138****${kTail}`);
});

test('a wrong tail and a code that there is not get one answer', async () => {
    await page.getByRole('link', { name: '查进度' }).click();
    expect(await page.getByLabel('回执编号').inputValue()).toBe(code);
    await page.getByLabel('手机号后四位').fill('0000');
    await page.getByRole('button', { name: '查询' }).click();
    const wrongTail = await page.getByRole('alert').innerText();
    await page.getByLabel('回执编号').fill('2026-999999-9');
    await page.getByLabel('手机号后四位').fill(kTail);
    await page.getByRole('button', { name: '查询' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(1);
    expect(await page.getByRole('alert').innerText()).toBe(wrongTail);
    await fits(page);
});

async function follow(): Promise<void> {
    await page.goto(`follow?code=${code}`);
    await page.getByLabel('手机号后四位').fill(kTail);
    await page.getByRole('button', { name: '查询' }).click();
    await page.locator('.state').waitFor();
}

test('code and tail show where it is', async () => {
    await follow();
    expect(await page.locator('.state').textContent()).toBe('已收到');
    await fits(page);
});

test('staff take it through the loop, and the resident reads the answer without a name or an inner word', async () => {
    await step(people.lead, 'pass_up', { text: '社区没有登高设备' });
    await step(people.dispatcher, 'assign', { unit: await unitOf(place.unit) });
    await step(people.unit, 'sign');
    await step(people.unit, 'handle', { text: '换了灯泡', files: [await (await person(people.unit)).upload(photoOfLamp())] });
    await step(people.worker, 'verify_pass', { note: '看过了' });
    await step(people.otherDispatcher, 'answer', { text: '路灯已经修好，当晚亮灯。' });
    await step(people.otherDispatcher, 'close');
    await follow();
    expect(await page.locator('.state').textContent()).toBe('已办结');
    expect(await page.locator('.answer').innerText()).toContain('路灯已经修好，当晚亮灯。');
    const said = await page.locator('main').innerText();
    expect(said).toMatch(new RegExp(`交给.*${place.unit}办理`));
    expect(said).not.toMatch(/登高设备|换了灯泡|看过了/);
    await fits(page);
    await shoot(page, 'portal-follow');
});

test('the two questions are separate, and what is not solved is taken up again', async () => {
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('两个问题都请选一下。').waitFor();
    await page.getByText('没有解决', { exact: true }).click();
    await page.getByText('满意', { exact: true }).click();
    await fits(page);
    await shoot(page, 'portal-verdict');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('您的评价：解决——否；满意——是').waitFor();
    const judged = await seenBy(await person(people.otherDispatcher));
    expect([judged.state, judged.solved, judged.satisfied]).toEqual(['followed_up', 'no', 'yes']);
    await page.getByLabel('还有什么没有解决？').fill('又不亮了');
    await fits(page);
    await page.getByRole('button', { name: '请重新办理' }).click();
    await expect.poll(() => page.locator('.state').textContent()).toBe('已受理');
    expect((await seenBy(await person(people.otherDispatcher))).state).toBe('accepted');
    expect(await page.locator('main').innerText()).toContain('又不亮了');
});

test('the board is found by words, and where the QR code of the street leads', async () => {
    await page.goto('grids');
    await page.getByLabel('地址、小区或村名').fill('文昌里');
    await page.getByRole('button', { name: '查找' }).click();
    await page.locator('.found a').first().waitFor();
    await fits(page);
    await shoot(page, 'portal-find');
    await page.goto(`${inject('base')}/grids/${kBoard}`);
    expect(page.url()).toContain(`/portal/grids/${kBoard}`);
    await page.locator('.people li').first().waitFor();
    await fits(page);
    await shoot(page, 'portal-board');
    await page.goto('grids/990001999');
    await page.getByRole('alert').waitFor();
    await fits(page);
});

test('a position is asked for once, and leads to the grid under it', async () => {
    const spot = await spotInGrid();
    await context.grantPermissions(['geolocation'], { origin: inject('base') });
    await context.setGeolocation({ longitude: spot.lon, latitude: spot.lat });
    await page.goto('grids');
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.waitForURL(/\/portal\/grids\/\d+/);
    expect(await page.locator('.lead').innerText()).toContain(place.village);
});

test('without a network nothing that was written is lost', async () => {
    await page.goto('report');
    await page.locator('textarea').fill('公园的长椅坏了');
    await context.setOffline(true);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('地址或附近的标志').fill('云阳公园');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('网络断开了').waitFor();
    await fits(page);
    await context.setOffline(false);
    await page.reload();
    expect(await page.locator('textarea').inputValue()).toBe('公园的长椅坏了');
});

test('in English and by night everything fits too', async () => {
    const night = await telephone({ language: 'en', dark: true });
    for (const [at, name] of [['./', 'home'], ['report', 'report'], ['follow', 'follow'], ['grids', 'find'], [`grids/${kBoard}`, 'board'], ['nowhere', 'missing']] as const) {
        await night.page.goto(at);
        await night.page.locator('main h1').waitFor();
        await fits(night.page);
        await shoot(night.page, `portal-${name}-night-en`);
    }
    await night.context.close();
});

test('the browser had nothing to complain of', () => {
    expect(complaints).toEqual([]);
});
