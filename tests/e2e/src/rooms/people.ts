import type { Page } from 'playwright-core';
import { people, place } from '../county';
import { newId, person } from '../hands';
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

const part = (of: string) => async (page: Page): Promise<void> => {
    const { id, name } = await leadOf();
    await page.goto(`people?q=${encodeURIComponent(name)}&person=${id}&part=${of}`);
    await page.locator('.panel .part').first().waitFor();
};

/** What the demo county has nothing of. */
async function aService(): Promise<void> {
    const [system, lead, node, { id }] = [await person(people.system), await person(people.lead), await gridOf(place.grid), await leadOf()];
    const year = new Date().getFullYear();
    const records = [
        { kind: 'training', manner: 'before_duty', title: '岗前集中培训', from_on: `${year - 1}-01-04`, hours: 16, note: '' },
        { kind: 'contract', title: '网格员劳动合同', from_on: `${year - 1}-01-05`, to_on: `${year}-01-04`, note: '' },
        { kind: 'equipment', title: '手机一部、雨衣一件', from_on: `${year - 1}-01-05`, note: '编号 17' },
        { kind: 'award', title: '优秀网格员', from_on: `${year - 1}-12-20`, note: '' },
    ];
    for (const record of records) await system.tell(`/staff/${id}/records`, { id: newId(), ...record });
    await lead.tell('/meetings', {
        id: newId(), node_id: node, held_at: new Date(Date.now() - 60_000).toISOString(), subject: '周例会：防汛', minutes: '每日巡查低洼处，夜间保持电话畅通。', present: [id], excused: [],
    });
    await (await person(people.worker)).tell('/me/work-log', { id: newId(), day: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), text: '上午走访独居老人三户，下午参加消防演练。' });
}
let prepared: Promise<void> | undefined;
const served = (): Promise<void> => (prepared ??= aService());

const after = (open: (page: Page) => Promise<unknown>) => async (page: Page): Promise<void> => {
    await served();
    await open(page);
};

const service: readonly Room[] = [
    { name: 'people-records', login: people.system, open: after(part('records')) },
    { name: 'people-record-add', login: people.system, open: after(async (page) => {
        await part('records')(page);
        await dialog(page, /^(登记|Add a record)$/);
    }) },
    { name: 'people-log-of', login: people.lead, open: after(part('log')) },
    { name: 'people-due', login: people.system, open: after((page) => page.goto('people/due')) },
    { name: 'people-meetings', login: people.lead, open: after((page) => page.goto('people/meetings')) },
    { name: 'people-meeting-add', login: people.lead, open: async (page) => {
        await page.goto(`people/meetings?at=${await gridOf(place.grid)}`);
        await dialog(page, /^(记录例会|Keep minutes)$/);
    } },
    { name: 'people-joint', login: people.lead, open: (page) => page.goto('people/meetings?part=joint') },
    { name: 'people-log', login: people.lead, open: after((page) => page.goto('people/log')) },
    { name: 'people-handover', login: people.system, open: async (page) => page.goto(`people/handover/${(await leadOf()).id}`) },
    { name: 'people-handover-cases', login: people.lead, open: async (page) => {
        await page.goto(`people/handover/${(await leadOf()).id}`);
        await page.locator('.place').first().waitFor();
    } },
    { name: 'people-handover-do', login: people.system, open: async (page) => {
        await page.goto(`people/handover/${(await leadOf()).id}`);
        await dialog(page, /^(移交所选岗位|Hand over those chosen)$/);
    } },
    { name: 'people-handover-sheet', login: people.system, open: async (page) => page.goto(`people/handover/${(await leadOf()).id}/print`) },
    { name: 'people-own-log', login: people.worker, open: after(async (page) => {
        await page.goto('account');
        await page.locator('.own-log').waitFor();
    }) },
];

export const rooms: readonly Room[] = [
    ...service,
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
