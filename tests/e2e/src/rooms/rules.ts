import type { Page } from 'playwright-core';
import { people } from '../county';
import { person } from '../hands';
import type { Room } from '../room';

const openDialog = async (page: Page, tab: string, button: RegExp): Promise<void> => {
    await page.goto(`rules/${tab}`);
    await page.getByRole('button', { name: button }).first().click();
    await page.locator('.el-dialog button[type=submit]').waitFor();
};

const answered = async (page: Page, amount: string): Promise<void> => {
    await page.goto('rules/deadline');
    await page.locator('#deadline-start').fill('2026-02-13 16:20');
    await page.locator('#deadline-start').press('Enter');
    await page.locator('#deadline-amount').fill(amount);
    await page.locator('#deadline-amount').press('Tab');
    await page.locator('.due time[datetime^="2026"]').waitFor();
    await page.locator('.el-picker__popper').waitFor({ state: 'hidden' });
};

export const rooms: readonly Room[] = [
    { name: 'rules-calendar', login: people.system, open: async (page) => {
        await page.goto('rules/calendar?year=2026');
        await page.locator('.months').waitFor();
    } },
    { name: 'rules-calendar-missing', login: people.worker, open: (page) => page.goto('rules/calendar?year=2031') },
    { name: 'rules-calendar-import', login: people.system, open: (page) => openDialog(page, 'calendar', /导入年份|Import years/) },
    { name: 'rules-hours', login: people.system, open: (page) => page.goto('rules/hours') },
    { name: 'rules-hours-tried', login: people.system, open: async (page) => {
        await openDialog(page, 'hours', /^(修改|Change)$/);
        await page.locator('.el-dialog [data-field="/yellow_working_days"] input').fill('4');
        await page.locator('.el-dialog [data-field="/yellow_working_days"] input').press('Tab');
        await page.locator('.trial dl').waitFor();
    } },
    { name: 'rules-hours-edit', login: people.system, open: (page) => openDialog(page, 'hours', /^(修改|Change)$/) },
    { name: 'rules-deadline', login: people.dispatcher, open: (page) => answered(page, '5') },
    { name: 'rules-numbers', login: people.system, open: (page) => page.goto('rules/numbers') },
    { name: 'rules-numbers-edit', login: people.system, open: (page) => openDialog(page, 'numbers', /修改参数|Change the numbers/) },
    { name: 'rules-numbers-tried', login: people.system, open: async (page) => {
        await openDialog(page, 'numbers', /修改参数|Change the numbers/);
        await page.locator('.el-dialog [data-field="/answer_red_days"] input').fill('6');
        await page.locator('.el-dialog [data-field="/answer_red_days"] input').press('Tab');
        await page.locator('.trial .jw-note').waitFor();
        await page.locator('.trial[aria-busy=false]').scrollIntoViewIfNeeded();
    } },
    { name: 'rules-calendar-tried', login: people.system, open: async (page) => {
        await openDialog(page, 'calendar', /导入年份|Import years/);
        const { summary, days } = await (await person(people.system)).ask<{ summary: { year: number }; days: object[] }>('/calendar/years/2026');
        const content = JSON.stringify({ years: [{ year: summary.year, source: 'www.gov.cn', days }] });
        await page.locator('.el-dialog input[type=file]').setInputFiles({ name: 'calendar.json', mimeType: 'application/json', buffer: Buffer.from(content) });
        await page.locator('.trial[aria-busy=false]').waitFor();
    } },
    { name: 'rules-forbidden', login: people.auditor, open: (page) => page.goto('rules') },
];
