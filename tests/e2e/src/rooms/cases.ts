import type { Page } from 'playwright-core';
import { people } from '../county';
import { Case, person } from '../hands';
import type { Room } from '../room';

async function nodeOf(level: string): Promise<string> {
    const { features } = await (await person(people.dispatcher)).ask<{ features: { properties: { id: string } }[] }>(`/territory/boundaries?level=${level}`);
    return features[0]?.properties.id ?? '';
}

const first = async (page: Page, view: string): Promise<void> => {
    await page.goto(`work/${view}`);
    await page.locator('a.row').first().click();
    await page.locator('.timeline').waitFor();
};

/** The dialog of one of the buttons of a case. */
const openDialog = async (page: Page, at: number): Promise<void> => {
    await page.locator('section.actions .buttons > .el-button').nth(at).click();
    await page.locator('.el-dialog button[type=submit]').waitFor();
};

export const rooms: readonly Room[] = [
    { name: 'work', open: (page) => page.goto('work/open') },
    { name: 'work-done', open: (page) => page.goto('work/done') },
    { name: 'work-plates', open: (page) => page.goto('work/plates') },
    { name: 'work-empty', open: (page) => page.goto('work/open?q=no-such-words') },
    { name: 'case', open: (page) => first(page, 'open') },
    { name: 'case-done', open: (page) => first(page, 'done') },
    { name: 'case-told', login: people.lead, open: async (page) => {
        const one = await Case.reported('楼上漏水，已经滴到楼道里。', { channel: 'resident', reporter: { name: '钱小满', phone: '10000009999', wants_answer: true } });
        await page.goto(`cases/${one.id}`);
    } },
    { name: 'case-missing', open: (page) => page.goto('cases/00000000-0000-7000-8000-000000000000') },
    { name: 'new-case', open: (page) => page.goto('cases/new') },
    { name: 'new-case-worker', login: people.worker, open: (page) => page.goto('cases/new') },
    { name: 'new-case-matter', open: async (page) => {
        await page.goto('cases/new');
        await page.locator('.el-cascader').click();
        await page.getByRole('menuitem').first().waitFor();
    } },
    { name: 'case-unit', open: async (page) => {
        const one = await Case.atTown('门前的雨水篦子丢了。');
        await page.goto(`cases/${one.id}`);
        await openDialog(page, 1);
        await page.locator('[data-member=unit] .el-select').click();
        await page.getByRole('option').first().waitFor();
    } },
    { name: 'territory', open: (page) => page.goto('territory') },
    { name: 'territory-village', open: async (page) => page.goto(`territory/${await nodeOf('village')}`) },
    { name: 'territory-grid', open: async (page) => page.goto(`territory/${await nodeOf('grid')}`) },
    { name: 'account', open: (page) => page.goto('account') },
    { name: 'password', open: (page) => page.goto('password') },
    { name: 'missing', open: (page) => page.goto('no/such/room') },
    { name: 'forbidden', login: people.auditor, open: (page) => page.goto('cases/new') },
    { name: 'officer', login: people.system, open: (page) => page.goto('./') },
];
