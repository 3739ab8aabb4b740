import type { Page } from 'playwright-core';
import type { Room } from '../room';

const select = async (page: Page, count: number, list = 'work/open'): Promise<void> => {
    await page.goto(list);
    await page.locator('a.row').first().waitFor();
    for (let at = 0; at < count; ++at) await page.locator('.tick input').nth(at).check();
    await page.locator('section.bar .acts .el-button').first().waitFor();
};

export const rooms: readonly Room[] = [
    { name: 'work-board', open: (page) => page.goto('work/open?as=board') },
    { name: 'work-board-light', open: (page) => page.goto('work/open?as=board&by=light') },
    { name: 'work-map', open: async (page) => {
        await page.goto('work/open?as=map');
        await page.locator('.steps button').last().click();
    } },
    { name: 'work-compact', open: async (page) => {
        await page.goto('work/open?state=handling&channel=worker');
        await page.getByRole('button', { name: /紧凑显示|Compact rows/ }).click();
    } },
    { name: 'work-selected', open: (page) => select(page, 4) },
    { name: 'work-many', open: async (page) => {
        await select(page, 3, 'work/open?state=assigned');
        await page.locator('section.bar .acts .el-button', { hasText: /催办|Urge/ }).click();
        await page.locator('.el-dialog textarea').waitFor();
    } },
    { name: 'work-keys', open: async (page) => {
        await page.goto('work/todo');
        await page.locator('a.row').first().waitFor();
        await page.keyboard.press('?');
        await page.locator('.el-dialog kbd').first().waitFor();
    } },
    { name: 'work-saved', open: async (page) => {
        await page.goto('work/open?state=handling&q=%E8%B7%AF');
        await page.getByRole('button', { name: /存为常用|Save this filter/ }).click();
        await page.locator('.el-dialog button[type=submit]').click();
        await page.locator('.saved .chip').waitFor();
    } },
];
