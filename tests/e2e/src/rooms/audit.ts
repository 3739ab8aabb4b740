import { people } from '../county';
import type { Room } from '../room';

export const rooms: readonly Room[] = [
    { name: 'audit', login: people.auditor, open: async (page) => {
        await page.goto('audit');
        await page.locator('tr.entry').first().waitFor();
    } },
    { name: 'audit-entry', login: people.auditor, open: async (page) => {
        await page.goto('audit?view=rights');
        await page.locator('tr.entry .toggle button').first().click();
        await page.locator('tr.whole dl').first().waitFor();
    } },
    { name: 'audit-empty', login: people.auditor, open: (page) => page.goto('audit?from=2031-01-01') },
    { name: 'audit-closed', login: people.system, open: (page) => page.goto('audit') },
];
