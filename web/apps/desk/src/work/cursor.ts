import { nextTick, readonly, ref, watch, type Ref } from 'vue';

/** Where the cursor stood in each list, for whoever comes back to it. */
const kept = new Map<string, string>();

interface Cursor {
    /** The case under it. */
    at: Readonly<Ref<string | undefined>>;
    set(id: string): void;
    /** Puts the cursor there and the focus on it. */
    go(id: string | undefined): void;
    /** By so many rows; from nowhere to the first. */
    move(by: number): void;
    /** Shows it again without moving the page: for whoever comes back. */
    restore(): void;
}

/**
 * The row that the keys speak of. It is the row that has the focus, so that a screen reader tells it like every other
 * link; it stays marked when the focus goes elsewhere.
 */
export function useCursor(order: Readonly<Ref<readonly { readonly id: string }[]>>, list: Readonly<Ref<string>>): Cursor {
    const at = ref<string>();
    let place = 0;

    function set(id: string): void {
        at.value = id;
        place = order.value.findIndex((row) => row.id === id);
        kept.set(list.value, id);
    }

    function focus(preventScroll: boolean): void {
        const id = at.value;
        if (id) void nextTick(() => document.querySelector<HTMLElement>(`[data-case="${id}"]`)?.focus({ preventScroll }));
    }

    function go(id: string | undefined): void {
        if (!id) return;
        set(id);
        focus(false);
    }

    function move(by: number): void {
        const from = order.value.findIndex((row) => row.id === at.value);
        const to = from < 0 ? 0 : Math.min(order.value.length - 1, Math.max(0, from + by));
        go(order.value[to]?.id);
    }

    watch(list, (key) => (at.value = kept.get(key)), { immediate: true });
    // What was under it has left the list: the next one moved up to its place.
    watch(order, (rows) => {
        if (!at.value || rows.length === 0) return;
        const now = rows.findIndex((row) => row.id === at.value);
        if (now >= 0) place = now;
        else at.value = rows[Math.min(Math.max(0, place), rows.length - 1)]?.id;
    });

    return { at: readonly(at), set, go, move, restore: () => focus(true) };
}
