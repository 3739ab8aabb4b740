/** The catalogue: whoever works on cases reads it, whoever keeps it changes it and sees first what that means. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './county';
import { Office } from './desk';
import { Case, matterOf, person } from './hands';
import { editor } from './rooms/matters';

const kCode = `t${Date.now().toString(36)}`;
let office: Office;
let added = '';
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

async function opened(login: string, id: string): Promise<Page> {
    const page = await office.at(login);
    await page.goto(`matters/${id}`);
    await page.locator('.matter h2').waitFor();
    return page;
}

type Dialog = ReturnType<Page['locator']>;

async function dialogOf(page: Page, button: string): Promise<Dialog> {
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.locator('.el-dialog:visible');
    await dialog.locator('button[type=submit]').waitFor();
    return dialog;
}

const field = (dialog: Dialog, pointer: string): Dialog => dialog.locator(`[data-field="${pointer}"]`);

test('words find a matter by its name, and by keywords that stand in no name', async () => {
    const page = await office.at(people.dispatcher);
    await page.goto('matters');
    const words = page.locator('.filters input').first();
    await words.fill('路灯不亮');
    await page.locator('.class a.row', { hasText: '路灯不亮' }).waitFor();
    expect(await page.locator('.count').textContent()).toMatch(/\d+ 项中找到 1 项/);
    await words.fill('路灯坏了');
    await page.locator('.others a.row', { hasText: '路灯不亮' }).click();
    await page.locator('.matter h2', { hasText: '路灯不亮' }).waitFor();
});

test('a matter says who answers for it and how long each stage may take', async () => {
    const page = await opened(people.dispatcher, await matterOf('020102'));
    expect(await page.locator('.units tbody').textContent()).toMatch(/水利局.*应急管理局/);
    const sign = page.locator('.limits tr', { hasText: '签收' });
    expect(await sign.textContent()).toContain('15 分钟');
    expect(await sign.textContent()).toContain('本事项规定');
    expect(await page.getByRole('button', { name: '修改', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '新增事项' }).count()).toBe(0);
});

test('a description is told the matters that it speaks for, and why', async () => {
    const page = await office.at(people.hotline);
    await page.goto('matters');
    await page.locator('.which textarea').fill('小区门口的井盖没了');
    await page.locator('.which button[type=submit]').click();
    expect(await page.locator('.which li', { hasText: '井盖缺失破损' }).locator('.words').textContent()).toContain('井盖');
});

test('a case leads to its matter', async () => {
    const page = await office.sees(people.dispatcher, await Case.atTown('车棚的灯不亮。'));
    await page.locator('p.matter a').click();
    await page.locator('.matter h2').waitFor();
    expect(page.url()).toContain(await matterOf('010201'));
});

test('a new matter that lacks something is refused at the field, and then in force', async () => {
    const page = await office.at(editor);
    await page.goto('matters');
    const dialog = await dialogOf(page, '新增事项');
    await field(dialog, '/content/name_zh').locator('input').fill('共享单车乱停');
    await field(dialog, '/content/code').locator('input').fill('020102');
    await dialog.locator('button[type=submit]').click();
    await field(dialog, '/subclass_code').getByRole('alert').waitFor();
    await field(dialog, '/subclass_code').locator('.el-select').click();
    await page.getByRole('option').first().click();
    await dialog.locator('button[type=submit]').click();
    await field(dialog, '/content/code').getByRole('alert').filter({ hasText: '该编码已有现行事项' }).waitFor();
    await field(dialog, '/content/code').locator('input').fill(kCode);
    await dialog.locator('button[type=submit]').click();
    await page.locator('.matter h2', { hasText: '共享单车乱停' }).waitFor();
    added = page.url().split('/').pop() ?? '';
    expect(await page.locator('.matter .units').textContent()).toContain('没有指定单位');
});

test('a change is shown beside what is in force before it is saved', async () => {
    const page = await opened(editor, added);
    const dialog = await dialogOf(page, '修改');
    await dialog.locator('button[type=submit]').click();
    await dialog.getByRole('alert').filter({ hasText: '没有任何改动' }).waitFor();
    await dialog.getByText('承担', { exact: true }).click();
    await dialog.getByRole('group', { name: '签收' }).locator('input').first().fill('2');
    await dialog.getByRole('group', { name: '签收' }).locator('input').first().press('Tab');
    await dialog.locator('button[type=submit]').click();
    const rows = dialog.locator('.review tbody tr');
    await rows.first().waitFor();
    expect((await rows.allTextContents()).map((row) => row.trim())).toEqual(['承担方式协助承担', '时限：签收（无）2 个工作日']);
    await dialog.locator('button[type=submit]').click();
    await page.locator('.matter', { hasText: '第 2 版' }).waitFor();
    expect(await page.locator('.limits tr', { hasText: '签收' }).textContent()).toContain('2 个工作日');
});

test('a matter that ends says what happens, and new cases may not cite it', async () => {
    const page = await opened(editor, added);
    const dialog = await dialogOf(page, '退出清单');
    expect(await dialog.textContent()).toContain('已经上报的事件照常办理');
    await dialog.locator('button[type=submit]').click();
    await page.locator('.matter', { hasText: '已退出清单' }).waitFor();
    expect(await page.getByRole('button', { name: '修改', exact: true }).count()).toBe(0);
    await expect(Case.reported('单车堵了门。', { matter: added })).rejects.toThrow('case_matter_unknown');
});

test('a file that is wrong changes nothing and says where', async () => {
    const page = await office.at(editor);
    await page.goto('matters');
    const dialog = await dialogOf(page, '导入清单');
    const give = (text: string): Promise<void> =>
        page.locator('input[type=file]').setInputFiles({ name: 'catalogue.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await give('事项,单位');
    await dialog.getByRole('alert').filter({ hasText: '不是事项清单' }).waitFor();
    await give(JSON.stringify({ title: '新清单', source: '县网格办', classes: [{ code: '01', name_zh: '党员服务', subclasses: [
        { code: '0101', name_zh: '党员联系服务', matters: [{ code: '010101', name_zh: '党员联系户诉求', severity: 'huge' }] },
    ] }] }));
    await dialog.locator('.lost', { hasText: '155' }).waitFor();
    await dialog.locator('button[type=submit]').click();
    const fault = await dialog.locator('.faults li').first().textContent();
    expect(fault).toContain('010101 党员联系户诉求');
    expect(fault).toContain('严重程度');
    const { classes } = await (await person(editor)).ask<{ classes: unknown[] }>('/matters');
    expect(classes.length).toBe(10);
});

test('whoever may not read the catalogue finds the door closed', async () => {
    const page = await office.at(people.auditor);
    await page.goto('matters');
    await page.locator('.state h1', { hasText: '没有查看的权限' }).waitFor();
});
