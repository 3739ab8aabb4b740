import { ApiProblem, accounts, territories, unitName, type NodeRow } from '@jingwei/api';
import { reactive } from 'vue';

/** What a name belongs to: undefined while it is being asked for, null when there is none to be seen. */
type Known<Value> = Value | null | undefined;

/** Asks once for each key; whoever reads it on a screen is told when the answer is there. */
function remembered<Value>(read: (key: string) => Promise<Value | null>): (key: string) => Known<Value> {
    const known = reactive(new Map<string, unknown>());
    const asked = new Set<string>();
    async function look(key: string): Promise<void> {
        try {
            known.set(key, await read(key));
        } catch (problem) {
            if (!(problem instanceof ApiProblem)) throw problem;
            known.set(key, null);
        }
    }
    return (key) => {
        if (!asked.has(key)) {
            asked.add(key);
            void look(key);
        }
        return known.get(key) as Known<Value>;
    };
}

export interface Place {
    id: string;
    name: string;
}

const below = new Map<string, Promise<NodeRow[]>>();

/** What lies right below a path; the county itself for none. One call for all of them. */
function childrenOf(parent: string): Promise<NodeRow[]> {
    const found = below.get(parent) ?? territories.list({ ...(parent && { parent }), limit: 100 }).then(({ items }) => items);
    below.set(parent, found);
    return found;
}

async function placeOf(path: string): Promise<Place | null> {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const isIt = (node: NodeRow): boolean => node.path === path;
    const node = (await childrenOf(parent)).find(isIt)
        ?? (await territories.list({ q: path.replaceAll('/', ''), limit: 100 })).items.find(isIt);
    return node ? { id: node.id, name: node.full_name } : null;
}

/** Names of what grants and entries mean by path or id. */
export const names = {
    place: remembered(placeOf),
    node: remembered(async (id: string) => (await territories.read(id)).full_name),
    unit: remembered(unitName),
    account: remembered(async (id: string) => {
        const { display_name: name, login } = await accounts.read(id);
        return { name, login };
    }),
} as const;
