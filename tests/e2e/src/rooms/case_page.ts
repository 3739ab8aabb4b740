import type { Page } from 'playwright-core';
import { people } from '../county';
import { Case, spotInGrid } from '../hands';
import type { Room } from '../room';

const handled = async (page: Page): Promise<Case> => {
    const one = await Case.handled('健身区的路灯不亮，晚上看不清台阶。', { point: await spotInGrid() });
    await page.goto(`cases/${one.id}`);
    await page.locator('.timeline').waitFor();
    return one;
};

export const rooms: readonly Room[] = [
    { name: 'case-print', open: async (page) => {
        const one = await Case.closed('健身区的路灯不亮，晚上看不清台阶。', { point: await spotInGrid() });
        await page.goto(`cases/${one.id}/print`);
        await page.locator('.sheet .steps').waitFor();
    } },
    { name: 'case-beside', open: async (page) => {
        await handled(page);
        for (const head of await page.locator('[data-fold] h3 button').all()) await head.click();
        await page.locator('[data-fold] [role=status][aria-label]').first().waitFor({ state: 'detached' });
    } },
    { name: 'case-light', open: async (page) => {
        await handled(page);
        await page.locator('.light-why button').click();
        await page.locator('.light-why .told').waitFor();
    } },
    { name: 'case-code-unknown', open: (page) => page.goto('c/2026-000000-0') },
    { name: 'case-news', login: people.unit, open: async (page) => {
        const one = await Case.handling('公交站牌歪了，行人要绕行。');
        await page.goto(`cases/${one.id}`);
        await page.locator('.timeline').waitFor();
        await one.did(people.caller, 'instruct', { text: '今天之内扶正。' });
        await page.locator('.heard').waitFor();
    } },
    { name: 'case-draft', login: people.unit, open: async (page) => {
        const one = await Case.handling('公交站牌歪了，行人要绕行。');
        await page.goto(`cases/${one.id}`);
        const first = page.locator('section.actions .buttons > .el-button').first();
        await first.click();
        await page.locator('.el-dialog textarea').first().fill('…');
        await page.reload();
        await first.click();
        await page.locator('.el-dialog .draft').waitFor();
    } },
    { name: 'intake', login: people.hotline, open: async (page) => {
        await page.goto('cases/new');
        await page.locator('#description').fill('健身区的路灯不亮，晚上看不清台阶。');
        await page.locator('.what .chip').first().click();
        await page.locator('#address').fill('文昌里8号楼');
        await page.locator('.where .chip').first().click();
        await page.locator('.taken').waitFor();
    } },
];
