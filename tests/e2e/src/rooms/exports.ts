import type { Room } from '../room';

export const rooms: readonly Room[] = [
    { name: 'work-export', open: async (page) => {
        await page.goto('work/open');
        await page.locator('a.row').first().waitFor();
        await page.getByRole('button', { name: /^(导出|Export)$/ }).click();
        await page.locator('.el-dialog:visible button[type=submit]').click();
        await page.locator('li.row a.get').first().waitFor();
    } },
];
