/** Every dialog that a case offers to whoever works on it, on a phone: whole, in the reader's language, for everybody. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, place } from './county';
import { axeFaults, Office, phone, rawWords, shoot, widerThanScreen } from './desk';
import { Case, unitOf } from './hands';

const stages: readonly { name: string; logins: readonly string[]; make: () => Promise<Case> }[] = [
    { name: 'reported', logins: [people.worker, people.lead], make: () => Case.reported('活动室门口的台阶松动。') },
    { name: 'at-town', logins: [people.dispatcher], make: () => Case.atTown('三号楼前的雨水篦子丢了。') },
    { name: 'assigned', logins: [people.unit], make: () => Case.assigned('健身器材的螺丝松了。') },
    { name: 'handling', logins: [people.unit, people.caller], make: () => Case.handling('围栏倒了一段。') },
    { name: 'asked', logins: [people.dispatcher, people.unit, people.helper, people.lead], make: asked },
    { name: 'handled', logins: [people.worker], make: () => Case.handled('长椅断了一条木板。') },
    { name: 'closed', logins: [people.caller, people.otherDispatcher], make: () => Case.closed('垃圾桶满了没有清运。') },
];

/** Everything hangs on it at once: requests, a plate, a second unit, a joint session. */
async function asked(): Promise<Case> {
    const one = await Case.handling('夜市油烟扰民，几家单位一起办。');
    const [unit, helper] = await Promise.all([unitOf(place.unit), unitOf(place.helper)]);
    await one.did(people.dispatcher, 'add_co_unit', { unit: helper, text: '疏导现场秩序。' });
    await one.did(people.unit, 'ask_extension', { amount: 2, text: '配件在途。' });
    await one.did(people.unit, 'ask_suspension', { days: 5, text: '等水位下降。' });
    await one.did(people.caller, 'raise_plate', { level: 'yellow', reply_days: 2, text: '请说明进度。' });
    return one.did(people.lead, 'whistle', {
        units: [unit, helper], meets_at: '2031-03-04T07:00:00Z', meeting_place: '社区会议室', text: '商定摊位。',
    });
}

/** What may be done, by name, with the way to its button. */
async function offers(page: Page): Promise<{ name: string; open: () => Promise<void> }[]> {
    const buttons = page.locator('section.actions .buttons > .el-button');
    const shown = (await buttons.allTextContents()).map((name, at) => ({ name: name.trim(), open: () => buttons.nth(at).click() }));
    const more = page.locator('section.actions .el-dropdown button');
    if ((await more.count()) === 0) return shown;
    await more.click();
    const items = page.getByRole('menuitem');
    await items.first().waitFor();
    const rare = await items.evaluateAll((all) => all.flatMap((item) => (item.querySelector('small') ? [] : [item.textContent?.trim() ?? ''])));
    await page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'hidden' });
    return [...shown, ...rare.map((name) => ({
        name,
        open: async () => {
            await more.click();
            await page.getByRole('menuitem', { name, exact: true }).click();
        },
    }))];
}

async function holds(page: Page): Promise<void> {
    expect(await axeFaults(page)).toEqual([]);
    expect(await widerThanScreen(page)).toBe(0);
    expect(await rawWords(page)).toEqual([]);
}

describe.each([{ language: 'zh-CN' as const }, { language: 'en' as const }])('in $language', ({ language }) => {
    let office: Office;
    const seen = new Set<string>();
    beforeAll(async () => {
        office = await Office.open({ language, viewport: phone });
    });
    afterAll(async () => {
        expect(await office.complaints()).toEqual([]);
        await office.close();
    });

    test.each(stages)('of a case that is $name', async ({ logins, make }) => {
        const one = await make();
        for (const login of logins) {
            const page = await office.sees(login, one);
            await holds(page);
            for (const { name, open } of await offers(page)) {
                if (seen.has(name)) continue;
                seen.add(name);
                await open();
                const dialog = page.locator('.el-dialog:visible', { has: page.locator('.el-dialog__title', { hasText: name }) });
                await dialog.locator('button[type=submit]').waitFor();
                await shoot(page, `dialog-${name}-${language}`);
                await holds(page);
                await page.keyboard.press('Escape');
                await dialog.waitFor({ state: 'hidden' });
            }
        }
    });

    test('they were all there', () => {
        expect(seen.size).toBeGreaterThan(30);
    });
});
