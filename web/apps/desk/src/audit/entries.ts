import { ApiProblem, audit, type AuditEntry } from '@jingwei/api';
import { readonly, ref, shallowRef, watch, type Ref } from 'vue';
import { queriesOf, type Asked } from './asked';
import { merged } from './merged';

export interface Entries {
    items: Readonly<Ref<readonly AuditEntry[] | undefined>>;
    ended: Readonly<Ref<boolean>>;
    problem: Readonly<Ref<ApiProblem | undefined>>;
    loading: Readonly<Ref<boolean>>;
    reload(): Promise<void>;
    more(): Promise<void>;
}

const kPage = 50;
/** Of each of several actions: most of them happen seldom. */
const kPageOfOne = 25;

/** What was done and is looked for, newest first, page after page. Every page is itself written into the audit. */
export function useEntries(asked: Ref<Asked>): Entries {
    const items = shallowRef<readonly AuditEntry[]>();
    const ended = ref(false);
    const problem = shallowRef<ApiProblem>();
    const loading = ref(false);
    const feedOf = (queries: ReturnType<typeof queriesOf>) => merged(queries.map((query) => (after?: string) => audit.search({
        ...query, ...(after && { after }), limit: queries.length > 1 ? kPageOfOne : kPage,
    })));
    let feed = feedOf([]);

    async function read(): Promise<void> {
        const mine = feed;
        loading.value = true;
        try {
            const taken = await mine.take(kPage);
            if (mine !== feed) return;
            items.value = [...(items.value ?? []), ...taken];
            ended.value = mine.ended();
            problem.value = undefined;
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
            if (mine === feed) problem.value = failure;
        } finally {
            if (mine === feed) loading.value = false;
        }
    }

    async function reload(): Promise<void> {
        feed = feedOf(queriesOf(asked.value));
        items.value = undefined;
        problem.value = undefined;
        await read();
    }
    watch(asked, reload, { immediate: true });

    return { items, ended: readonly(ended), problem, loading: readonly(loading), reload, more: read };
}
