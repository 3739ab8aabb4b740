import type { Page } from 'playwright-core';
import { people } from '../county';
import { person, unitOf } from '../hands';
import type { Room } from '../room';

async function nodeOf(level: string): Promise<string> {
    const { features } = await (await person(people.dispatcher)).ask<{ features: { properties: { id: string } }[] }>(`/territory/boundaries?level=${level}`);
    return features[0]?.properties.id ?? '';
}

/** A file that cannot be taken, checked in the dialog for it. */
async function checkFile(page: Page, name: string, text: string): Promise<void> {
    await page.locator('.el-dialog input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.locator('.preview').waitFor();
}

const dialogOf = async (page: Page, button: number): Promise<void> => {
    await page.locator('.panel').waitFor();
    await page.locator('.room .el-button').nth(button).click();
    await page.locator('.el-dialog button[type=submit]').waitFor();
};

const cardDialog = async (page: Page, level: string, button: number): Promise<void> => {
    await page.goto(`territory/${await nodeOf(level)}`);
    await page.locator('.page .column .acts .el-button').nth(button).click();
    await page.locator('.el-dialog button[type=submit]').waitFor();
};

export const rooms: readonly Room[] = [
    { name: 'units', open: (page) => page.goto('units') },
    { name: 'units-one', login: people.system, open: async (page) => page.goto(`units/${await unitOf('公共事务服务中心')}`) },
    { name: 'units-missing', open: (page) => page.goto('units/00000000-0000-7000-8000-000000000000') },
    { name: 'units-found-none', open: async (page) => {
        await page.goto('units');
        await page.locator('.list .narrow input').first().fill('no-such-unit');
        await page.locator('.list .state').waitFor();
    } },
    { name: 'units-new', login: people.system, open: async (page) => {
        await page.goto('units');
        await dialogOf(page, 2);
    } },
    { name: 'units-import', login: people.system, open: async (page) => {
        await page.goto('units');
        await dialogOf(page, 1);
        await checkFile(page, 'stations.csv', 'node,name,kind,phone\n990001,,station,\n123456,Waterworks,station,\n990001,Parks,garden,\n');
    } },
    { name: 'territory-kept', login: people.system, open: async (page) => page.goto(`territory/${await nodeOf('village')}`) },
    { name: 'territory-new', login: people.system, open: (page) => cardDialog(page, 'village', 1) },
    { name: 'territory-close', login: people.system, open: (page) => cardDialog(page, 'grid', 2) },
    { name: 'territory-settings', login: people.system, open: async (page) => {
        await page.goto('territory');
        await page.locator('.top .acts > .el-button').last().click();
        await page.locator('.el-dialog fieldset').waitFor();
    } },
    { name: 'territory-coverage', login: people.system, open: async (page) => {
        await page.goto('territory');
        await page.getByRole('button', { name: /^(划界检查|Check boundaries)$/ }).click();
        await page.locator('.coverage .sum').waitFor();
    } },
    { name: 'poster', open: async (page) => {
        await page.goto(`territory/${await nodeOf('grid')}/poster`);
        await page.locator('.poster-sheet .sketch').waitFor();
    } },
    { name: 'poster-none', open: async (page) => page.goto(`territory/${await nodeOf('village')}/poster`) },
];
