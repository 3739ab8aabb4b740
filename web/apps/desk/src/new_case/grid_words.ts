import { ApiProblem, territories, type NodeRow } from '@jingwei/api';
import { computed, onScopeDispose, readonly, ref, watch, type DeepReadonly, type Ref } from 'vue';
import type { Draft } from './draft';

const kPauseMs = 350;
const kFewest = 2;
const kMostWords = 20;
const kShown = 4;
const kGrids = 12;
/** A name is rarely longer than four characters before its kind, and what follows it is no part of it. */
const shorter = [4, 3, 2] as const;

/** What an address may begin with as the name of a village or grid, the longest first: its letters before any number. */
export function namesIn(address: string): string[] {
    const run = (/\p{L}+/u.exec(address.normalize('NFKC'))?.[0] ?? '').slice(0, kMostWords);
    if (run.length < kFewest) return [];
    return [run, ...shorter.filter((length) => length < run.length).map((length) => run.slice(0, length))];
}

/** Villages and grids: whoever is told a town is told nothing. */
const isNear = (node: NodeRow): boolean => node.level === 'village' || node.level === 'grid' || node.level === 'micro';

const above = (path: string): string => path.slice(0, path.lastIndexOf('/'));

async function search(address: string): Promise<NodeRow[]> {
    for (const q of namesIn(address)) {
        const near = (await territories.list({ q, limit: kGrids })).items.filter(isNear);
        if (near.length > 0) return near.slice(0, kShown);
    }
    return [];
}

interface GridWords {
    /** What the words of the address may mean. */
    found: Readonly<Ref<DeepReadonly<NodeRow[]>>>;
    /** The grids of the village that was chosen, also when one of them is. */
    grids: Readonly<Ref<DeepReadonly<NodeRow[]>>>;
}

/** Villages and grids that the address names, a moment after its writer pauses. Nothing is asked once the map says it. */
export function useGridWords(draft: Draft): GridWords {
    const found = ref<NodeRow[]>([]);
    const below = ref<NodeRow[]>([]);
    let waiting: ReturnType<typeof setTimeout> | undefined;

    async function into(target: Ref<NodeRow[]>, ask: () => Promise<NodeRow[]>, stillWanted: () => boolean): Promise<void> {
        try {
            const nodes = await ask();
            if (stillWanted()) target.value = nodes;
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
        }
    }

    watch(() => [draft.address, draft.lon] as const, ([address, lon]) => {
        clearTimeout(waiting);
        if (lon !== undefined) found.value = [];
        else waiting = setTimeout(() => void into(found, () => search(address), () => draft.address === address), kPauseMs);
    }, { immediate: true });
    watch(() => found.value.find((node) => node.path === draft.path && node.level === 'village')?.path, (village) => {
        if (!village) return;
        void into(below, async () => (await territories.list({ parent: village, limit: kGrids })).items, () => Boolean(draft.path?.startsWith(village)));
    });
    const grids = computed(() => below.value.filter(({ path }) => draft.path === above(path) || (draft.path && above(draft.path) === above(path))));
    onScopeDispose(() => clearTimeout(waiting));
    return { found: readonly(found), grids };
}
