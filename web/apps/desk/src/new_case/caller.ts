import { ApiProblem, cases, type CaseRow } from '@jingwei/api';
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';

const kPauseMs = 800;
/** A number of a village without its area code has seven digits. */
const kFewestDigits = 7;

export const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

interface Caller {
    /** What the caller has reported before; undefined before it is known. */
    earlier: Readonly<Ref<readonly CaseRow[] | undefined>>;
    problem: Readonly<Ref<ApiProblem | undefined>>;
}

/** Looks a caller up once the number stands there whole: each look is written down with its purpose, so none is made while it is typed. */
export function useCaller(phone: () => string, purpose: () => string): Caller {
    const earlier = shallowRef<readonly CaseRow[]>();
    const problem = shallowRef<ApiProblem>();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let running: AbortController | undefined;

    async function look(number: string): Promise<void> {
        const mine = new AbortController();
        running = mine;
        try {
            const found = await cases.ofCaller({ phone: number, purpose: purpose() }, mine.signal);
            if (mine.signal.aborted) return;
            earlier.value = found;
        } catch (failure) {
            if (mine.signal.aborted) return;
            if (!(failure instanceof ApiProblem)) throw failure;
            problem.value = failure;
        }
    }

    watch(() => digitsOf(phone()), (number) => {
        clearTimeout(waiting);
        running?.abort();
        earlier.value = undefined;
        problem.value = undefined;
        if (number.length >= kFewestDigits) waiting = setTimeout(() => void look(number), kPauseMs);
    }, { immediate: true });
    onScopeDispose(() => {
        clearTimeout(waiting);
        running?.abort();
    });
    return { earlier, problem };
}
