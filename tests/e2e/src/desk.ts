/** The desk as a person uses it: what is read on the screen and what is clicked. */
import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { root } from './house';

/** The demo's one password; everybody may know it. */
export const password = 'Yunxi-demo-2026';
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
}

export interface Visit {
    page: Page;
    context: BrowserContext;
    /** What the browser complained of: scripts that threw, content refused by the policy. */
    complaints: string[];
}

/** A new person at a new browser. */
export async function visit(browser: Browser, { language = 'zh-CN', viewport = desktop }: Seat = {}): Promise<Visit> {
    const context = await browser.newContext({ baseURL: `${inject('base')}/desk/`, locale: language, viewport });
    context.setDefaultTimeout(kPatienceMs);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|TypeError|Unhandled/.test(message.text())) complaints.push(message.text());
    });
    return { page, context, complaints };
}

export async function signIn(page: Page, login: string): Promise<void> {
    await page.goto('./');
    await page.locator('#name').fill(login);
    await page.locator('#password').fill(password);
    await page.locator('form button[type=submit]').click();
    await page.locator('header .user').waitFor();
}

export async function signedIn(browser: Browser, login: string, seat: Seat = {}): Promise<Visit> {
    const made = await visit(browser, seat);
    await signIn(made.page, login);
    return made;
}

export async function shoot(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: path.join(shots, `${name}.png`) });
}

/** Everything that axe calls serious or critical, as readable lines. */
export async function axeFaults(page: Page): Promise<string[]> {
    // Told to the page directly: its policy lets no script tag in.
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
        const run = (window as unknown as { axe: { run: (options: object) => Promise<{ violations: unknown[] }> } }).axe.run;
        return (await run({ resultTypes: ['violations'] })).violations;
    });
    return (found as { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[])
        .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
        .flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html}\n${node.failureSummary}`));
}

/** The inbox of whoever is signed in, with that case in it. */
export async function openFromInbox(page: Page, code: string): Promise<void> {
    await page.goto('work/todo');
    await page.locator('a.row', { hasText: code }).click();
    await page.locator('h1').waitFor();
}

/** Does one action from the case page: its button, its dialog, its confirmation. */
export async function act(page: Page, action: string, fill: (dialog: ReturnType<Page['locator']>) => Promise<void> = async () => undefined): Promise<void> {
    await page.locator('section.actions').getByRole('button', { name: action, exact: true }).click();
    const dialog = page.locator('.el-dialog', { hasText: action }).last();
    await dialog.waitFor();
    await fill(dialog);
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
}

export const write = (text: string) => async (dialog: ReturnType<Page['locator']>): Promise<void> => {
    await dialog.locator('textarea').first().fill(text);
};

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
