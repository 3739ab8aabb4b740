import { ApiProblem, accounts, territories, unitName } from '@jingwei/api';
import { reactive } from 'vue';
import { placeOfPath } from '@/territory/places';

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

async function placeOf(path: string): Promise<Place | null> {
    const node = await placeOfPath(path);
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
