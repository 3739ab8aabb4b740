/** A refusal is a sentence, at the place it means, in the reader's language. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from './county';
import { openBrowser, signedIn, visit } from './desk';
import { photoOfLamp } from './photo';

let browser: Browser;
beforeAll(async () => {
    browser = await openBrowser();
});
afterAll(async () => browser.close());

const chinese = /\p{Script=Han}/u;

describe.each([{ language: 'zh-CN' as const }, { language: 'en' as const }])('in $language', ({ language }) => {
    const isIn = (sentence: string): void => {
        expect(sentence.trim().length).toBeGreaterThan(5);
        expect(chinese.test(sentence)).toBe(language === 'zh-CN');
    };

    test('a wrong password is refused without saying what was wrong', async () => {
        const { page, context } = await visit(browser, { language });
        await page.goto('./');
        await page.locator('#name').fill('nobody');
        await page.locator('#password').fill('not the password');
        await page.locator('form button[type=submit]').click();
        isIn((await page.locator('.fault').textContent()) ?? '');
        await context.close();
    });

    test('a report names what is missing, at its fields', async () => {
        const { page, context } = await signedIn(browser, people.worker, { language });
        await page.goto('cases/new');
        await page.locator('.foot button[type=submit]').click();
        await page.locator('.fault').first().waitFor();
        const faults = await page.locator('.fault').allTextContents();
        expect(faults).toHaveLength(3);
        faults.forEach(isIn);
        await context.close();
    });

    test('a file that is too large, and more files than find room, are told before anything is sent', async () => {
        const { page, context } = await signedIn(browser, people.worker, { language });
        let sent = 0;
        await page.route('**/api/v1/files', (route) => {
            ++sent;
            return route.continue();
        });
        await page.goto('cases/new');
        const input = page.locator('input[type=file]');
        await input.evaluate((element) => {
            const huge = new DataTransfer();
            huge.items.add(new File([new Uint8Array(21 * 1024 * 1024)], 'huge.jpg', { type: 'image/jpeg' }));
            (element as HTMLInputElement).files = huge.files;
            element.dispatchEvent(new Event('change', { bubbles: true }));
        });
        const said = page.locator('.upload .fault');
        await said.waitFor();
        isIn(((await said.textContent()) ?? '').replace('huge.jpg', ''));
        expect(await said.textContent()).toContain('20 MB');
        expect(await page.locator('.upload .retry').count()).toBe(0);
        expect(sent).toBe(0);
        await input.setInputFiles(Array.from({ length: 12 }, (_, at) => ({ name: `${at}.png`, mimeType: 'image/png', buffer: photoOfLamp() })));
        await expect.poll(() => said.count()).toBe(2);
        isIn((await said.last().textContent()) ?? '');
        expect(await said.last().textContent()).toContain('4');
        await context.close();
    });

    test('a service that does not answer at the beginning is told, with a way to try again', async () => {
        const { page, context } = await signedIn(browser, people.worker, { language });
        await page.route('**/api/v1/session', (route) => route.abort());
        await page.goto('work/open');
        await page.locator('.state h1').waitFor();
        isIn((await page.locator('.state p').textContent()) ?? '');
        await page.unroute('**/api/v1/session');
        await page.locator('.state .retry').click();
        await page.locator('.tabs').waitFor();
        expect(page.url()).toContain('/work/open');
        await context.close();
    });

    test('the server’s own refusal arrives in the reader’s language', async () => {
        const { page, context } = await signedIn(browser, people.worker, { language });
        await page.goto('cases/00000000-0000-7000-8000-000000000000');
        await page.locator('.state h1').waitFor();
        isIn((await page.locator('.state p').textContent()) ?? '');
        await context.close();
    });
});
