import { ApiProblem, cases, newId, type Action, type CaseView, type StepReceipt, type StepView } from '@jingwei/api';
import { readonly, ref, shallowRef, watch, type DeepReadonly, type Ref } from 'vue';
import { useLive } from '@/live/live';
import { useSession } from '@/session/session';
import { stepsSince } from './timeline';

export type StepInputs = Record<string, unknown>;

/** Does a step as it stands after step `seen`: whoever has not read a later one is refused. */
export type Act = (action: Action, stepId: string, seen: number, inputs: StepInputs) => Promise<StepReceipt>;

interface CaseStore {
    view: Readonly<Ref<DeepReadonly<CaseView> | undefined>>;
    problem: Readonly<Ref<ApiProblem | undefined>>;
    /** What others have done since the reader looked last. */
    news: Readonly<Ref<DeepReadonly<StepView[]>>>;
    reload(): Promise<void>;
    /** Does it and shows what became of it. `stepId` stays the same when the reader tries the same step again. */
    act: Act;
    watchIt(watched: boolean): Promise<void>;
    /** What others did after step `no`. */
    since(no: number): DeepReadonly<StepView[]>;
    /** The news have been read. */
    haveRead(): void;
}

/** The case on the screen: read at once, again when somebody moves it, and after each own step. */
export function useCase(id: Ref<string>): CaseStore {
    const view = ref<CaseView>();
    const problem = ref<ApiProblem>();
    const news = shallowRef<DeepReadonly<StepView[]>>([]);
    const { session } = useSession();
    /** The steps sent from here; those of another window are known by their account. */
    const own = new Set<string>();
    let read = 0;

    const isOwn = (step: DeepReadonly<StepView>): boolean => own.has(step.id) || (step.by.id !== null && step.by.id === session.value?.account);
    const since = (no: number): DeepReadonly<StepView[]> => stepsSince(view.value?.steps ?? [], no, isOwn);

    function haveRead(): void {
        read = view.value?.step_no ?? read;
        news.value = [];
    }

    async function reload(): Promise<void> {
        const wanted = id.value;
        try {
            const found = await cases.read(wanted);
            if (wanted !== id.value) return;
            const isFirst = view.value === undefined;
            view.value = found;
            problem.value = undefined;
            if (isFirst) haveRead();
            else news.value = since(read);
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
            if (wanted === id.value) problem.value = failure;
        }
    }

    async function act(action: Action, stepId: string, seen: number, inputs: StepInputs): Promise<StepReceipt> {
        own.add(stepId);
        const receipt = await cases.step(id.value, action, { ...inputs, step_id: stepId, expected_step: seen });
        read = receipt.step_no;
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
        news.value = [];
        void reload();
    }, { immediate: true });

    return {
        view: readonly(view), problem: readonly(problem) as Readonly<Ref<ApiProblem | undefined>>, news, reload, act, watchIt, since, haveRead,
    };
}

export { newId };
