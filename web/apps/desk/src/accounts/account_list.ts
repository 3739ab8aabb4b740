import { ApiProblem, accounts, type Account } from '@jingwei/api';
import { readonly, ref, shallowRef, watch, type Ref } from 'vue';

export interface AccountList {
    items: Readonly<Ref<readonly Account[] | undefined>>;
    next: Readonly<Ref<string | null>>;
    problem: Readonly<Ref<ApiProblem | undefined>>;
    loading: Readonly<Ref<boolean>>;
    /** From the beginning. */
    reload(): Promise<void>;
    /** The next page, after those that are there. */
    more(): Promise<void>;
    /** Shows what has become of one of them. */
    replace(account: Account): void;
}

const kPage = 50;

/** The accounts that `q` finds, page after page. */
export function useAccountList(q: Ref<string>): AccountList {
    const items = shallowRef<readonly Account[]>();
    const next = ref<string | null>(null);
    const problem = shallowRef<ApiProblem>();
    const loading = ref(false);
    let asked = 0;

    async function read(after: string | null): Promise<void> {
        const mine = ++asked;
        loading.value = true;
        try {
            const page = await accounts.list({ ...(q.value && { q: q.value }), ...(after && { after }), limit: kPage });
            if (mine !== asked) return;
            items.value = [...(after ? (items.value ?? []) : []), ...page.items];
            next.value = page.next;
            problem.value = undefined;
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
            if (mine === asked) problem.value = failure;
        } finally {
            if (mine === asked) loading.value = false;
        }
    }
    watch(q, () => read(null), { immediate: true });

    return {
        items, next: readonly(next), problem, loading: readonly(loading),
        reload: () => read(null),
        more: () => read(next.value),
        replace: (account) => (items.value = items.value?.map((one) => (one.id === account.id ? account : one))),
    };
}
