/**
 * A whole Jingwei of the tests' own: a private database with the demo county, and a server on a free port; or the one
 * with a demo county that JINGWEI_URL names.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
    interface ProvidedContext {
        base: string;
    }
}

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const kReadyMs = 60_000;
const kStopMs = 20_000;

export function binary(): string {
    const given = process.env.JINGWEI_BINARY;
    const found = [given, 'build/release/server/jingwei', 'build/dev/server/jingwei']
        .flatMap((one) => (one ? [path.resolve(root, one)] : []))
        .find((one) => existsSync(one));
    if (!found) throw new Error('build Jingwei first (tools/build), or name the program in JINGWEI_BINARY');
    return found;
}

function freePort(): Promise<number> {
    return new Promise((resolve, reject) => {
        const probe = createServer();
        probe.once('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const address = probe.address();
            probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
        });
    });
}

async function ready(base: string, server: ChildProcess, said: () => string): Promise<void> {
    const end = Date.now() + kReadyMs;
    while (Date.now() < end) {
        if (server.exitCode !== null) break;
        const answer = await fetch(`${base}/readyz`).catch(() => undefined);
        if (answer?.ok) return;
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the server did not get ready:\n${said()}`);
}

async function stop(server: ChildProcess): Promise<void> {
    if (server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    const patience = setTimeout(() => server.kill('SIGKILL'), kStopMs);
    await ended;
    clearTimeout(patience);
}

export interface Served {
    base: string;
    stop: () => Promise<void>;
}

/** A server of that data folder on a free port, ready. */
export async function serve(data: string, words: readonly string[] = []): Promise<Served> {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const server = spawn(binary(), ['serve', '--data', data, '--port', String(port), '--web', path.join(root, 'web/dist'), ...words], {
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const keep = (chunk: Buffer): void => {
        said = (said + chunk.toString()).slice(-20_000);
    };
    server.stdout.on('data', keep);
    server.stderr.on('data', keep);
    await ready(base, server, () => said).catch(async (failure: unknown) => {
        await stop(server);
        throw failure;
    });
    return { base, stop: () => stop(server) };
}

/** A folder for data. The program makes a database user of its own when it is run as root: that user must get in. */
export function makeFolder(): string {
    const folder = mkdtempSync('/tmp/jw-e2e-');
    chmodSync(folder, 0o755);
    return folder;
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
    if (process.env.JINGWEI_URL) {
        project.provide('base', process.env.JINGWEI_URL);
        return undefined;
    }
    const folder = makeFolder();
    const data = path.join(folder, 'data');
    const demo = spawnSync(binary(), ['demo', '--scale', 'town', '--data', data], { encoding: 'utf8' });
    if (demo.status !== 0) throw new Error(`the demo county could not be made:\n${demo.stdout}${demo.stderr}`);
    const served = await serve(data);
    project.provide('base', served.base);
    return async () => {
        await served.stop();
        rmSync(folder, { recursive: true, force: true });
    };
}
