import type { Page } from 'playwright-core';
import { person } from '../hands';
import type { Room } from '../room';

/** Who keeps the catalogue of the demo county. */
export const editor = 'catalogue';

interface Catalogue {
    classes: { subclasses: { matters: { id: string; emergency: boolean }[] }[] }[];
}

async function first(emergency: boolean): Promise<string> {
    const { classes } = await (await person(editor)).ask<Catalogue>('/matters');
    return classes.flatMap((one) => one.subclasses.flatMap((sub) => sub.matters)).find((one) => one.emergency === emergency)?.id ?? '';
}

const openMatter = async (page: Page, emergency = false): Promise<void> => {
    await page.goto(`matters/${await first(emergency)}`);
    await page.locator('.matter h2').waitFor();
};

const press = async (page: Page, name: RegExp): Promise<void> => {
    await page.getByRole('button', { name }).click();
    await page.locator('.el-dialog button[type=submit]').waitFor();
};

export const rooms: readonly Room[] = [
    { name: 'matters', open: (page) => page.goto('matters') },
    { name: 'matters-editor', login: editor, open: (page) => page.goto('matters') },
    { name: 'matters-which', open: async (page) => {
        await page.goto('matters');
        await page.locator('.which textarea').fill('小区门口的井盖没了，晚上路灯也不亮。');
        await page.locator('.which button[type=submit]').click();
        await page.locator('.which li').first().waitFor();
    } },
    { name: 'matters-found', open: async (page) => {
        await page.goto('matters');
        await page.locator('.filters input').first().fill('路灯坏了');
        await page.locator('.others').waitFor();
    } },
    { name: 'matters-none', open: async (page) => {
        await page.goto('matters');
        await page.locator('.filters input').first().fill('zzzz');
        await page.locator('.state').waitFor();
    } },
    { name: 'matters-one', open: (page) => openMatter(page) },
    { name: 'matters-emergency', login: editor, open: (page) => openMatter(page, true) },
    { name: 'matters-missing', open: (page) => page.goto('matters/00000000-0000-7000-8000-000000000000') },
    { name: 'matters-forbidden', login: 'auditor', open: (page) => page.goto('matters') },
    { name: 'matters-change', login: editor, open: async (page) => {
        await openMatter(page);
        await press(page, /^(修改|Change)$/);
    } },
    { name: 'matters-review', login: editor, open: async (page) => {
        await openMatter(page);
        await press(page, /^(修改|Change)$/);
        const dialog = page.locator('.el-dialog');
        await dialog.locator('[data-field="/content/name_zh"] input').fill('党员联系户反映的诉求');
        await dialog.getByText(/^(严重|Serious)$/).click();
        await dialog.locator('button[type=submit]').click();
        await dialog.locator('.review').waitFor();
    } },
    { name: 'matters-end', login: editor, open: async (page) => {
        await openMatter(page);
        await press(page, /^(退出清单|Take out)$/);
    } },
    { name: 'matters-add', login: editor, open: async (page) => {
        await page.goto('matters');
        await press(page, /^(新增事项|Add a matter)$/);
        await page.locator('.el-dialog button[type=submit]').click();
        await page.locator('.el-dialog [role=alert]').first().waitFor();
    } },
    { name: 'matters-import', login: editor, open: async (page) => {
        await page.goto('matters');
        await press(page, /^(导入清单|Import)$/);
        const file = {
            title: '网格事项清单（2027 年）', source: '县网格办征求部门意见后修订',
            classes: [{ code: '01', name_zh: '党员服务', subclasses: [{ code: '0101', name_zh: '党员联系服务', matters: [
                { code: '010101', name_zh: '党员联系户诉求', severity: 'huge' }, { code: '01 02', name_zh: '' },
            ] }] }],
        };
        await page.locator('input[type=file]').setInputFiles({ name: 'catalogue.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
        await page.locator('.el-dialog button[type=submit]').click();
        await page.locator('.faults').waitFor();
    } },
];
