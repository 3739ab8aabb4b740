import { people } from '../county';
import type { Room } from '../room';

const kYear = 'first=2026-01-01&last=2026-12-31';

export const rooms: readonly Room[] = [
    { name: 'figures', login: people.county, open: (page) => page.goto(`figures?${kYear}`) },
    { name: 'figures-matters', open: (page) => page.goto(`figures?${kYear}&by=matter&channel=hotline`) },
    { name: 'figures-nothing', open: (page) => page.goto('figures?first=2019-01-01&last=2019-01-31') },
    { name: 'figures-cases', login: people.county, open: async (page) => {
        await page.goto(`figures/cases?figure=reworked&${kYear}`);
        await page.locator('a.row').first().waitFor();
    } },
];
