/** A refusal is a sentence, at the place it means, in the reader's language. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from './county';
import { openBrowser, signedIn, visit } from './desk';

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

    test('the server’s own refusal arrives in the reader’s language', async () => {
        const { page, context } = await signedIn(browser, people.worker, { language });
        await page.goto('cases/00000000-0000-7000-8000-000000000000');
        await page.locator('.state h1').waitFor();
        isIn((await page.locator('.state p').textContent()) ?? '');
        await context.close();
    });
});
