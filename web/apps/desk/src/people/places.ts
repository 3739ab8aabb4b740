import { territories, type NodeRow } from '@jingwei/api';

const known = new Map<string, Promise<NodeRow | undefined>>();

function once(key: string, find: () => Promise<NodeRow | undefined>): Promise<NodeRow | undefined> {
    const found = known.get(key) ?? find();
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
}

const kMostOfOneCode = 5;

/** The node of a code; asked for once. Codes above it begin like it, so that several may be found. */
export function placeOfCode(code: string): Promise<NodeRow | undefined> {
    return once(`code ${code}`, async () =>
        (await territories.list({ q: code, limit: kMostOfOneCode })).items.find((node) => node.code === code));
}

/** The node of a path, among those below the one above it. */
export function placeOfPath(path: string): Promise<NodeRow | undefined> {
    const parent = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    return once(`path ${path}`, async () =>
        (await territories.list(parent ? { parent } : {})).items.find((node) => node.path === path));
}
