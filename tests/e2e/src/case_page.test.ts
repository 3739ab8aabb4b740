/** The page of a case beyond its steps: on paper, by its code, what stands beside it, its light, drafts, two people at once. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, place } from './county';
import { act, choose, expectState, Office, openAction, signedIn, write } from './desk';
import { Case, spotInGrid } from './hands';

let office: Office;
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

const fold = async (page: Page, name: string): Promise<ReturnType<Page['locator']>> => {
    const one = page.locator(`[data-fold=${name}]`);
    await one.locator('h3 button').click();
    await one.locator('[role=status][aria-label]').waitFor({ state: 'detached' });
    return one.locator('.inside');
};

test('a case is printed with its facts, limits and trail, and without whoever reported it', async () => {
    const one = await Case.reported('楼上漏水，天花板湿了一片。', { channel: 'resident', reporter: { name: '钱小满', phone: '10000009999', wants_answer: true } });
    await one.did(people.lead, 'pass_up', { text: '社区没有维修队。' });
    const page = await office.sees(people.lead, one);
    await page.getByRole('button', { name: '打印' }).click();
    const sheet = page.locator('.sheet');
    await sheet.locator('.steps').waitFor();
    const words = await sheet.innerText();
    for (const said of [one.code, '楼上漏水', '文昌路 6 号院', '起算', '社区没有维修队。', '打印于']) expect(words).toContain(said);
    expect(words).not.toMatch(/10000009999|钱小满|钱\*/);
    // What stands in the margin of every page, beside its number.
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--jw-printed'))).toContain(one.code);
    await page.emulateMedia({ media: 'print' });
    for (const way of ['nav', 'header.top', '.bar']) expect(await page.locator(way).first().isVisible()).toBe(false);
    expect(await sheet.evaluate((paper) => [getComputedStyle(paper).color, getComputedStyle(paper).backgroundColor])).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ media: 'screen' });
});

test('its code is an address that people send each other, and an unknown one is told', async () => {
    const one = await Case.reported('公告栏的玻璃碎了。');
    const { page, context } = await signedIn(office.browser, people.worker);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`cases/${one.id}`);
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.locator('.el-message', { hasText: one.code }).waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address).toContain(`/desk/c/${one.code}`);
    await page.goto(address);
    await page.locator('.timeline').waitFor();
    expect(page.url()).toContain(one.id);
    await page.goto('c/2026-000000-0');
    expect(await page.locator('.state h1').textContent()).toContain('2026-000000-0');
    await context.close();
});

test('a browser that refuses the clipboard shows the address, ready to be copied', async () => {
    const one = await Case.reported('长廊的灯罩掉了。');
    const { page, context } = await signedIn(office.browser, people.worker);
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } }));
    await page.goto(`cases/${one.id}`);
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.locator('#share-address').waitFor();
    expect(await page.locator('#share-address').inputValue()).toContain(`/desk/c/${one.code}`);
    await expect.poll(() => page.evaluate(() => getSelection()?.toString() || document.activeElement?.id)).toMatch(/share-address|\/desk\/c\//);
    await context.close();
});

test('beside it stand similar cases, the grid’s history and people, and the matter’s rules, each read when it is opened', async () => {
    const point = await spotInGrid();
    const before = await Case.closed('健身区的路灯不亮。', { point });
    const alike = await Case.reported('健身区旁边的路灯不亮，晚上看不清。', { point });
    const one = await Case.reported('健身区的路灯又不亮了。', { point });
    const page = await office.at(people.dispatcher);
    const asked: string[] = [];
    const hear = (request: { url(): string }): void => void asked.push(new URL(request.url()).pathname);
    page.on('request', hear);
    await office.sees(people.dispatcher, one);
    expect(asked.filter((path) => /similar|\/card$|\/matters\/.+/.test(path))).toEqual([]);
    page.off('request', hear);

    expect(await (await fold(page, 'similar')).locator('a', { hasText: alike.code }).innerText()).toMatch(/相距 \d+ 米[\s\S]*待受理/);
    const history = await fold(page, 'history');
    expect(await history.locator('a', { hasText: before.code }).textContent()).toContain('已办结');
    expect(await (await fold(page, 'people')).innerText()).toMatch(/网格长[\s\S]*网格员/);
    expect(await (await fold(page, 'matter')).innerText()).toMatch(/处置[\s\S]*工作日[\s\S]*网格/);
    await history.locator('.jw-way').click();
    await page.locator('.filters .chip', { hasText: place.grid }).waitFor();
    expect(page.url()).toContain('/work/done');
});

test('what cannot be read beside it says so, and is tried again', async () => {
    const one = await Case.reported('树枝压在电线上。');
    const { page, context } = await signedIn(office.browser, people.dispatcher);
    await page.route('**/api/v1/cases/similar*', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' }));
    await page.goto(`cases/${one.id}`);
    const similar = await fold(page, 'similar');
    await similar.locator('[role=alert]').waitFor();
    await page.unroute('**/api/v1/cases/similar*');
    await similar.locator('.retry').click();
    await similar.locator('a, .jw-note').first().waitFor();
    await context.close();
});

test('the light says why it has its colour, by keyboard too', async () => {
    const page = await office.sees(people.unit, await Case.handling('排水沟的盖板缺了一块。'));
    const light = page.locator('.light-why button');
    await light.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.light-why .told').innerText()).toMatch(/处置时限.*起算[\s\S]*绿灯[\s\S]*转为黄灯/);
    await page.keyboard.press('Escape');
    await page.locator('.light-why .told').waitFor({ state: 'detached' });
    expect(await light.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('what was written into a dialog outlives a reload, is offered again, and is gone when it was sent or discarded', async () => {
    const one = await Case.handling('围墙上的宣传画脱落。');
    const page = await office.sees(people.unit, one);
    await write('已经联系厂家，')(await openAction(page, '处置完毕'));
    await page.reload();
    let dialog = await openAction(page, '处置完毕');
    expect(await dialog.locator('textarea').inputValue()).toBe('已经联系厂家，');
    expect(await dialog.locator('.draft').textContent()).toContain('草稿');
    await dialog.getByRole('button', { name: '丢弃' }).click();
    expect(await dialog.locator('textarea').inputValue()).toBe('');
    await write('重新张贴好了。')(dialog);
    await page.reload();
    dialog = await openAction(page, '处置完毕');
    expect(await dialog.locator('textarea').inputValue()).toBe('重新张贴好了。');
    await dialog.locator('button[type=submit]').click();
    await expectState(page, '待核查');
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('jingwei.step')))).toEqual([]);
});

test('who has the page open sees at once who did what', async () => {
    const one = await Case.atTown('花坛的围挡倒了。');
    const page = await office.sees(people.otherDispatcher, one);
    await act(await office.sees(people.dispatcher, one), '交办', choose('unit', new RegExp(place.unit)));
    const news = page.locator('.heard');
    await news.waitFor();
    expect(await news.innerText()).toMatch(new RegExp(`交办[\\s\\S]*${place.unit}`));
    await expectState(page, '待签收');
    await news.getByRole('button').click();
    await news.waitFor({ state: 'detached' });
    expect(await (await office.at(people.dispatcher)).locator('.heard').count()).toBe(0);
});

test('a dialog that is open keeps its words, shows who was faster, and sends again only on purpose', async () => {
    const one = await Case.handling('公交站牌歪了。');
    const page = await office.sees(people.dispatcher, one);
    const dialog = await openAction(page, '催办');
    await write('请今天扶正。')(dialog);
    await act(await office.sees(people.caller, one), '批示', write('优先办理。'));
    await dialog.locator('.news').waitFor();
    expect(await dialog.locator('.news').innerText()).toMatch(/批示[\s\S]*优先办理/);
    expect(await dialog.locator('textarea').inputValue()).toBe('请今天扶正。');

    await dialog.locator('button[type=submit]').click();
    await dialog.locator('.fault').waitFor();
    expect(await page.locator('.step[data-action=urge]').count()).toBe(0);
    const again = dialog.getByRole('button', { name: '已看过，仍要催办' });
    await again.waitFor();
    await again.click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.step[data-action=urge]', { hasText: '请今天扶正。' }).waitFor();
});

test('what somebody else has made impossible cannot be sent, and its words can still be read', async () => {
    const one = await Case.assigned('桥栏杆的漆掉了。');
    const page = await office.sees(people.unit, one);
    const dialog = await openAction(page, '退回');
    await write('不属于本单位。')(dialog);
    await one.did(people.dispatcher, 'void', { text: '误录。' });
    await dialog.locator('.fault').waitFor();
    expect(await dialog.locator('.fault').textContent()).toContain('退回');
    expect(await dialog.locator('button[type=submit]').isDisabled()).toBe(true);
    expect(await dialog.locator('textarea').inputValue()).toBe('不属于本单位。');
});
