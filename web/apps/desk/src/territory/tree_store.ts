import { ApiProblem, territories, type NodeRow, type NodeView } from '@jingwei/api';
import { computed, reactive, readonly, ref, shallowReactive, watch, type ComputedRef, type DeepReadonly, type Ref } from 'vue';
import { rowsOf, type TreeRow } from './tree_rows';

interface TreeStore {
    rows: ComputedRef<readonly TreeRow[]>;
    problem: Readonly<Ref<ApiProblem | undefined>>;
    toggle(path: string): Promise<void>;
    /** Reads every open branch again, after something has changed. */
    reload(): Promise<void>;
}

/** The territory as a tree: a branch is read when it is opened, and the way down to `current` is open. */
export function useTree(current: Ref<DeepReadonly<NodeView> | undefined>): TreeStore {
    const root = ref<NodeRow>();
    const below = shallowReactive(new Map<string, readonly NodeRow[]>());
    const open = reactive(new Set<string>());
    const problem = ref<ApiProblem>();

    async function guarded(work: () => Promise<unknown>): Promise<void> {
        try {
            await work();
            problem.value = undefined;
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
            problem.value = failure;
        }
    }

    async function read(path: string): Promise<void> {
        below.set(path, (await territories.list({ parent: path })).items);
    }

    async function readRoot(): Promise<void> {
        root.value = (await territories.list({})).items[0];
    }

    async function unfold(paths: readonly string[]): Promise<void> {
        paths.forEach((path) => open.add(path));
        await guarded(() => Promise.all([
            ...(root.value ? [] : [readRoot()]), ...paths.filter((path) => !below.has(path)).map(read),
        ]));
    }

    watch(current, (node) => {
        if (node) void unfold([...node.above.map((one) => one.path), node.path]);
    }, { immediate: true });

    return {
        rows: computed(() => (root.value ? rowsOf(root.value, below, open) : [])),
        problem: readonly(problem) as Readonly<Ref<ApiProblem | undefined>>,
        async toggle(path) {
            if (!open.delete(path)) await unfold([path]);
        },
        async reload() {
            for (const path of [...below.keys()]) if (!open.has(path)) below.delete(path);
            await guarded(() => Promise.all([readRoot(), ...[...open].map(read)]));
        },
    };
}
