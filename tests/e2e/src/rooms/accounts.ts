import type { Page } from 'playwright-core';
import { people } from '../county';
import { person } from '../hands';
import type { Room } from '../room';

const accountOf = async (login: string): Promise<string> =>
    (await (await person(people.security)).ask<{ items: { id: string }[] }>(`/accounts?q=${login}`)).items[0]?.id ?? '';

const openAccount = async (page: Page, login: string): Promise<void> => {
    await page.goto(`accounts/${await accountOf(login)}`);
    await page.locator('.column h2').first().waitFor();
};

const openDialog = async (page: Page, name: RegExp): Promise<void> => {
    await page.getByRole('button', { name }).click();
    await page.locator('.el-dialog button[type=submit]').waitFor();
};

export const rooms: readonly Room[] = [
    { name: 'accounts', login: people.system, open: async (page) => {
        await page.goto('accounts');
        await page.locator('a.row').first().waitFor();
    } },
    { name: 'accounts-one', login: people.security, open: async (page) => {
        await openAccount(page, people.lead);
        await page.locator('.grants tbody tr').first().waitFor();
    } },
    { name: 'accounts-system', login: people.system, open: (page) => openAccount(page, people.dispatcher) },
    { name: 'accounts-own', login: people.auditor, open: (page) => openAccount(page, people.auditor) },
    { name: 'accounts-empty', login: people.security, open: (page) => page.goto('accounts?q=no-such-name') },
    { name: 'accounts-missing', login: people.security, open: (page) => page.goto('accounts/00000000-0000-7000-8000-000000000000') },
    { name: 'accounts-add', login: people.system, open: async (page) => {
        await page.goto('accounts');
        await openDialog(page, /^(新建账号|Add account)$/);
    } },
    { name: 'accounts-password', login: people.system, open: async (page) => {
        await openAccount(page, people.dispatcher);
        await openDialog(page, /^(设新密码|Set new password)$/);
    } },
    { name: 'accounts-give', login: people.security, open: async (page) => {
        await openAccount(page, people.dispatcher);
        await openDialog(page, /^(授予角色|Give a role)$/);
        await page.locator('[data-field="/role"] .el-select').click();
        await page.getByRole('option', { name: /^(网格长|Grid lead)$/ }).click();
    } },
    { name: 'accounts-rights', login: people.security, open: async (page) => {
        await page.goto('accounts/rights');
        await page.locator('.rights tbody tr').first().waitFor();
    } },
    { name: 'accounts-rights-closed', login: people.system, open: (page) => page.goto('accounts/rights') },
    { name: 'account-tokens', login: people.worker, open: async (page) => {
        await page.goto('account');
        await openDialog(page, /^(新建令牌|New token)$/);
    } },
];
