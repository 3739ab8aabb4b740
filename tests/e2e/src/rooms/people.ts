import type { Page } from 'playwright-core';
import { people, place } from '../county';
import { person } from '../hands';
import type { Room } from '../room';

interface Node {
    id: string;
    full_name: string;
}

async function gridOf(name: string): Promise<string> {
    const { items } = await (await person(people.dispatcher)).ask<{ items: Node[] }>(`/territory?q=${encodeURIComponent(name)}&limit=100`);
    return items.find((one) => one.full_name === `${place.town} / ${place.village} / ${name}`)?.id ?? '';
}

async function leadOf(): Promise<{ id: string; name: string }> {
    const node = await gridOf(place.grid);
    const { items } = await (await person(people.dispatcher)).ask<{ items: { kind: string; holdings: { member_id: string; name: string }[] }[] }>(`/posts?node_id=${node}`);
    const held = items.find((one) => one.kind === 'lead')?.holdings[0];
    return { id: held?.member_id ?? '', name: held?.name ?? '' };
}

const panel = async (page: Page): Promise<void> => {
    const { id, name } = await leadOf();
    await page.goto(`people?q=${encodeURIComponent(name)}&person=${id}`);
    await page.locator('.panel .held').first().waitFor();
};

const dialog = async (page: Page, name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().click();
    await page.locator('.el-dialog button[type=submit]').waitFor();
};

export const rooms: readonly Room[] = [
    { name: 'people', login: people.system, open: async (page) => {
        await page.goto('people');
        await page.locator('button.row').first().waitFor();
    } },
    { name: 'people-read', open: (page) => page.goto('people/people') },
    { name: 'people-none', open: (page) => page.goto('people?q=no-such-name') },
    { name: 'people-panel', login: people.system, open: panel },
    { name: 'people-register', login: people.system, open: async (page) => {
        await page.goto('people');
        await dialog(page, /^(登记人员|Register a person)$/);
    } },
    { name: 'people-import', login: people.system, open: async (page) => {
        await page.goto('people');
        await dialog(page, /^(导入|Import)$/);
        await page.locator('input[type=file][accept*=csv]').setInputFiles({
            name: 'posts.csv', mimeType: 'text/csv', buffer: Buffer.from('node,post,name,side,phone\n999,lead,林新,A,1\n990001001001001100,chief,,C,\n'),
        });
        await page.locator('.el-dialog tbody tr').first().waitFor();
    } },
    { name: 'people-posts', login: people.system, open: async (page) => page.goto(`people/posts?at=${await gridOf(place.grid)}`) },
    { name: 'people-posts-read', open: async (page) => page.goto(`people/posts?at=${await gridOf(place.grid)}`) },
    { name: 'people-posts-county', open: (page) => page.goto('people/posts') },
    { name: 'people-appoint', login: people.system, open: async (page) => {
        await page.goto(`people/posts?at=${await gridOf(place.grid)}`);
        await dialog(page, /^(任命|Appoint)$/);
    } },
    { name: 'people-dismiss', login: people.system, open: async (page) => {
        await page.goto(`people/posts?at=${await gridOf(place.grid)}`);
        await dialog(page, /^(结束任职|End holding)$/);
    } },
    { name: 'people-vacancies', open: (page) => page.goto('people/vacancies') },
    { name: 'people-forbidden', login: people.auditor, open: (page) => page.goto('people') },
    { name: 'people-own', login: people.lead, open: async (page) => {
        await page.goto('account');
        await page.locator('.own').waitFor();
    } },
];
