/** One's account: the first sign-in, the second factor, the lock, and a session that ends at a bad moment. */
import { createHmac } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, place } from './county';
import { openAction, openBrowser, signedIn, typeIn, visit } from './desk';
import { Case, newId, person, password } from './hands';

let browser: Browser;
beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

const first = 'First-Day-2026';
const own = 'My-Own-Words-2026';

/** A new colleague, as the system administrator enters him; a grid worker when he may do something. */
async function colleague(name: string, works = false): Promise<string> {
    const login = `${name}${Date.now() % 1_000_000}`;
    const system = await person(people.system);
    const { items } = await system.ask<{ items: { login: string; path: string }[] }>(`/accounts?q=${people.dispatcher}`);
    const path = items[0]?.path ?? '';
    const id = newId();
    await system.tell('/accounts', { id, login, display_name: '林新', path, new_password: first });
    if (!works) return login;
    await (await person(people.security)).tell('/grants', {
        id: newId(), account_id: id, role: 'grid_worker', path, valid_from: new Date().toISOString(),
    });
    return login;
}

/** The six digits of RFC 6238 for now, or for a step away from it. */
function codeOf(secret: string, ahead = 0): string {
    const bits = [...secret.replace(/\s/g, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
    const mac = createHmac('sha1', key).update(step).digest();
    const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
}

async function changePassword(page: Page, old: string, fresh: string, again = fresh): Promise<void> {
    await page.locator('#old').fill(old);
    await page.locator('#fresh').fill(fresh);
    await page.locator('#again').fill(again);
    await page.locator('form button[type=submit]').click();
}

test('whoever comes for the first time chooses a password of his own before anything else', async () => {
    const login = await colleague('newcomer', true);
    const { page, context } = await visit(browser);
    await typeIn(page, login, first);
    await page.locator('.must').waitFor();
    await page.goto('cases/new');
    await page.locator('.must').waitFor();

    await changePassword(page, first, 'short', 'other');
    expect(await page.locator('#fresh-fault').textContent()).toContain('10');
    expect(await page.locator('#again-fault').textContent()).toContain('不一致');
    await changePassword(page, 'not-the-old-one', own);
    await page.locator('#old-fault').waitFor();
    expect(await page.locator('#old-fault').textContent()).toContain('原密码');
    await changePassword(page, first, 'aaaaaaaaaaaa');
    expect(await page.locator('#fresh-fault').textContent()).toContain('过于简单');

    await changePassword(page, first, own);
    await page.locator('.tabs').waitFor();
    await context.close();
});

test('the fifth wrong password locks the account, and the page says for how long', async () => {
    const login = await colleague('forgetful');
    const { page, context } = await visit(browser);
    for (let time = 0; time < 6; ++time) {
        await typeIn(page, login, time < 5 ? `wrong-${time}` : first);
        await page.locator('.fault').waitFor();
    }
    expect(await page.locator('.fault').textContent()).toMatch(/锁定.*15 分钟/);
    await context.close();
});

test('a second factor is set up with a first code, asked for at sign-in, and taken off with the password', async () => {
    const login = await colleague('careful', true);
    const { page, context } = await visit(browser);
    await typeIn(page, login, first);
    await changePassword(page, first, own);
    await page.locator('.tabs').waitFor();
    await page.locator('header .user').click();
    await page.getByRole('menuitem', { name: '账户与安全' }).click();
    await page.getByRole('button', { name: '开启两步验证' }).click();
    await page.locator('#two-step-password').fill(own);
    await page.getByRole('button', { name: '继续' }).click();
    const secret = (await page.locator('.secret').textContent()) ?? '';
    await page.locator('#two-step-code').fill('000000');
    await page.getByRole('button', { name: '确认开启' }).click();
    expect(await page.locator('.two-step .fault').textContent()).toContain('验证码不正确');
    await page.locator('#two-step-code').fill(codeOf(secret));
    await page.getByRole('button', { name: '确认开启' }).click();
    await page.locator('.two-step .state.on').waitFor();

    await page.locator('header .user').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForURL('**/sign-in');
    await typeIn(page, login, own);
    // The code that turned it on is used up: the next one.
    await page.locator('#totp').fill(codeOf(secret, 1));
    await page.locator('form button[type=submit]').click();
    await page.locator('.tabs').waitFor();

    await page.goto('account');
    await page.locator('.two-step .state.on').waitFor();
    await page.getByRole('button', { name: '关闭两步验证' }).click();
    await page.locator('#two-step-password').fill(own);
    await page.locator('.two-step button[type=submit]').click();
    await page.getByRole('button', { name: '开启两步验证' }).waitFor();
    expect(await page.locator('.two-step .state.on').count()).toBe(0);
    await context.close();
});

test('one button ends every other session, and an open screen that was one of them asks once and is silent', async () => {
    const login = await colleague('everywhere', true);
    const { page, context } = await visit(browser);
    await typeIn(page, login, first);
    await changePassword(page, first, own);
    await page.locator('.tabs').waitFor();
    const elsewhere = await visit(browser);
    await elsewhere.page.clock.install();
    await typeIn(elsewhere.page, login, own);
    await elsewhere.page.locator('.tabs').waitFor();
    const asked: string[] = [];
    elsewhere.page.on('request', (request) => asked.push(request.url()));

    await page.goto('account');
    await page.getByRole('button', { name: '结束其他所有登录' }).click();
    await page.locator('.others').waitFor({ state: 'detached' });
    expect(await page.locator('.here').count()).toBe(1);

    await elsewhere.page.locator('.session-ended').waitFor();
    asked.length = 0;
    await elsewhere.page.clock.runFor(120_000);
    expect(asked.filter((url) => url.endsWith('/api/v1/events'))).toEqual([]);
    await elsewhere.page.locator('#again-password').fill(own);
    const listens = elsewhere.page.waitForRequest('**/api/v1/events');
    await elsewhere.page.locator('.session-ended button[type=submit]').click();
    await listens;
    await Promise.all([context.close(), elsewhere.context.close()]);
});

test('a session that ends while a form is half filled costs nothing that was written', async () => {
    const one = await Case.handling('写到一半登录过期。');
    const { page, context } = await signedIn(browser, people.dispatcher);
    await page.goto(`cases/${one.id}`);
    const dialog = await openAction(page, '催办');
    await dialog.locator('textarea').fill('请在周五前回复居民。');
    await context.clearCookies();
    await dialog.locator('button[type=submit]').click();

    const again = page.locator('.session-ended');
    await again.waitFor();
    await page.locator('#again-password').fill('not my password');
    await again.locator('button[type=submit]').click();
    await again.locator('.fault').waitFor();
    await page.locator('#again-password').fill(password);
    await again.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.step[data-action=urge]').getByText('请在周五前回复居民。').waitFor();
    await context.close();
});

test('a report that is being written survives a reload, and leaves with its writer', async () => {
    const { page, context } = await visit(browser);
    await typeIn(page, people.worker, password);
    await page.locator('.tabs').waitFor();
    await page.goto('cases/new');
    await page.locator('#description').fill(`${place.village}的健身器材松动。`);
    await page.reload();
    expect(await page.locator('#description').inputValue()).toContain('健身器材松动');
    await page.locator('header .user').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForURL('**/sign-in');
    await typeIn(page, people.lead, password);
    await page.locator('.tabs').waitFor();
    await page.goto('cases/new');
    expect(await page.locator('#description').inputValue()).toBe('');
    await context.close();
});
