import { newId, type CaseListView } from '@jingwei/api';
import { computed, ref, type Ref } from 'vue';
import { useSession } from '@/session/session';
import { narrowingOf, viewOf, type Narrowing } from './narrowing';

/** A list with what narrows it, under a name of its reader's own. */
export interface SavedList {
    id: string;
    name: string;
    view: CaseListView;
    narrowing: Narrowing;
}

export const kMostSaved = 20;
export const kLongestName = 20;

/** What this browser kept; whatever is not of this form (an older one, something else's) is left out. */
export function readSaved(stored: string | null): SavedList[] {
    let read: unknown;
    try {
        read = JSON.parse(stored ?? '[]');
    } catch {
        return [];
    }
    if (!Array.isArray(read)) return [];
    return (read as unknown[]).flatMap((one) => {
        const { id, name, view, narrowing } = (one ?? {}) as Record<string, unknown>;
        if (typeof id !== 'string' || typeof name !== 'string' || typeof narrowing !== 'object' || narrowing === null) return [];
        return [{ id, name, view: viewOf(view), narrowing: narrowingOf(narrowing as Record<string, unknown>) }];
    });
}

/** Why a name cannot be taken; undefined when it can. */
export function nameFault(name: string, others: readonly SavedList[]): 'missing' | 'taken' | undefined {
    if (!name.trim()) return 'missing';
    return others.some((one) => one.name === name.trim()) ? 'taken' : undefined;
}

interface Saved {
    lists: Readonly<Ref<readonly SavedList[]>>;
    add(name: string, view: CaseListView, narrowing: Narrowing): void;
    rename(id: string, name: string): void;
    remove(id: string): void;
}

/** The lists that somebody named; they stay in this browser, each person's own. */
export function useSavedLists(): Saved {
    const { session } = useSession();
    const key = `jingwei.work.saved.${session.value?.account ?? ''}`;
    const lists = ref<SavedList[]>(readSaved(localStorage.getItem(key)));
    function keep(changed: SavedList[]): void {
        lists.value = changed;
        localStorage.setItem(key, JSON.stringify(changed));
    }
    return {
        lists: computed(() => lists.value),
        add: (name, view, narrowing) => keep([...lists.value, { id: newId(), name: name.trim(), view, narrowing }]),
        rename: (id, name) => keep(lists.value.map((one) => (one.id === id ? { ...one, name: name.trim() } : one))),
        remove: (id) => keep(lists.value.filter((one) => one.id !== id)),
    };
}
