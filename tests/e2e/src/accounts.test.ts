/** Accounts: one officer sets them up, another says what they may do, and neither does the other's work. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, place } from './county';
import { Office, typeIn, visit } from './desk';
import { newId, person } from './hands';

let office: Office;
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

const dialogOf = (page: Page, title: RegExp) => page.locator('.el-dialog', { has: page.locator('.el-dialog__title', { hasText: title }) });
const field = (page: Page, pointer: string) => page.locator(`.el-dialog [data-field="${pointer}"]`);

/** An account of nobody yet, as the system administrator enters it. */
async function colleague(name: string): Promise<{ id: string; login: string }> {
    const made = { id: newId(), login: `${name}${Date.now() % 1_000_000}` };
    const county = (await (await person(people.system)).ask<{ items: { path: string }[] }>(`/accounts?q=${people.system}`)).items[0]?.path;
    await (await person(people.system)).tell('/accounts', { ...made, display_name: '林新', path: county, new_password: 'First-Day-2026' });
    return made;
}

async function opens(login: string, id: string): Promise<Page> {
    const page = await office.at(login);
    await page.goto(`accounts/${id}`);
    await page.locator('.column h2').first().waitFor();
    return page;
}

/** From a list that the server answers: what is offered before is another answer. */
async function choosePlace(page: Page, pointer: string, name: string): Promise<void> {
    const select = field(page, pointer).locator('.el-select');
    await select.click();
    const answered = page.waitForResponse((answer) => decodeURIComponent(answer.url()).includes(`q=${name}`));
    await select.locator('input').fill(name);
    await answered;
    await page.getByRole('option', { name: new RegExp(`${name}$`) }).first().click();
}

test('the system administrator adds an account, is told at the field what is wrong, and sees the password once', async () => {
    const page = await office.at(people.system);
    await page.goto('accounts');
    await page.getByRole('button', { name: '新建账号' }).click();
    await field(page, '/display_name').locator('input').fill('林小新');
    await field(page, '/login').locator('input').fill(people.dispatcher);
    const send = dialogOf(page, /^新建账号$/).locator('button[type=submit]');
    await send.click();
    await field(page, '/login').getByRole('alert').filter({ hasText: '登录名已被使用' }).waitFor();

    const login = `fresh${Date.now() % 1_000_000}`;
    await field(page, '/login').locator('input').fill(login);
    await send.click();
    const once = dialogOf(page, /^账号已建立$/);
    await once.waitFor();
    const [name, secret = ''] = await once.locator('dd').allTextContents();
    expect(name).toBe(login);
    await once.getByRole('button', { name: '我已记下' }).click();
    await page.locator('.column h2', { hasText: '林小新' }).waitFor();
    await page.getByText('由安全管理员授予和终止').waitFor();
    expect(await page.locator('.grants').count()).toBe(0);

    const newcomer = await visit(office.browser);
    await typeIn(newcomer.page, login, secret);
    await newcomer.page.locator('.must').waitFor();
    await newcomer.context.close();
});

test('the system administrator renames, disables after being asked, and enables again', async () => {
    const { id, login } = await colleague('moved');
    const page = await opens(people.system, id);
    await page.getByRole('button', { name: '修改资料' }).click();
    await field(page, '/display_name').locator('input').fill('林改名');
    await choosePlace(page, '/path', place.village);
    await dialogOf(page, /^修改账号资料$/).locator('button[type=submit]').click();
    await page.locator('.column h2', { hasText: '林改名' }).waitFor();
    await page.locator('.column dd', { hasText: place.village }).waitFor();

    await page.getByRole('button', { name: '停用账号' }).click();
    const asks = dialogOf(page, /^停用林改名的账号/);
    await asks.getByText('立即退出此人的所有登录').waitFor();
    await asks.locator('button[type=submit]').click();
    await page.locator('.column .mark', { hasText: '已停用' }).waitFor();
    await page.getByRole('searchbox', { name: '姓名或用户名' }).fill(login);
    await page.keyboard.press('Enter');
    await page.locator('a.row', { hasText: login }).locator('.off').waitFor();

    await page.getByRole('button', { name: '启用账号' }).click();
    await dialogOf(page, /^启用/).locator('button[type=submit]').click();
    await page.locator('.column .mark', { hasText: '启用' }).waitFor();
});

test('a new password for a security officer is refused with the reason, and for oneself it is not offered', async () => {
    const self = (await (await person(people.system)).ask<{ account: string }>('/session')).account;
    const other = (await (await person(people.security)).ask<{ account: string }>('/session')).account;
    const page = await opens(people.system, other);
    await page.getByRole('button', { name: '设新密码' }).click();
    const dialog = dialogOf(page, /^为.+设新密码$/);
    await dialog.getByText('关闭两步验证').waitFor();
    await field(page, '/new_password').locator('input').fill('short');
    await dialog.locator('button[type=submit]').click();
    await dialog.getByRole('alert').filter({ hasText: '不归您管理' }).waitFor();
    await page.keyboard.press('Escape');

    await opens(people.system, self);
    await page.getByText('这是您自己的账号').waitFor();
    expect(await page.getByRole('button', { name: '设新密码' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '停用账号' }).count()).toBe(0);
});

test('the security officer gives a role on a place until a day, cannot give it twice, and ends it after being asked', async () => {
    const { id } = await colleague('granted');
    const page = await opens(people.security, id);
    await page.getByText('还没有任何角色').waitFor();
    expect(await page.getByRole('button', { name: '设新密码' }).count()).toBe(0);
    for (let time = 0; time < 2; ++time) {
        await page.getByRole('button', { name: '授予角色' }).click();
        await field(page, '/role').locator('.el-select').click();
        await page.getByRole('option', { name: '网格员', exact: true }).click();
        await field(page, '/role').getByText('自办自结').waitFor();
        await choosePlace(page, '/path', place.village);
        if (time === 0) {
            await field(page, '/valid_to').locator('input').fill('2031-12-31');
            await field(page, '/valid_to').locator('input').press('Enter');
        }
        await dialogOf(page, /^给林新授予角色$/).locator('button[type=submit]').click();
        if (time === 0) await dialogOf(page, /^给林新授予角色$/).waitFor({ state: 'hidden' });
    }
    await field(page, '/role').getByRole('alert').filter({ hasText: '已有相同授权' }).waitFor();
    await page.keyboard.press('Escape');
    const row = page.locator('.grants tbody tr');
    await expect.poll(() => row.count()).toBe(1);
    await row.filter({ hasText: '网格员' }).filter({ hasText: place.village }).filter({ hasText: '至 2031-12-31' }).waitFor();

    await row.getByRole('button', { name: '终止' }).click();
    const asks = dialogOf(page, /^终止授权/);
    await asks.getByText('林新将立即失去“网格员”').waitFor();
    await asks.locator('button[type=submit]').click();
    await page.getByText('还没有任何角色').waitFor();
});

test('nobody is offered a second office, and an officer nothing for himself', async () => {
    const auditor = (await (await person(people.auditor)).ask<{ account: string }>('/session')).account;
    const self = (await (await person(people.security)).ask<{ account: string }>('/session')).account;
    const page = await opens(people.security, auditor);
    await page.getByRole('button', { name: '授予角色' }).click();
    await field(page, '/role').locator('.el-select').click();
    const option = page.getByRole('option', { name: /^系统管理员/ });
    await option.filter({ hasText: '三员不得兼任' }).waitFor();
    expect(await option.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');

    await opens(people.security, self);
    await page.locator('.grants tbody tr', { hasText: '安全管理员' }).waitFor();
    expect(await page.getByRole('button', { name: '授予角色' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '终止' }).count()).toBe(0);
});

test('why can she see this: by which role, granted where', async () => {
    const page = await office.at(people.security);
    await page.goto('accounts');
    await page.getByRole('link', { name: '谁能看见' }).click();
    await page.locator('.rights tbody tr').first().waitFor();
    const select = page.locator('.el-select', { has: page.locator('#rights-place') });
    await select.click();
    const answered = page.waitForResponse((answer) => decodeURIComponent(answer.url()).includes(`q=${place.village}`));
    await page.locator('#rights-place').fill(place.village);
    await answered;
    await page.getByRole('option', { name: new RegExp(`${place.village}$`) }).first().click();
    const lead = page.locator('.rights tbody tr', { hasText: people.lead });
    await lead.filter({ hasText: '网格长' }).filter({ hasText: place.village }).waitFor();
    await page.locator('.rights tbody tr', { hasText: people.county }).first().getByText('上级范围').waitFor();
    await lead.getByRole('link').first().click();
    await page.locator('.grants tbody tr', { hasText: '网格长' }).waitFor();
});

test('the auditor looks at accounts and roles and changes none', async () => {
    const { id } = await colleague('looked');
    const page = await opens(people.auditor, id);
    await page.locator('.grants').waitFor();
    await page.getByText('不能更改').waitFor();
    expect(await page.locator('.split > .column').getByRole('button').allTextContents()).toEqual([]);
});

test('whoever works on cases has no door to accounts', async () => {
    const page = await office.at(people.dispatcher);
    await page.goto('accounts');
    await page.locator('.state h1', { hasText: '没有查看的权限' }).waitFor();
    expect(await page.locator('nav.nav a', { hasText: '账号' }).count()).toBe(0);
});

test('one sees one’s own roles in words, makes a token that is shown once, and revokes it after being asked', async () => {
    const page = await office.at(people.worker);
    await page.goto('account');
    await page.locator('section', { hasText: '我的角色' }).locator('tbody tr', { hasText: '网格员' }).first().waitFor();
    const name = `大屏${Date.now() % 1_000_000}`;
    await page.getByRole('button', { name: '新建令牌' }).click();
    const dialog = dialogOf(page, /^新建令牌$/);
    await field(page, '/name').locator('input').fill(name);
    await dialog.locator('button[type=submit]').click();
    await field(page, '/permissions').getByRole('alert').filter({ hasText: '至少选择一项' }).waitFor();
    await dialog.getByText('查看事件', { exact: true }).click();
    await dialog.locator('button[type=submit]').click();
    const once = dialogOf(page, /^令牌已建立$/);
    expect(((await once.locator('dd').textContent()) ?? '').length).toBeGreaterThan(20);
    await once.getByRole('button', { name: '我已记下' }).click();

    const token = page.locator('.tokens li', { hasText: name });
    await token.getByRole('button', { name: '撤销' }).click();
    await dialogOf(page, /^撤销令牌/).locator('button[type=submit]').click();
    await token.waitFor({ state: 'detached' });
});
