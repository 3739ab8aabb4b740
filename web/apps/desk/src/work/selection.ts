import type { CaseRow } from '@jingwei/api';
import { computed, readonly, ref, watch, type DeepReadonly, type Ref } from 'vue';

type Rows = DeepReadonly<CaseRow[]>;

export interface Selection {
    ids: Readonly<Ref<ReadonlySet<string>>>;
    /** Those of them that are loaded, in the order of the list. */
    rows: Readonly<Ref<Rows>>;
    /** One more or one less; with `through` all between it and the one before become what it becomes. */
    toggle(id: string, through?: boolean): void;
    all(): void;
    clear(): void;
}

/** Which rows are selected; another list begins with none. */
export function useSelection(order: Readonly<Ref<Rows>>, list: Readonly<Ref<string>>): Selection {
    const ids = ref(new Set<string>());
    let last: string | undefined;

    function toggle(id: string, through = false): void {
        const on = !ids.value.has(id);
        const places = [last, id].map((one) => order.value.findIndex((row) => row.id === one));
        const [from = 0, to = 0] = places.sort((one, other) => one - other);
        const meant = through && from >= 0 ? order.value.slice(from, to + 1).map((row) => row.id) : [id];
        for (const one of meant) {
            if (on) ids.value.add(one);
            else ids.value.delete(one);
        }
        last = id;
    }

    function clear(): void {
        ids.value.clear();
        last = undefined;
    }

    watch(list, clear);
    return {
        ids: readonly(ids) as Selection['ids'], rows: computed(() => order.value.filter((row) => ids.value.has(row.id))), toggle,
        all: () => order.value.forEach((row) => ids.value.add(row.id)), clear,
    };
}
