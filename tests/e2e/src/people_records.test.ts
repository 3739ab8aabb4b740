/** What is kept about the service of people in posts: records, what is due, hand-over, meetings, joint sessions, and notes that nobody asks for. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, place } from './county';
import { Office } from './desk';
import { Case, newId, person, unitOf } from './hands';

let office: Office;
const mark = String(Date.now() % 1_000_000);
const giver = `周交${mark}`;
const taker = `吴接${mark}`;
const title = `安全联络岗${mark}`;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
let giverId = '';
let grid = { id: '', full_name: '' };

interface Node {
    id: string;
    full_name: string;
}

/** Two people, of whom one holds a worker's post of the grid. */
async function prepare(): Promise<void> {
    const system = await person(people.system);
    const { items } = await system.ask<{ items: Node[] }>(`/territory?q=${encodeURIComponent(place.grid)}&limit=100`);
    grid = items.find((one) => one.full_name === `${place.town} / ${place.village} / ${place.grid}`) ?? grid;
    const ids = { [giver]: newId(), [taker]: newId() };
    for (const [name, id] of Object.entries(ids)) await system.tell('/staff', { id, name, duty_phone: '', node_id: grid.id });
    giverId = ids[giver] ?? '';
    const post = newId();
    await system.tell('/posts', { id: post, node_id: grid.id, kind: 'assistant', title, duties: '' });
    await system.tell(`/posts/${post}/holdings`, { id: newId(), member_id: giverId, side: 'a' });
}

beforeAll(async () => {
    office = await Office.open();
    await prepare();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

async function opened(page: Page, button: string | RegExp, within: Locator | Page = page): Promise<Locator> {
    const found = typeof button === 'string' ? { name: button, exact: true } : { name: button };
    await within.getByRole('button', found).first().click();
    const dialog = page.locator('.el-dialog:visible');
    await dialog.locator('button[type=submit]').waitFor();
    return dialog;
}

async function sent(dialog: Locator): Promise<void> {
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
}

const faultAt = (dialog: Locator, field: string): Locator => dialog.locator(`[data-field="${field}"] [role=alert]`);
const fillIn = (dialog: Locator, field: string, words: string): Promise<void> =>
    dialog.locator(`[data-field="${field}"] :is(input, textarea)`).first().fill(words);

async function pickDay(dialog: Locator, field: string, words: string): Promise<void> {
    const input = dialog.locator(`[data-field="${field}"] input`);
    await input.fill(words);
    await input.press('Enter');
}

async function choose(dialog: Locator, field: string, typed: string): Promise<void> {
    const select = dialog.locator(`[data-field="${field}"] .el-select`);
    await select.click();
    const answered = dialog.page().waitForResponse((answer) => decodeURIComponent(answer.url()).includes(`q=${typed}`));
    await select.locator('input').fill(typed);
    await answered;
    await dialog.page().getByRole('option', { name: typed }).first().click();
}

async function recordsOf(page: Page): Promise<Locator> {
    await page.goto(`people?q=${encodeURIComponent(giver)}&person=${giverId}&part=records`);
    const panel = page.locator('.panel');
    await panel.getByRole('heading', { name: '任职档案' }).waitFor();
    return panel;
}

test('whoever keeps the posts sees what is due, and puts a training on file', async () => {
    const page = await office.at(people.system);
    await page.goto(`people/due?at=${grid.id}`);
    const row = page.locator('li', { hasText: giver });
    await row.getByText('没有岗前培训记录').waitFor();
    await row.getByText('没有有效的选任记录').waitFor();
    await row.getByRole('link', { name: giver }).click();
    const panel = page.locator('.panel');
    const dialog = await opened(page, '登记', panel);
    await dialog.locator('button[type=submit]').click();
    await faultAt(dialog, '/title').getByText('请填写名称').waitFor();
    await fillIn(dialog, '/title', '岗前集中培训');
    await pickDay(dialog, '/from_on', today);
    await dialog.locator('button[type=submit]').click();
    await faultAt(dialog, '/manner').getByText('请选择方式').waitFor();
    await dialog.getByText('岗前培训', { exact: true }).click();
    await fillIn(dialog, '/hours', '8');
    await sent(dialog);
    const record = panel.locator('.record', { hasText: '岗前集中培训' });
    await record.getByText('8 学时').waitFor();
});

test('a correction keeps what was said before, and what is taken back stays readable', async () => {
    const page = await office.at(people.system);
    const panel = await recordsOf(page);
    const dialog = await opened(page, '更正：岗前集中培训', panel);
    await fillIn(dialog, '/hours', '6');
    await sent(dialog);
    await panel.locator('.record').getByText('6 学时').waitFor();
    await panel.getByRole('button', { name: '更正前' }).click();
    await panel.locator('ol').getByText('8 学时').waitFor();
    await sent(await opened(page, '撤销：岗前集中培训', panel));
    await panel.getByText('还没有登记任何记录').waitFor();
    await panel.getByText('含已撤销的记录').click();
    await panel.locator('.record.removed').waitFor();
});

test('posts go to a successor at once, and the sheet has two signatures', async () => {
    const page = await office.at(people.system);
    await page.goto(`people/handover/${giverId}`);
    await page.getByText(title).waitFor();
    await page.getByText('没有同岗人员').waitFor();
    const dialog = await opened(page, '移交所选岗位');
    await dialog.locator('button[type=submit]').click();
    await faultAt(dialog, '/to_member_id').getByText('请选择接任人').waitFor();
    await choose(dialog, '/to_member_id', taker);
    await fillIn(dialog, '/note', '钥匙两把');
    await sent(dialog);
    await page.getByText('没有可移交的岗位').waitFor();
    const past = page.locator('.past');
    await past.getByText(`${giver} → ${taker}`).waitFor();
    await past.getByRole('link', { name: '打印交接单' }).click();
    const sheet = page.locator('.sheet');
    await sheet.getByText('移交人签字、日期').waitFor();
    expect(await sheet.textContent()).toContain(title);
    expect(await sheet.textContent()).toContain('钥匙两把');
});

test('minutes are kept by the lead, read by the worker, and corrected', async () => {
    const page = await office.at(people.lead);
    await page.goto(`people/meetings?at=${grid.id}`);
    const subject = `防汛例会${mark}`;
    const dialog = await opened(page, '记录例会');
    await dialog.locator('button[type=submit]').click();
    await faultAt(dialog, '/subject').getByText('请填写议题').waitFor();
    await fillIn(dialog, '/subject', subject);
    await pickDay(dialog, '/held_at', `${today} 00:01`);
    await choose(dialog, '/present', taker);
    await dialog.locator('.chosen').getByText(taker).waitFor();
    await fillIn(dialog, '/minutes', '每日巡查低洼处。');
    await sent(dialog);
    await page.locator('li', { hasText: subject }).getByText(taker).waitFor();
    const reader = await office.at(people.worker);
    await reader.goto(`people/meetings?at=${grid.id}`);
    const held = reader.locator('li', { hasText: subject });
    await held.getByText('每日巡查低洼处。').waitFor();
    expect(await held.getByRole('button').count()).toBe(0);
});

test('a joint session is listed with who was called', async () => {
    const one = await Case.reported(`吹哨的事${mark}`);
    await one.did(people.lead, 'accept');
    await one.did(people.lead, 'whistle', {
        text: `联席会议${mark}`, meets_at: new Date(Date.now() + 3_600_000).toISOString(), meeting_place: '社区会议室', units: [await unitOf(place.unit)],
    });
    const page = await office.at(people.lead);
    await page.goto('people/meetings?part=joint');
    const held = page.locator('li', { hasText: `联席会议${mark}` });
    await held.getByText('社区会议室').waitFor();
    await held.getByText('尚未结束').waitFor();
    await held.getByRole('link', { name: one.code }).click();
    await page.getByText(`吹哨的事${mark}`).first().waitFor();
});

test('a worker notes his day when he wants to, and his lead can read it', async () => {
    const page = await office.at(people.worker);
    await page.goto('account');
    const own = page.locator('.own-log');
    const dialog = await opened(page, '记一条', own);
    const text = `走访独居老人三户${mark}`;
    await fillIn(dialog, '/text', text);
    await sent(dialog);
    await own.getByText(text).waitFor();
    const lead = await office.at(people.lead);
    await lead.goto('people/log');
    await lead.getByText(text).waitFor();
    await sent(await opened(page, new RegExp(`^删除 ${today} 的日志$`), own));
    await own.getByText(text).waitFor({ state: 'detached' });
});

test('the county sets how many hours of training it asks for', async () => {
    const page = await office.at(people.system);
    await page.goto('people/due');
    const dialog = await opened(page, '设置学时');
    await fillIn(dialog, '/training_hours', '24');
    await sent(dialog);
    await page.getByText('本县要求每年培训 24 学时').waitFor();
});
