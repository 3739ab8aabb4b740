/** The calendar and what limits are reckoned by: read by everybody, set by whoever keeps it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './county';
import { Office } from './desk';
import { person } from './hands';

let office: Office;
let before: { hours: Record<string, unknown>; numbers: Record<string, unknown> };

interface Versions {
    items: Record<string, unknown>[];
}

const versions = async (): Promise<Record<string, unknown>[]> => (await (await person(people.system)).ask<Versions>('/cases/settings')).items;

async function setNumbers(wanted: Record<string, unknown>): Promise<void> {
    const { version, valid_from: _from, set_by: _by, ...numbers } = { ...(await versions())[0] };
    await (await person(people.system)).set('/cases/settings', { ...numbers, ...wanted, seen_version: version });
}

beforeAll(async () => {
    office = await Office.open();
    const hours = await (await person(people.system)).ask<Record<string, unknown>>('/calendar/working-time');
    const { version: _version, valid_from: _from, set_by: _by, ...numbers } = { ...(await versions())[0] };
    before = { hours, numbers };
});

// Other tests count on what was in force.
afterAll(async () => {
    await (await person(people.system)).set('/calendar/working-time', before.hours);
    await setNumbers(before.numbers);
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

async function at(login: string, tab: string): Promise<Page> {
    const page = await office.at(login);
    await page.goto(`rules/${tab}`);
    await page.locator('main h1').waitFor();
    return page;
}

const kindOf = async (page: Page, day: string): Promise<string> => (await page.locator(`[data-day="${day}"]`).getAttribute('title')) ?? '';

test('a year is drawn whole: its working days, its holidays and the days made up for them', async () => {
    const page = await at(people.worker, 'calendar?year=2026');
    await page.locator('.sheet header', { hasText: '工作日 248 天' }).waitFor();
    expect(await page.locator('.months table').count()).toBe(12);
    expect(await kindOf(page, '2026-02-17')).toBe('春节放假');
    expect(await kindOf(page, '2026-02-14')).toBe('春节调休上班');
    expect(await page.locator('.breaks li', { hasText: '春节' }).innerText()).toMatch(/2月15日至2月23日[^]*2月14日、2月28日上班/);
    expect(await page.getByRole('button', { name: '导入年份' }).count()).toBe(0);
});

test('a year without a calendar says that cases are taken in all the same', async () => {
    const page = await at(people.worker, 'calendar?year=2099');
    expect(await page.locator('.state').innerText()).toMatch(/2099 年的工作日历尚未导入[^]*照常受理[^]*自动重算/);
});

/** Chooses a file that holds this in the dialog, and sends it. */
async function importFile(page: Page, content: string): Promise<void> {
    await page.getByRole('button', { name: '导入年份' }).first().click();
    await page.locator('.el-dialog input[type=file]').setInputFiles({ name: 'calendar.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await page.locator('.el-dialog .file', { hasText: 'calendar.json' }).waitFor();
    await page.locator('.el-dialog button[type=submit]').click();
}

test('a file that is refused is told by year, entry and day', async () => {
    const page = await at(people.system, 'calendar?year=2026');
    const year = await (await person(people.system)).ask<{ summary: { source: string }; days: Record<string, unknown>[] }>('/calendar/years/2026');
    const days = year.days.map((day, number) => (number === 3 ? { ...day, day: '2026-01-05' } : day));
    await importFile(page, JSON.stringify({ years: [{ year: 2026, source: year.summary.source, days }] }));
    const refused = page.locator('.el-dialog .refused');
    await refused.waitFor();
    expect(await refused.innerText()).toContain('2026 年第 4 条（1月5日）：调休上班日只能是周六或周日');
    await page.keyboard.press('Escape');
});

test('a file that is no calendar is told before anything is sent; one that brings nothing new changes nothing', async () => {
    const page = await at(people.system, 'calendar?year=2026');
    await importFile(page, 'no calendar');
    expect(await page.locator('.el-dialog .refused').innerText()).toContain('不是工作日历文件');
    await page.keyboard.press('Escape');
    await page.locator('.el-dialog').waitFor({ state: 'hidden' });
    const { summary, days } = await (await person(people.system)).ask<{ summary: { source: string }; days: unknown[] }>('/calendar/years/2026');
    await importFile(page, JSON.stringify({ years: [{ year: 2026, source: summary.source, days }] }));
    await page.locator('.el-message', { hasText: '没有改动' }).waitFor();
});

test('opening hours are refused at their field, compared, and changed', async () => {
    const page = await at(people.system, 'hours');
    await page.getByRole('button', { name: '修改', exact: true }).click();
    const dialog = page.locator('.el-dialog');
    await dialog.getByLabel('第 2 段的上班时间').fill('12:00');
    await dialog.locator('button[type=submit]').click();
    expect(await dialog.locator('[data-field="/hours"] .fault').innerText()).toContain('第 2 段须晚于上一段');
    await dialog.getByLabel('第 2 段的上班时间').fill('14:00');
    expect(await dialog.locator('.changes').innerText()).toMatch(/每个工作日 7 小时[^]*每个工作日 7.5 小时/);
    await dialog.locator('button[type=submit]').click();
    await page.locator('.said', { hasText: '每个工作日 7.5 小时' }).waitFor();
    await (await person(people.system)).set('/calendar/working-time', before.hours);
});

test.each([
    { start: '2026-02-13 16:20', amount: '5', due: '2026年2月27日', lines: ['2月14日周六', '春节调休上班', '2月15日至2月23日', '春节放假，不计', '16:20 到期'] },
    { start: '2026-09-24 10:00', amount: '3', due: '2026年9月30日', lines: ['9月25日至9月27日', '中秋节放假，不计', '10:00 到期'] },
])('$amount working days from $start end on $due, told day by day', async ({ start, amount, due, lines }) => {
    const page = await at(people.dispatcher, 'deadline');
    await page.locator('#deadline-start').fill(start);
    await page.locator('#deadline-start').press('Enter');
    await page.locator('#deadline-amount').fill(amount);
    await page.locator('#deadline-amount').press('Tab');
    await page.locator('.due time', { hasText: due }).waitFor();
    const trail = await page.locator('.trail').innerText();
    for (const line of lines) expect(trail).toContain(line);
    expect(await page.locator('.lines').innerText()).toContain('起算当天不计入');
});

test('numbers of the loop are compared before they are saved, refused at their field, and kept with who set them', async () => {
    await setNumbers({ sample_percent: 10, sign_yellow_days: 1, sign_red_days: 2 });
    const page = await at(people.system, 'numbers');
    await page.getByRole('button', { name: '修改参数' }).click();
    const dialog = page.locator('.el-dialog');
    const type = async (member: string, count: string): Promise<void> => {
        await dialog.locator(`[data-field="/${member}"] input`).fill(count);
        await dialog.locator(`[data-field="/${member}"] input`).press('Tab');
    };
    await type('sign_yellow_days', '3');
    await dialog.locator('button[type=submit]').click();
    await dialog.locator('[data-field="/sign_red_days"] .fault', { hasText: '红牌须晚于黄牌' }).waitFor();
    await type('sign_yellow_days', '1');
    await type('sample_percent', '15');
    expect(await dialog.locator('.changes').innerText()).toMatch(/自办自结抽查比例\s*原为\s*10%\s*→\s*改为\s*15%/);
    expect(await dialog.innerText()).toContain('只对此后上报的事件生效');
    await dialog.locator('button[type=submit]').click();
    await page.locator('[data-number=sample_percent] .value', { hasText: '15%' }).waitFor();
    const newest = page.locator('.history ol > li').first();
    expect(await newest.innerText()).toContain('自办自结抽查比例：10% → 15%');
    await expect.poll(() => newest.locator('.who').innerText()).not.toBe('');
});

test('numbers are tried on the open cases before they are saved, and nothing is changed by it', async () => {
    const known = (await versions())[0]?.version;
    const page = await at(people.system, 'numbers');
    await page.getByRole('button', { name: '修改参数' }).click();
    const dialog = page.locator('.el-dialog');
    expect(await dialog.locator('.trial').count(), 'nothing to try yet').toBe(0);
    for (const [name, days] of [['answer_yellow_days', '1'], ['answer_red_days', '2']] as const) {
        await dialog.locator(`[data-field="/${name}"] input`).fill(days);
        await dialog.locator(`[data-field="/${name}"] input`).press('Tab');
    }
    await dialog.locator('.trial [data-line=red_plates]').waitFor();
    const [, now = '', then = ''] = /(\d+)\s*→[^\d]*(\d+)/.exec(await dialog.locator('.trial [data-line=red_plates]').innerText()) ?? [];
    expect(Number(then)).toBeGreaterThan(Number(now));
    expect(await dialog.locator('.trial').innerText()).toMatch(/在办的 \d+ 件[^]*尚未改动任何事件/);
    await page.keyboard.press('Escape');
    expect((await versions())[0]?.version).toBe(known);
});

test('hours are tried too: how many deadlines would move', async () => {
    const page = await at(people.system, 'hours');
    await page.getByRole('button', { name: '修改', exact: true }).click();
    const dialog = page.locator('.el-dialog');
    await dialog.getByLabel('第 1 段的上班时间').fill('11:00');
    await dialog.getByLabel('第 1 段的上班时间').press('Tab');
    await dialog.locator('.trial', { hasText: /到期提前 \d+ 件，到期推迟 [1-9]\d* 件/ }).waitFor();
    await page.keyboard.press('Escape');
});

test('whoever was slower sees what the other has set, and loses nothing', async () => {
    await setNumbers({ sample_percent: 10, returns: 2 });
    const page = await at(people.system, 'numbers');
    await page.getByRole('button', { name: '修改参数' }).click();
    const dialog = page.locator('.el-dialog');
    await dialog.locator('[data-field="/sample_percent"] input').fill('20');
    await dialog.locator('[data-field="/sample_percent"] input').press('Tab');
    await setNumbers({ returns: 3 });
    await dialog.locator('button[type=submit]').click();
    await dialog.locator('.fault', { hasText: '已有人改过' }).waitFor();
    await expect.poll(() => dialog.locator('.changes').innerText()).toMatch(/10%[^]*20%/);
    await dialog.locator('button[type=submit]').click();
    await page.locator('[data-number=sample_percent] .value', { hasText: '20%' }).waitFor();
});

test('who may not set anything is offered nothing; who has nothing to do with it finds the door closed', async () => {
    for (const [tab, shows] of [['hours', '.said'], ['numbers', '.history']] as const) {
        const page = await at(people.worker, tab);
        await page.locator(shows).waitFor();
        expect(await page.locator('main button').count()).toBe(0);
    }
    const closed = await at(people.auditor, 'numbers');
    await closed.locator('.state h1', { hasText: '没有查看的权限' }).waitFor();
});
