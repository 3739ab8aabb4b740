import { ApiProblem } from '@jingwei/api';
import { computed, ref, shallowRef, type Ref, type WatchSource } from 'vue';
import { useLoad, type Loaded } from '@/shell/use_load';

interface PageOf<Item> {
    items: Item[];
    next: string | null;
}

interface Pages<Item> {
    /** Undefined before the first answer. */
    items: Readonly<Ref<readonly Item[] | undefined>>;
    first: Loaded<PageOf<Item>>;
    /** Whether there is more to read. */
    more: Readonly<Ref<boolean>>;
    reading: Readonly<Ref<boolean>>;
    /** Why the last further page could not be read. */
    fault: Readonly<Ref<string>>;
    readMore(): Promise<void>;
    reload(): Promise<void>;
}

/** A list that is read page by page, from the beginning whenever `when` changes. */
export function usePages<Item>(read: (after?: string) => Promise<PageOf<Item>>, when?: WatchSource | WatchSource[]): Pages<Item> {
    const further = shallowRef<PageOf<Item>[]>([]);
    const reading = ref(false);
    const fault = ref('');
    const first = useLoad(async () => {
        const page = await read();
        further.value = [];
        fault.value = '';
        return page;
    }, when);
    const last = computed(() => further.value.at(-1) ?? first.value.value);
    const items = computed(() => {
        const begin = first.value.value;
        return begin && [...begin.items, ...further.value.flatMap((page) => page.items)];
    });

    async function readMore(): Promise<void> {
        const from = last.value?.next;
        if (!from || reading.value) return;
        reading.value = true;
        fault.value = '';
        try {
            const page = await read(from);
            if (last.value?.next === from) further.value = [...further.value, page];
        } catch (problem) {
            if (!(problem instanceof ApiProblem)) throw problem;
            fault.value = problem.message;
        } finally {
            reading.value = false;
        }
    }

    return { items, first, more: computed(() => Boolean(last.value?.next)), reading, fault, readMore, reload: first.reload };
}
