import { ApiProblem } from '@jingwei/api';
import { onScopeDispose, readonly, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue';

export interface Loaded<Value> {
    /** What was read last; undefined before the first answer. */
    value: Readonly<Ref<Value | undefined>>;
    /** Why the last attempt failed; undefined when it did not. */
    problem: Readonly<Ref<ApiProblem | undefined>>;
    loading: Readonly<Ref<boolean>>;
    reload(): Promise<void>;
}

/**
 * Reads something now and whenever `when` changes. An answer that is no longer wanted is dropped; what was read before
 * stays on the screen until the next answer is there.
 */
export function useLoad<Value>(read: (signal: AbortSignal) => Promise<Value>, when?: WatchSource | WatchSource[]): Loaded<Value> {
    const value = shallowRef<Value>();
    const problem = shallowRef<ApiProblem>();
    const loading = ref(true);
    let running: AbortController | undefined;

    async function reload(): Promise<void> {
        running?.abort();
        const mine = new AbortController();
        running = mine;
        loading.value = true;
        try {
            const answer = await read(mine.signal);
            if (mine.signal.aborted) return;
            value.value = answer;
            problem.value = undefined;
        } catch (failure) {
            if (mine.signal.aborted) return;
            if (!(failure instanceof ApiProblem)) throw failure;
            problem.value = failure;
        } finally {
            if (running === mine) loading.value = false;
        }
    }

    onScopeDispose(() => running?.abort());
    if (when) watch(when, reload);
    void reload();
    return { value, problem, loading: readonly(loading), reload };
}
