import { ApiProblem, cases, newId, type Action, type CaseView, type StepReceipt } from '@jingwei/api';
import { readonly, ref, watch, type DeepReadonly, type Ref } from 'vue';
import { useLive } from '@/live/live';

export type StepInputs = Record<string, unknown>;

interface CaseStore {
    view: Readonly<Ref<DeepReadonly<CaseView> | undefined>>;
    problem: Readonly<Ref<ApiProblem | undefined>>;
    reload(): Promise<void>;
    /** Does it and shows what became of it. `stepId` stays the same when the reader tries the same step again. */
    act(action: Action, stepId: string, inputs: StepInputs): Promise<StepReceipt>;
    watchIt(watched: boolean): Promise<void>;
}

/** The case on the screen: read at once, again when somebody moves it, and after each own step. */
export function useCase(id: Ref<string>): CaseStore {
    const view = ref<CaseView>();
    const problem = ref<ApiProblem>();

    async function reload(): Promise<void> {
        const wanted = id.value;
        try {
            const read = await cases.read(wanted);
            if (wanted !== id.value) return;
            view.value = read;
            problem.value = undefined;
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
            if (wanted === id.value) problem.value = failure;
        }
    }

    async function act(action: Action, stepId: string, inputs: StepInputs): Promise<StepReceipt> {
        const current = view.value;
        if (!current) throw new ApiProblem('missing', 'case_not_found', '');
        const receipt = await cases.step(current.id, action, {
            ...inputs, step_id: stepId, expected_step: current.step_no,
        });
        await reload();
        return receipt;
    }

    async function watchIt(watched: boolean): Promise<void> {
        if (!view.value) return;
        view.value.watched = (await cases.watch(view.value.id, watched)).watched;
    }

    useLive(
        (change) => {
            const current = view.value;
            if (current && change.id === current.id && change.step_no !== current.step_no) void reload();
        },
        () => void reload(),
    );
    watch(id, () => {
        view.value = undefined;
        void reload();
    }, { immediate: true });

    return {
        view: readonly(view), problem: readonly(problem) as Readonly<Ref<ApiProblem | undefined>>, reload, act, watchIt,
    };
}

export { newId };
