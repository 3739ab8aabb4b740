import type { Room } from '../room';

/** One sheet for a wall of 1920 × 1080, which smaller screens show smaller. */
export const rooms: readonly Room[] = [
    { name: 'wall', open: async (page) => {
        await page.goto('wall');
        await page.locator('.lights').waitFor();
        await page.locator('.sheet canvas').waitFor();
    } },
];
