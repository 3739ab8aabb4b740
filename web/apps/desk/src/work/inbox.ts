import { ApiProblem, cases, type CaseQuery, type CaseRow, type InboxCounts } from '@jingwei/api';
import { onScopeDispose, readonly, ref, watch, type DeepReadonly, type Ref } from 'vue';
import { useLive } from '@/live/live';

const kPage = 30;
const kMostAtOnce = 100;
const kSettleMs = 800;
const kMostKept = 12;

/** A list as its reader left it. */
interface Kept {
    rows: CaseRow[];
    next?: string;
    pages: number;
}

const kept = new Map<string, Kept>();

function keep(key: string, list: Kept): void {
    kept.delete(key);
    kept.set(key, list);
    const [oldest] = kept.keys();
    if (kept.size > kMostKept && oldest !== undefined) kept.delete(oldest);
}

interface Inbox {
    rows: Readonly<Ref<DeepReadonly<CaseRow[]>>>;
    counts: Readonly<Ref<DeepReadonly<InboxCounts> | undefined>>;
    problem: Readonly<Ref<ApiProblem | undefined>>;
    loading: Readonly<Ref<boolean>>;
    more: Readonly<Ref<boolean>>;
    /** Changes heard while the reader was deep in the list; 0 when the list is fresh. */
    behind: Readonly<Ref<number>>;
    connected: Readonly<Ref<boolean>>;
    reload(): Promise<void>;
    loadMore(): Promise<void>;
}

/**
 * One list of cases that keeps itself fresh. `query` decides which one. Coming back to a list shows it at once, as long
 * as it was, and then afresh.
 */
export function useInbox(query: Ref<CaseQuery>): Inbox {
    const rows = ref<CaseRow[]>([]);
    const counts = ref<InboxCounts>();
    const problem = ref<ApiProblem>();
    const loading = ref(true);
    const next = ref<string>();
    const more = ref(false);
    const behind = ref(0);
    let running: AbortController | undefined;
    let settling: ReturnType<typeof setTimeout> | undefined;
    let pages = 0;

    function show(list: Kept): void {
        rows.value = list.rows;
        pages = list.pages;
        next.value = list.next;
        more.value = list.next !== undefined;
    }

    /** As many as the reader had, also when one answer does not hold them. */
    async function readSome(count: number, after: string | undefined, signal: AbortSignal): Promise<{ items: CaseRow[]; next?: string }> {
        const items: CaseRow[] = [];
        let next = after;
        do {
            const page = await cases.list({ ...query.value, limit: Math.min(kMostAtOnce, count - items.length), after: next }, signal);
            items.push(...page.items);
            next = page.next ?? undefined;
        } while (next && items.length < count);
        return { items, next };
    }

    async function fetchPage(after?: string): Promise<void> {
        running?.abort();
        const mine = new AbortController();
        running = mine;
        const key = JSON.stringify(query.value);
        const again = after ? 1 : Math.max(1, pages);
        try {
            const read = await readSome(again * kPage, after, mine.signal);
            if (mine.signal.aborted) return;
            show({
                rows: after ? [...rows.value, ...read.items] : read.items, next: read.next, pages: after ? pages + 1 : again,
            });
            keep(key, { rows: rows.value, next: next.value, pages });
            problem.value = undefined;
            if (!after) behind.value = 0;
        } catch (failure) {
            if (mine.signal.aborted) return;
            if (!(failure instanceof ApiProblem)) throw failure;
            problem.value = failure;
        } finally {
            if (running === mine) loading.value = false;
        }
    }

    async function count(): Promise<void> {
        try {
            counts.value = await cases.counts();
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
        }
    }

    async function reload(): Promise<void> {
        await Promise.all([fetchPage(), count()]);
    }

    function heard(): void {
        ++behind.value;
        clearTimeout(settling);
        settling = setTimeout(() => void (pages > 1 ? count() : reload()), kSettleMs);
    }

    const { connected } = useLive(heard, () => void reload());
    onScopeDispose(() => {
        running?.abort();
        clearTimeout(settling);
    });
    watch(() => JSON.stringify(query.value), (key) => {
        const known = kept.get(key);
        show(known ?? { rows: [], pages: 0 });
        loading.value = known === undefined;
        void reload();
    }, { immediate: true });

    return {
        rows: readonly(rows), counts: readonly(counts), problem: readonly(problem) as Readonly<Ref<ApiProblem | undefined>>,
        loading: readonly(loading), more: readonly(more), behind: readonly(behind), connected, reload,
        async loadMore() {
            if (next.value && !loading.value) {
                loading.value = true;
                await fetchPage(next.value);
            }
        },
    };
}
