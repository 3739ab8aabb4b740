/** A grid worker and a unit on a small telephone: report in three taps, my cases, a step, my grids. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { people, place } from './county';
import { axeFaults, openBrowser, rawWords, shoot, widerThanScreen } from './desk';
import { Case, password, person } from './hands';
import { root } from './house';
import { photoOfLamp } from './photo';

const small = { width: 360, height: 740 };
const kPatienceMs = 20_000;
const kMostFirstView = 200_000;

let browser: Browser;
let page: Page;
const complaints: string[] = [];

interface Seat {
    login?: string;
    language?: 'zh-CN' | 'en';
    dark?: boolean;
}

async function telephone({ login, language = 'zh-CN', dark = false }: Seat = {}): Promise<{ context: BrowserContext; page: Page }> {
    const made = await browser.newContext({
        baseURL: `${inject('base')}/field/`, locale: language, viewport: small, reducedMotion: 'reduce', colorScheme: dark ? 'dark' : 'light',
        hasTouch: true, isMobile: true,
    });
    made.setDefaultTimeout(kPatienceMs);
    if (login) {
        const [name = '', value = ''] = (await person(login)).cookie.split('=');
        await made.addCookies([{ name, value, url: inject('base'), httpOnly: true, sameSite: 'Strict' }]);
    }
    const opened = await made.newPage();
    opened.on('pageerror', (error) => complaints.push(String(error)));
    opened.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|TypeError|Unhandled/.test(message.text())) complaints.push(message.text());
    });
    return { context: made, page: opened };
}

beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await telephone());
});
afterAll(async () => browser.close());

/** Nothing that axe calls serious, nothing wider than the screen, no word of the program's own, room for a thumb. */
async function fits(on: Page): Promise<void> {
    expect(await axeFaults(on)).toEqual([]);
    expect(await widerThanScreen(on)).toBeLessThanOrEqual(0);
    expect(await rawWords(on)).toEqual([]);
    expect((await on.locator('body').innerText()).match(/\b(?:report|work|grids|shell|session|phone)\.[a-z_]+/g) ?? []).toEqual([]);
    const low = await on.locator('main a:visible, main button:visible, main input:not([type=file]):visible, nav a:visible').evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 80)));
    expect(low).toEqual([]);
}

test('the first view costs less than 200 kB, compressed', () => {
    const folder = path.join(root, 'web/dist/field');
    const index = readFileSync(path.join(folder, 'index.html'), 'utf8');
    const named = [...index.matchAll(/\/field\/(assets\/[^"]+)/g)].map((one) => one[1] ?? '');
    const size = (file: string): number => {
        const packed = `${file}.gz`;
        return readFileSync(path.join(folder, existsSync(path.join(folder, packed)) ? packed : file)).length;
    };
    expect(named.length).toBeGreaterThan(1);
    expect(['index.html', ...named].reduce((sum, file) => sum + size(file), 0)).toBeLessThan(kMostFirstView);
});

test('who is not signed in signs in, and comes back to where he wanted to go', async () => {
    await page.goto('grids');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await fits(page);
    await page.getByLabel('账号').fill(people.worker);
    await page.getByLabel('密码').fill('wrong-password-1');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '我的网格' }).waitFor();
    await page.getByRole('heading', { name: new RegExp(place.village) }).first().waitFor();
    await fits(page);
    await shoot(page, 'field-grids');
});

test('a worker reports with three taps beside the words, and a reload loses nothing', async () => {
    await page.getByRole('link', { name: '上报' }).click();
    await page.getByLabel('什么事').fill('文昌里巷口的路灯不亮');
    await page.getByRole('button', { name: '路灯不亮' }).click();
    await page.reload();
    expect(await page.getByLabel('什么事').inputValue()).toBe('文昌里巷口的路灯不亮');
    await page.locator('input[type=file]').setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: photoOfLamp() });
    await page.locator('.photos img').waitFor();
    await page.getByRole('button', { name: new RegExp(`${place.village} / ${place.grid}`) }).click();
    await fits(page);
    await shoot(page, 'field-report');
    await page.getByRole('button', { name: '上报', exact: true }).click();
    await page.getByRole('heading', { name: '已经上报' }).waitFor();
    await fits(page);
    await page.getByRole('link', { name: '看这件事' }).click();
    await page.getByRole('heading', { name: '路灯不亮' }).waitFor();
    await page.locator('.files img').waitFor();
    await fits(page);
    await shoot(page, 'field-case');
});

test('what was solved on the spot is closed with the report', async () => {
    await page.getByRole('link', { name: '上报' }).click();
    await page.getByLabel('什么事').fill('楼道堆放杂物，堵住了出口');
    await page.getByRole('button', { name: '楼道堆放杂物' }).click();
    await page.getByRole('button', { name: new RegExp(`${place.village} / ${place.grid}`) }).click();
    await page.getByLabel(/当场办好了/).fill('和住户一起清走了。');
    await page.getByRole('button', { name: '上报并办结' }).click();
    await page.getByRole('heading', { name: '已经上报' }).waitFor();
    await page.getByRole('link', { name: '看这件事' }).click();
    await page.getByText('已办结').first().waitFor();
});

test('a report without matter and place is told what is missing', async () => {
    await page.getByRole('link', { name: '上报' }).click();
    await page.getByRole('button', { name: '上报', exact: true }).click();
    await page.getByText('请写几个字说明是什么事。').waitFor();
    await fits(page);
});

test('a unit finds what waits for it, signs and handles it', async () => {
    const one = await Case.assigned('志愿者站门口缺桌椅');
    const unit = await telephone({ login: people.unit });
    await unit.page.goto('cases');
    await unit.page.locator('a.line').first().waitFor();
    await fits(unit.page);
    await shoot(unit.page, 'field-cases');
    await unit.page.goto(`cases/${one.id}`);
    await unit.page.getByRole('button', { name: '签收' }).click();
    await unit.page.locator('form').getByRole('button', { name: '签收' }).click();
    await unit.page.getByRole('button', { name: '处置完毕' }).click();
    await unit.page.locator('form').getByRole('button', { name: '处置完毕' }).click();
    await unit.page.getByText('请写几个字说明。').waitFor();
    await unit.page.locator('textarea').fill('桌椅已经送到。');
    await fits(unit.page);
    await shoot(unit.page, 'field-action');
    await unit.page.locator('form').getByRole('button', { name: '处置完毕' }).click();
    await unit.page.getByText('待核查').first().waitFor();
    await unit.context.close();
});

test('the worker who sees it verifies', async () => {
    const one = await Case.handled('志愿者站的灯坏了');
    await page.goto(`cases/${one.id}`);
    await page.getByRole('button', { name: '核查通过' }).click();
    await page.locator('form').getByRole('button', { name: '核查通过' }).click();
    await page.getByText('待反馈').first().waitFor();
});

test('without a network the draft stays', async () => {
    await page.goto('./');
    await page.getByLabel('什么事').fill('路灯不亮');
    await page.getByRole('button', { name: '路灯不亮' }).click();
    await page.getByRole('button', { name: new RegExp(`${place.village} / ${place.grid}`) }).click();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '上报', exact: true }).click();
    await page.getByText('网络断开了').waitFor();
    await page.context().setOffline(false);
    await page.reload();
    expect(await page.getByLabel('什么事').inputValue()).toBe('路灯不亮');
});

test('in English and by night everything fits too', async () => {
    const night = await telephone({ login: people.worker, language: 'en', dark: true });
    for (const [at, name] of [['./', 'report'], ['cases/list/open', 'cases'], ['grids', 'grids'], ['cases/00000000-0000-7000-8000-000000000000', 'none'], ['nowhere', 'missing']] as const) {
        await night.page.goto(at);
        await night.page.locator('main h1').waitFor();
        await expect.poll(() => night.page.locator('.waiting').count(), { timeout: kPatienceMs }).toBe(0);
        await fits(night.page);
        await shoot(night.page, `field-${name}-night-en`);
    }
    await night.context.close();
});

test('the browser had nothing to complain of', () => {
    expect(complaints).toEqual([]);
});
