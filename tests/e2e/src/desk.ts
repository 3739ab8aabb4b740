/** The desk as a person uses it: what is read on the screen and what is clicked. */
import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { person } from './hands';
import { root } from './house';

/** How long a person waits for a screen before giving up. */
const kPatienceMs = 20_000;
const shots = path.join(root, 'build/screenshots');

export async function openBrowser(): Promise<Browser> {
    mkdirSync(shots, { recursive: true });
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: [
            '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
            '--no-first-run',
        ],
    });
}

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

interface Seat {
    language?: 'zh-CN' | 'en';
    viewport?: { width: number; height: number };
    /** Of a server of the test's own. */
    base?: string;
}

export interface Visit {
    page: Page;
    context: BrowserContext;
    /** What the browser complained of: scripts that threw, content refused by the policy. */
    complaints: string[];
}

/** A new person at a new browser. */
export async function visit(browser: Browser, { language = 'zh-CN', viewport = desktop, base = inject('base') }: Seat = {}): Promise<Visit> {
    const context = await browser.newContext({ baseURL: `${base}/desk/`, locale: language, viewport, reducedMotion: 'reduce' });
    context.setDefaultTimeout(kPatienceMs);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|TypeError|Unhandled/.test(message.text())) complaints.push(message.text());
    });
    return { page, context, complaints };
}

/** Types name and password into the sign-in page. */
export async function typeIn(page: Page, login: string, secret: string): Promise<void> {
    if (!page.url().includes('/sign-in')) await page.goto('./');
    await page.locator('#name').fill(login);
    await page.locator('#password').fill(secret);
    await page.locator('form button[type=submit]').click();
    await page.locator('form .go.is-loading').waitFor({ state: 'detached' });
}

/** Somebody who has signed in before: with the session that he has, so that nobody types his password twice. */
export async function signedIn(browser: Browser, login: string, seat: Seat = {}): Promise<Visit> {
    const made = await visit(browser, seat);
    const [name = '', value = ''] = (await person(login)).cookie.split('=');
    await made.context.addCookies([{ name, value, url: inject('base'), httpOnly: true, sameSite: 'Strict' }]);
    return made;
}

/** People at their desks, each at one for a whole file of tests. */
export class Office {
    private readonly seats = new Map<string, Promise<Visit>>();

    private constructor(readonly browser: Browser, private readonly seat: Seat) {}

    static async open(seat: Seat = {}): Promise<Office> {
        return new Office(await openBrowser(), seat);
    }

    async at(login: string): Promise<Page> {
        const found = this.seats.get(login) ?? signedIn(this.browser, login, this.seat);
        this.seats.set(login, found);
        return (await found).page;
    }

    /** The case on somebody's screen, whole. */
    async sees(login: string, one: { id: string }): Promise<Page> {
        const page = await this.at(login);
        await page.goto(`cases/${one.id}`);
        await page.locator('.timeline').waitFor();
        return page;
    }

    async complaints(): Promise<string[]> {
        return (await Promise.all(this.seats.values())).flatMap((one) => one.complaints);
    }

    async close(): Promise<void> {
        await this.browser.close();
    }
}

export async function shoot(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: path.join(shots, `${name}.png`) });
}

/** Everything that axe calls serious or critical, as readable lines. */
export async function axeFaults(page: Page): Promise<string[]> {
    // Told to the page directly, once: its policy lets no script tag in.
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
        const run = (window as unknown as { axe: { run: (options: object) => Promise<{ violations: unknown[] }> } }).axe.run;
        return (await run({ resultTypes: ['violations'], preload: false })).violations;
    });
    return (found as { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[])
        .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
        .flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html}\n${node.failureSummary}`));
}

/** The page whole: nothing that still loads, and maps that are drawn. */
export async function settled(page: Page): Promise<void> {
    await page.locator('main h1').waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('[role=status][aria-label]').count(), { timeout: 15_000 }).toBe(0);
    for (const map of await page.locator('.map').all()) {
        await expect.poll(() => map.locator('.canvas').getAttribute('data-ready'), { timeout: 15_000 }).toBe('true');
    }
}

export async function widerThanScreen(page: Page): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Words on the screen that are the program's own: keys of sentences, ids, values that are none. */
export async function rawWords(page: Page): Promise<string[]> {
    const words = await page.locator('body').innerText();
    return words.match(/\b(?:case|work|shell|session|new_case|territory|files|ui|map|people|units|matters|rules|accounts|audit|figures|wall|exports|imports)\.[a-z_]+|\b(?:undefined|null|NaN)\b|\[object|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/g) ?? [];
}

/** The inbox of whoever is signed in, with that case in it. */
export async function openFromInbox(page: Page, code: string): Promise<void> {
    await openFrom(page, 'todo', code);
}

/** A case out of a list, found in it by its code: a full list shows its first page only. */
export async function openFrom(page: Page, view: string, code: string): Promise<void> {
    await page.goto(`work/${view}?q=${code}`);
    await page.locator('a.row', { hasText: code }).click();
    await page.locator('h1').waitFor();
}

type Dialog = ReturnType<Page['locator']>;
type Fill = (dialog: Dialog) => Promise<void>;

/** The dialog of one action: by its button, or behind "more". */
export async function openAction(page: Page, action: string): Promise<Dialog> {
    const buttons = page.locator('section.actions');
    const button = buttons.getByRole('button', { name: action, exact: true });
    await buttons.locator('button').first().waitFor();
    if (await button.count()) await button.click();
    else {
        await buttons.locator('.el-dropdown button').click();
        await page.getByRole('menuitem', { name: action, exact: true }).click();
    }
    const dialog = page.locator('.el-dialog', { has: page.locator('.el-dialog__title', { hasText: new RegExp(`^${action}$`) }) });
    await dialog.waitFor();
    return dialog;
}

/** Does one action from the case page: its button, its dialog, its confirmation. */
export async function act(page: Page, action: string, ...fills: Fill[]): Promise<void> {
    const dialog = await openAction(page, action);
    for (const fill of fills) await fill(dialog);
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
}

export const write = (text: string): Fill => async (dialog) => {
    await dialog.locator('textarea').first().fill(text);
};

/** Chooses from a list by the name, after typing it where the list wants that. */
export const choose = (member: string, name: string | RegExp, typed?: string): Fill => async (dialog) => {
    const select = dialog.locator(`[data-member=${member}] .el-select`);
    await select.click();
    if (typed) {
        // The list changes when the answer is there: what is clicked before may be gone the next moment.
        const answered = dialog.page().waitForResponse((answer) => decodeURIComponent(answer.url()).includes(typed));
        await select.locator('input').fill(typed);
        await answered;
    }
    await dialog.page().getByRole('option', { name }).first().click();
};

export const pick = (member: string, name: string): Fill => async (dialog) => {
    await dialog.locator(`[data-member=${member}]`).getByText(name, { exact: true }).click();
};

export const fill = (member: string, text: string): Fill => async (dialog) => {
    await dialog.locator(`[data-member=${member}] input`).first().fill(text);
    await dialog.locator(`[data-member=${member}] input`).first().press('Tab');
};

/** What the last step of the trail says. */
export async function lastStep(page: Page, action: string): Promise<string> {
    const step = page.locator(`.step[data-action=${action}]`).last();
    await step.waitFor();
    return (await step.textContent()) ?? '';
}

/** What an action would be refused for; empty when it may be done or is not offered at all. */
export async function refusalOf(page: Page, action: string): Promise<string> {
    await page.locator('section.actions .el-dropdown button').click();
    const item = page.getByRole('menuitem').filter({ hasText: action }).locator('small');
    await item.first().waitFor();
    const said = (await item.first().textContent()) ?? '';
    await page.keyboard.press('Escape');
    return said;
}

export async function stateOf(page: Page): Promise<string> {
    return (await page.locator('header.head .mark').first().textContent())?.trim() ?? '';
}

export async function expectState(page: Page, state: string): Promise<void> {
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toBe(state);
}

/** Clicks a place on the map, which tells its own centre and zoom. */
export async function clickMap(page: Page, lon: number, lat: number): Promise<void> {
    const canvas = page.locator('.map .canvas[data-ready=true]');
    await canvas.waitFor();
    const view = (await canvas.getAttribute('data-view'))?.split(' ').map(Number) ?? [];
    const [centreLon = 0, centreLat = 0, zoom = 0] = view;
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the map is not on the screen');
    const size = 512 * 2 ** zoom;
    const x = (degrees: number): number => ((degrees + 180) / 360) * size;
    const y = (degrees: number): number => (0.5 - Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI)) * size;
    await page.mouse.click(box.x + box.width / 2 + x(lon) - x(centreLon), box.y + box.height / 2 + y(lat) - y(centreLat));
}
