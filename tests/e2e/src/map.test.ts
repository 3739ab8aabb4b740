/** What maps stand on: tiles of an extract that was imported, and pictures of another host; no host but those that are set. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults, desktop, openBrowser, phone, settled, shoot, typeIn, visit, widerThanScreen, type Visit } from './desk';
import { binary, makeFolder, root, serve, type Served } from './house';

const county = '371323';
const secret = 'A-map-of-2026-is-here';
const login = 'keeper';
const folder = makeFolder();
const data = path.join(folder, 'data');
const extract = path.join(root, 'tests/map_data/guixi.osm.pbf');
let browser: Browser;
let served: Served | undefined;

function command(words: readonly string[], input = ''): string {
    const done = spawnSync(binary(), [...words, '--county', county, '--data', data], { encoding: 'utf8', input });
    if (done.status !== 0) throw new Error(`jingwei ${words.join(' ')}: ${done.stderr}`);
    return done.stdout;
}

async function serveWith(...words: string[]): Promise<string> {
    await served?.stop();
    served = await serve(data, ['--county', county, ...words]);
    return served.base;
}

beforeAll(async () => {
    command(['import', 'divisions', '--folder', path.join(root, 'data/divisions')]);
    command(['user', 'add', '--keep-password', login], secret);
    command(['user', 'grant', login, 'admin_system']);
    browser = await openBrowser();
}, 180_000);
afterAll(async () => {
    await browser.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
});

/** The grids of the county, as the keeper sees them at a new browser. */
async function grids(base: string, viewport = desktop, seen: (answer: Response) => void = () => undefined): Promise<Visit> {
    const made = await visit(browser, { base, viewport });
    made.page.on('response', seen);
    await typeIn(made.page, login, secret);
    await made.page.goto('territory');
    await settled(made.page);
    return made;
}

const kindOfBase = (page: Page): Promise<string | null> => page.locator('.map .canvas').getAttribute('data-base');
const attribution = (page: Page): ReturnType<Page['locator']> => page.locator('.map .attribution');

test('tiles of an extract are drawn, say whose they are, and are asked for once', async () => {
    expect(command(['import', 'map', extract])).toMatch(/^\d+ tiles of zoom 6 to 14, .*the first of this county\n/);
    const base = await serveWith();
    const tiles: Response[] = [];
    const { page, complaints, context } = await grids(base, desktop, (answer) => {
        if (answer.url().includes('/map/tiles/')) tiles.push(answer);
    });
    expect(await kindOfBase(page)).toBe('tiles');
    expect(await attribution(page).textContent()).toBe('© OpenStreetMap contributors');
    expect(await attribution(page).locator('a').getAttribute('href')).toBe('https://www.openstreetmap.org/copyright');
    expect(tiles.length).toBeGreaterThan(0);
    for (const tile of tiles) {
        expect([200, 204]).toContain(tile.status());
        expect(tile.headers()['cache-control']).toBe('private, max-age=31536000, immutable');
    }
    expect(tiles.some((tile) => tile.headers()['content-encoding'] === 'gzip')).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await shoot(page, 'map-tiles');
    expect(complaints).toEqual([]);
    await context.close();
});

test('tiles are drawn on a phone, and by night', async () => {
    const base = await serveWith();
    const { page, complaints, context } = await grids(base, phone);
    expect(await kindOfBase(page)).toBe('tiles');
    expect(await widerThanScreen(page)).toBeLessThanOrEqual(0);
    await page.evaluate(() => document.documentElement.classList.add('dark'));
    await attribution(page).scrollIntoViewIfNeeded();
    expect(await axeFaults(page)).toEqual([]);
    await shoot(page, 'map-tiles-phone-dark');
    expect(complaints).toEqual([]);
    await context.close();
});

/** A white picture of 256 pixels for every address, as a map service gives them out. */
async function pictures(asked: string[]): Promise<Server> {
    const white = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAQAAAAEAAQAAAAB0CZXLAAAAM0lEQVR42u3KoQEAAAwCIP9/Wk9YXYBMeoggCIIgCIIgCIIgCIIg'
        + 'CIIgCIIgCIIgCMLvMPPS4dI8z/G7AAAAAElFTkSuQmCC',
        'base64',
    );
    const server = createServer((request, answer) => {
        asked.push(request.url ?? '');
        answer.writeHead(200, { 'Content-Type': 'image/png', 'Access-Control-Allow-Origin': '*' }).end(white);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
}

test('pictures of another host are asked for where that is set, and its host alone is let in', async () => {
    const asked: string[] = [];
    const host = await pictures(asked);
    const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    const base = await serveWith(
        '--map-url', `${origin}/vec/{z}/{x}/{y}.png ${origin}/cva?z={z}&x={x}&y={y}`, '--map-attribution', '某地图 GS(2026)1号', '--map-datum', 'gcj02',
    );
    const policy = (await fetch(`${base}/desk/`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`img-src 'self' data: blob: ${origin};`);
    expect(policy).toContain(`connect-src 'self' ${origin};`);
    expect(policy).toContain("script-src 'self';");
    const { page, complaints, context } = await grids(base);
    expect(await kindOfBase(page)).toBe('external');
    expect(await attribution(page).textContent()).toContain('某地图 GS(2026)1号');
    expect(asked.some((address) => /^\/vec\/\d+\/\d+\/\d+\.png$/.test(address))).toBe(true);
    expect(asked.some((address) => /^\/cva\?z=\d+&x=\d+&y=\d+$/.test(address))).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
    host.close();
});
