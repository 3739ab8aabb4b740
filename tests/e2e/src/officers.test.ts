/** Those who set up, grant and verify see no case: they begin where they may be, and closed doors say so. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './county';
import { Office } from './desk';

let office: Office;
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

test.each([
    [people.system, ['网格', '岗位人员', '单位', '事项清单', '日历与时限', '账号']],
    [people.security, ['网格', '岗位人员', '单位', '账号']],
    [people.auditor, ['网格', '单位', '账号', '审计']],
] as const)('%s begins in a room that is open to him', async (login, open) => {
    const page = await office.at(login);
    await page.goto('./');
    await page.waitForURL('**/territory');
    await page.locator('main h1', { hasText: '网格' }).waitFor();
    const doors = await page.locator('nav.nav .wings li').allTextContents();
    expect(doors.map((door) => door.trim())).toEqual(open);
    expect(await page.locator('header [type=search]').count()).toBe(0);
    expect(await page.locator('a.cases').count()).toBe(0);
});

test.each(['work/todo', 'cases/new', 'cases/00000000-0000-7000-8000-000000000000'])('%s is closed to him, and leads back', async (door) => {
    const page = await office.at(people.auditor);
    await page.goto(door);
    await page.locator('.state h1', { hasText: '没有查看的权限' }).waitFor();
    await page.locator('.state a').click();
    await page.waitForURL('**/territory');
});

test('a report begins with the channel that its writer takes in', async () => {
    for (const [login, channel] of [[people.worker, '网格上报'], [people.dispatcher, '12345 热线'], [people.hotline, '12345 热线']] as const) {
        const page = await office.at(login);
        await page.goto('cases/new');
        await page.locator('.el-radio-button.is-active').waitFor();
        expect((await page.locator('.el-radio-button.is-active').textContent())?.trim()).toBe(channel);
        expect((await page.locator('.el-radio-button').first().textContent())?.trim()).toBe(channel);
    }
});

test('a village lead who also works for its committee is called a lead', async () => {
    const page = await office.at(people.lead);
    await page.goto('./');
    await page.locator('header .who', { hasText: '网格长' }).waitFor();
});
