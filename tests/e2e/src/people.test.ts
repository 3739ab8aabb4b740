/** Who is in which post: people are registered, appointed, sent on leave and brought back, by whoever keeps the posts and by themselves. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, place } from './county';
import { Office } from './desk';
import { photoOfLamp } from './photo';

let office: Office;
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

/** Another each time, because nobody is ever taken out of the register. */
const mark = String(Date.now() % 1_000_000);
const first = `林甲${mark}`;
const second = `林乙${mark}`;
const title = `消防联络岗${mark}`;
const grid = `${place.town} / ${place.village} / ${place.grid}`;

async function opened(page: Page, button: string, within: Locator | Page = page): Promise<Locator> {
    await within.getByRole('button', { name: button, exact: true }).first().click();
    const dialog = page.locator('.el-dialog:visible');
    await dialog.locator('button[type=submit]').waitFor();
    return dialog;
}

async function choose(dialog: Locator, field: string, typed: string, name: string): Promise<void> {
    const select = dialog.locator(`[data-field="${field}"] .el-select`);
    await select.click();
    const answered = dialog.page().waitForResponse((answer) => decodeURIComponent(answer.url()).includes(`q=${typed}`));
    await select.locator('input').fill(typed);
    await answered;
    await dialog.page().getByRole('option', { name }).first().click();
}

async function sent(dialog: Locator): Promise<void> {
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
}

const faultAt = (dialog: Locator, field: string): Locator => dialog.locator(`[data-field="${field}"] [role=alert]`);
const fillIn = (dialog: Locator, field: string, words: string): Promise<void> => dialog.locator(`[data-field="${field}"] input`).fill(words);

async function register(page: Page, name: string, phone: string): Promise<void> {
    await page.goto('people');
    const dialog = await opened(page, '登记人员');
    await dialog.locator('button[type=submit]').click();
    await faultAt(dialog, '/name').getByText('请填写姓名').waitFor();
    await fillIn(dialog, '/name', name);
    await fillIn(dialog, '/duty_phone', phone);
    await choose(dialog, '/node_id', place.village, `${place.town} / ${place.village}`);
    await sent(dialog);
    await page.locator('.panel h2', { hasText: name }).waitFor();
}

async function postsOfGrid(page: Page): Promise<Locator> {
    await page.goto('people/vacancies');
    await page.locator('.village', { hasText: place.village }).getByRole('link', { name: place.grid }).click();
    await page.locator('h2', { hasText: grid }).waitFor();
    return page.locator('article', { hasText: title });
}

test('a person is registered, found by name, and holds no post yet', async () => {
    const page = await office.at(people.system);
    await register(page, first, '10000008001');
    expect(await page.locator('button.row').count()).toBe(1);
    await page.locator('.panel').getByText('没有任职岗位').waitFor();
    await register(page, second, '10000008002');
});

test('a photo is set and taken away again', async () => {
    const page = await office.at(people.system);
    await page.goto(`people?q=${encodeURIComponent(first)}`);
    await page.locator('button.row').click();
    await page.locator('.photo input').setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer: photoOfLamp() });
    await page.locator('.panel .photo img').waitFor();
    await sent(await opened(page, '移去照片'));
    await page.locator('.panel .photo img').waitFor({ state: 'detached' });
});

test('a vacancy leads to its grid, where a post is created, and both sides of it are filled', async () => {
    const page = await office.at(people.system);
    const post = await postsOfGrid(page);
    const dialog = await opened(page, '设岗');
    await dialog.locator('button[type=submit]').click();
    await faultAt(dialog, '/kind').getByText('请选择岗位类型').waitFor();
    await dialog.locator('[data-field="/kind"] .el-select').click();
    await page.getByRole('option', { name: '联络员', exact: true }).click();
    await fillIn(dialog, '/title', title);
    await sent(dialog);
    for (const name of [first, second]) {
        const appoint = await opened(page, '任命', post);
        await choose(appoint, '/member_id', name, name);
        await sent(appoint);
        await post.getByRole('link', { name }).waitFor();
    }
    expect(await post.getByText('空缺').count()).toBe(0);
});

test('a side that somebody holds is refused at its field', async () => {
    const page = await office.at(people.system);
    await page.goto(`people?q=${encodeURIComponent(first)}`);
    await page.locator('button.row').click();
    const dialog = await opened(page, '任命', page.locator('.panel'));
    await choose(dialog, '/node_id', place.grid, grid);
    await dialog.locator('[data-field="/post_id"] .el-select').click();
    await page.getByRole('option', { name: title }).click();
    await dialog.locator('[data-field="/side"]').getByText('B岗', { exact: true }).click();
    await dialog.locator('button[type=submit]').click();
    await faultAt(dialog, '/side').getByText('已有人').waitFor();
    await page.keyboard.press('Escape');
});

test('who is away is shown with who stands in, until he is back', async () => {
    const page = await office.at(people.system);
    await page.goto(`people?q=${encodeURIComponent(first)}`);
    await page.locator('button.row').click();
    await sent(await opened(page, '登记离岗'));
    await page.locator('button.row', { hasText: `由${second}代岗` }).waitFor();
    await sent(await opened(page, '回岗'));
    await page.locator('button.row .mark', { hasText: '在岗' }).waitFor();
});

test('a holding ends after it was asked, and the side is vacant; a post that is closed stays readable', async () => {
    const page = await office.at(people.system);
    const post = await postsOfGrid(page);
    const dialog = await opened(page, '结束任职', post);
    expect(await dialog.textContent()).toContain(`${first}不再担任${title}`);
    await sent(dialog);
    await post.getByText('空缺').waitFor();
    await sent(await opened(page, '撤销岗位', post));
    await post.waitFor({ state: 'detached' });
    await page.getByText('含已撤销岗位和历史任职').click();
    await post.getByText('已撤销').waitFor();
    expect(await post.locator('.former').textContent()).toContain(first);
});

test('a table is checked cell by cell before anything is written, and is saved for a spreadsheet', async () => {
    const page = await office.at(people.system);
    await page.goto('people');
    const dialog = await opened(page, '导入');
    const bad = '网格编码,岗位,姓名,AB岗,电话\n999,网格长,林新,A岗,1\n990001001001001100,局长,林新,C岗,1\n';
    await dialog.locator('input[type=file]').setInputFiles({ name: 'posts.csv', mimeType: 'text/csv', buffer: Buffer.from(bad) });
    await dialog.locator('.counts .wrong').waitFor();
    expect((await dialog.locator('tbody tr').allTextContents()).map((row) => row.trim())).toEqual([
        expect.stringMatching(/2.*区划编码.*没有这个编码/), expect.stringMatching(/3.*岗位.*没有这种岗位/), expect.stringMatching(/3.*AB岗.*请填/),
    ]);
    await page.keyboard.press('Escape');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^岗位人员-\d{4}-\d\d-\d\d\.csv$/);
    expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^\uFEFF区划或网格编码,岗位/);
});

test('a grid worker enters an absence of the own posts and takes it back before it begins', async () => {
    const page = await office.at(people.worker);
    await page.goto('account');
    const own = page.locator('.own');
    const dialog = await opened(page, '登记离岗', own);
    await dialog.locator('[data-field="/away_from"] input').fill('2026-01-01 08:00');
    await page.keyboard.press('Enter');
    await dialog.locator('button[type=submit]').click();
    await faultAt(dialog, '/away_from').getByText('最早从今天开始').waitFor();
    await dialog.locator('[data-field="/away_from"] input').fill('2031-03-03 08:00');
    await page.keyboard.press('Enter');
    await dialog.locator('[data-field="/away_to"] input').fill('2031-03-05 18:00');
    await page.keyboard.press('Enter');
    await sent(dialog);
    await own.locator('.away', { hasText: '2031年3月3日 08:00' }).waitFor();
    await own.getByText('已登记离岗').waitFor();
    await sent(await opened(page, '撤回', own));
    await own.locator('.away').waitFor({ state: 'detached' });
});

test('whoever does not keep the posts reads and changes nothing, and who holds none has no posts of his own', async () => {
    const page = await office.at(people.dispatcher);
    await page.goto('people');
    await page.locator('button.row').first().click();
    await page.locator('.panel .held').first().waitFor();
    await page.getByRole('button', { name: '导出', exact: true }).waitFor();
    for (const act of ['登记人员', '导入', '任命', '登记离岗', '结束任职', '修改资料']) {
        expect(await page.getByRole('button', { name: act, exact: true }).count()).toBe(0);
    }
    await page.goto('account');
    await page.locator('.two-step').waitFor();
    expect(await page.locator('.own').count()).toBe(0);
});
