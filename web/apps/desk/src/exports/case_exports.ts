import { ApiProblem, caseExports, newId, type CaseExport, type CaseQuery, type ExportFormat } from '@jingwei/api';
import { computed, ref, shallowReadonly, shallowRef } from 'vue';

const kLookAgainMs = 1000;
/** After a look that failed: the network may be back. */
const kPatienceMs = 5000;

const all = shallowRef<readonly CaseExport[]>([]);
const problem = ref<ApiProblem>();
const told = new Set<string>();
let heard: ((one: CaseExport) => void) | undefined;
let next: ReturnType<typeof setTimeout> | undefined;

export const isUnfinished = ({ state }: CaseExport): boolean => state === 'waiting' || state === 'running';

/** Which of those that were being made before are finished now. */
export function finishedSince(before: readonly CaseExport[], after: readonly CaseExport[]): CaseExport[] {
    const unfinished = new Set(before.filter(isUnfinished).map((one) => one.id));
    return after.filter((one) => unfinished.has(one.id) && !isUnfinished(one));
}

function show(list: readonly CaseExport[]): void {
    const finished = finishedSince(all.value, list);
    all.value = list;
    for (const one of finished) {
        if (told.has(one.id)) continue;
        told.add(one.id);
        heard?.(one);
    }
}

/** Looks, and looks again while something is being made. */
async function look(): Promise<void> {
    clearTimeout(next);
    try {
        show(await caseExports.list());
        problem.value = undefined;
        if (all.value.some(isUnfinished)) next = setTimeout(() => void look(), kLookAgainMs);
    } catch (failure) {
        if (!(failure instanceof ApiProblem)) throw failure;
        problem.value = failure;
        if (failure.kind === 'offline') next = setTimeout(() => void look(), kPatienceMs);
    }
}

async function ask(name: string, format: ExportFormat, query: CaseQuery): Promise<void> {
    const made = await caseExports.ask({ id: newId(), name, format, query });
    all.value = [made, ...all.value];
    next = setTimeout(() => void look(), kLookAgainMs);
}

async function remove(id: string): Promise<void> {
    await caseExports.remove(id);
    all.value = all.value.filter((one) => one.id !== id);
}

/** The reader's copies of lists. `tell` hears of each that is finished, wherever in the desk its reader is by then. */
export function useCaseExports(tell: (one: CaseExport) => void) {
    heard = tell;
    return {
        all: shallowReadonly(all),
        problem: shallowReadonly(problem),
        busy: computed(() => all.value.some(isUnfinished)),
        look, ask, remove,
    };
}
