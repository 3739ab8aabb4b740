import { ApiProblem, matters, type MatterRow } from '@jingwei/api';
import { computed, onScopeDispose, readonly, ref, watch, type DeepReadonly, type Ref } from 'vue';
import { currentLanguage } from '@/i18n';

const kPauseMs = 350;
const kFewest = 2;
const rows = ref<MatterRow[]>([]);
let language = '';

async function fetchOnce(): Promise<void> {
    if (language === currentLanguage()) return;
    language = currentLanguage();
    try {
        rows.value = (await matters.list()).items;
    } catch (failure) {
        if (!(failure instanceof ApiProblem)) throw failure;
        language = '';
    }
}

export type Branch = {
    value: string;
    label: string;
    children?: Branch[];
};

function branchOf(branches: Branch[], name: string): Branch[] {
    let found = branches.find((branch) => branch.label === name);
    if (!found) {
        found = { value: `+${name}`, label: name, children: [] };
        branches.push(found);
    }
    return (found.children ??= []);
}

/** The catalogue as the tree that a person knows: class, subclass, matter. */
export function treeOf(matterRows: DeepReadonly<MatterRow[]>): Branch[] {
    const tree: Branch[] = [];
    for (const row of matterRows) {
        branchOf(branchOf(tree, row.class_name), row.subclass_name).push({ value: row.id, label: row.name });
    }
    return tree;
}

interface Catalogue {
    tree: Readonly<Ref<Branch[]>>;
    find(id: string): DeepReadonly<MatterRow> | undefined;
}

export function useCatalogue(): Catalogue {
    watch(currentLanguage, () => void fetchOnce(), { immediate: true });
    return { tree: computed(() => treeOf(rows.value)), find: (id) => rows.value.find((row) => row.id === id) };
}

/** What the words speak for, best first, a moment after the writer pauses. */
export function useSuggestions(words: () => string): Readonly<Ref<DeepReadonly<MatterRow[]>>> {
    const found = ref<MatterRow[]>([]);
    let waiting: ReturnType<typeof setTimeout> | undefined;

    async function ask(): Promise<void> {
        const text = words().trim();
        if (text.length < kFewest) {
            found.value = [];
            return;
        }
        try {
            found.value = (await matters.suggest(text)).items;
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
        }
    }

    watch(words, () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => void ask(), kPauseMs);
    }, { immediate: true });
    onScopeDispose(() => clearTimeout(waiting));
    return readonly(found);
}
