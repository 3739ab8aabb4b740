import { territories, type NodeRow } from '@jingwei/api';

const kMostBelow = 100;
const known = new Map<string, Promise<NodeRow | undefined>>();

function once(key: string, find: () => Promise<NodeRow | undefined>): Promise<NodeRow | undefined> {
    const found = known.get(key) ?? find();
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
}

const children = new Map<string, Promise<NodeRow[]>>();

/** What lies right below a path; the county itself for none. One call for all of them. */
function below(parent: string): Promise<NodeRow[]> {
    const found = children.get(parent) ?? territories.list({ ...(parent && { parent }), limit: kMostBelow }).then(({ items }) => items);
    children.set(parent, found);
    found.catch(() => children.delete(parent));
    return found;
}

const kMostOfOneCode = 5;

/** The node of a code; asked for once. Codes above it begin like it, so that several may be found. */
export function placeOfCode(code: string): Promise<NodeRow | undefined> {
    return once(`code ${code}`, async () =>
        (await territories.list({ q: code, limit: kMostOfOneCode })).items.find((node) => node.code === code));
}

/** The node of a path, among those below the one above it, or found by what its path is made of. */
export function placeOfPath(path: string): Promise<NodeRow | undefined> {
    const parent = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    const isIt = (node: NodeRow): boolean => node.path === path;
    return once(`path ${path}`, async () =>
        (await below(parent)).find(isIt) ?? (await territories.list({ q: path.replaceAll('/', ''), limit: kMostBelow })).items.find(isIt));
}
