/** The audit: found by who, what and when, read in words, taken along as a file; and whoever reads is written down. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './county';
import { Office } from './desk';
import { Case, newId, person, Person } from './hands';

let office: Office;
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

async function reads(address: string): Promise<Page> {
    const page = await office.at(people.auditor);
    await page.goto(address);
    await page.locator('tr.entry').first().waitFor();
    return page;
}

const accountOf = async (login: string): Promise<string> => (await (await person(login)).ask<{ account: string }>('/session')).account;

test('sign-ins are told in words, those that failed among them, of one person', async () => {
    await expect(Person.of(people.instructor, 'not-his-password')).rejects.toThrow();
    await Person.of(people.instructor);
    const page = await reads(`audit?view=sign_ins&account=${await accountOf(people.instructor)}`);
    const rows = page.locator('tr.entry');
    await rows.filter({ hasText: '登录失败' }).first().waitFor();
    const said = await rows.locator('.what').allTextContents();
    expect(said.every((one) => ['登录', '登录失败', '退出登录'].includes(one))).toBe(true);
    expect(new Set(await rows.locator('.who').allTextContents()).size).toBe(1);
    expect(await rows.locator('.address').first().textContent()).toContain('127.0.0.1');
});

test('reading of contact data is told with its purpose, and no case is opened by it', async () => {
    const one = await Case.reported('水管爆裂。', { channel: 'resident', reporter: { name: '钱小满', phone: '10000009999', wants_answer: true } });
    await (await person(people.lead)).tell(`/cases/${one.id}/contact`, { step_id: newId(), purpose: '约定上门时间' });
    const page = await reads('audit');
    await page.getByRole('link', { name: '联系方式查看' }).click();
    const row = page.locator('tr.entry').first();
    await row.filter({ hasText: '约定上门时间' }).waitFor();
    expect(await row.locator('.what').textContent()).toBe('查看联系方式');
    expect(await row.getByRole('link').count()).toBe(0);
    await row.click();
    await page.getByText('审计管理员看不到事件内容').first().waitFor();
});

test('a change of rights names the role and whose it is, and leads to the account', async () => {
    const id = await accountOf(people.instructor);
    await (await person(people.security)).tell('/grants', {
        id: newId(), account_id: id, role: 'confidant', path: '990001', valid_from: new Date().toISOString(), valid_to: new Date(Date.now() + 5_000).toISOString(),
    });
    const page = await reads('audit?view=rights');
    const row = page.locator('tr.entry').first();
    await row.filter({ hasText: '授予角色' }).waitFor();
    await row.getByRole('button', { name: '详情' }).click();
    await page.locator('tr.whole:visible dl', { hasText: '保密事件经办人' }).waitFor();
    await row.getByRole('link').click();
    await page.waitForURL(`**/accounts/${id}`);
});

test('a search by action and day stands in the address, and finds what everything else about it is', async () => {
    const page = await reads('audit');
    await page.locator('.el-select', { has: page.getByLabel('做了什么') }).click();
    await page.getByRole('option', { name: '新建区划' }).click();
    await page.getByRole('button', { name: '查询' }).click();
    await page.waitForURL('**action=territory.create**');
    await page.locator('tr.entry', { hasText: '新建区划' }).first().waitFor();
    const row = page.locator('tr.entry').first();
    await row.getByRole('button', { name: '详情' }).click();
    await page.getByRole('button', { name: '此对象的全部记录' }).first().click();
    await page.waitForURL('**kind=territory**subject=**');
    await page.getByText('只看其中一个：区划网格').waitFor();
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.waitForURL((url) => url.search === '');
});

test('older entries come on demand, and what is shown is taken along as a file', async () => {
    const page = await reads('audit');
    const rows = page.locator('tr.entry');
    expect(await rows.count()).toBe(50);
    await page.getByRole('button', { name: '显示更早的' }).click();
    await expect.poll(() => rows.count()).toBe(100);
    await page.getByText('已显示 100 条').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出已显示的 100 条' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^审计记录-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    expect(lines[0]).toContain('时间,操作人,用户名');
    expect(lines).toHaveLength(101);
});

test('whoever reads the audit is in it himself', async () => {
    await reads('audit');
    const page = await reads('audit?action=audit.read');
    await page.locator('tr.entry', { hasText: '查阅审计记录' }).first().waitFor();
    await page.getByText('每次查询和翻页都已记入审计').waitFor();
});

test.each([people.system, people.security, people.dispatcher])('%s has no door to the audit', async (login) => {
    const page = await office.at(login);
    await page.goto('audit');
    await page.locator('.state h1', { hasText: '没有查看的权限' }).waitFor();
    expect(await page.locator('nav.nav a', { hasText: '审计' }).count()).toBe(0);
});
