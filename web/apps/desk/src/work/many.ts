import { ApiProblem, cases, newId, type Action, type CaseRow, type CaseView } from '@jingwei/api';
import { computed, readonly, ref, type DeepReadonly, type Ref } from 'vue';
import { fieldsOf, type Field } from '@/case/action_forms';
import { inTurn } from './in_turn';

/**
 * What may be done to many with one input. What has to be judged case by case (verifying, returning, plates, what
 * ends or hides a case) is not among them.
 */
export const manyActions: readonly Action[] = [
    'accept', 'assign', 'sign', 'pass_up', 'answer', 'close', 'archive', 'urge', 'instruct', 'comment',
];
export const kAtOnce = 3;

export type Fate = 'waiting' | 'running' | 'done' | 'failed';

export interface Task {
    id: string;
    code: string;
    summary: string;
    /** Stays the same when it is tried again: what was done and only not heard of is not done twice. */
    stepId: string;
    fate: Fate;
    /** Why it was not done, in the server's words; empty when it had none. */
    reason: string;
    offline: boolean;
}

export interface Run {
    action: Action;
    inputs: Record<string, unknown>;
    tasks: Task[];
}

/** The inputs of an action on many: a file belongs to one case. */
export function fieldsForMany(action: Action): readonly Field[] {
    return fieldsOf(action).filter((field) => field.kind !== 'files');
}

/** Why the case does not let it be done now; undefined when it does. */
export function refusalOf(view: DeepReadonly<CaseView>, action: Action): string | undefined {
    const offer = view.actions.find((one) => one.action === action);
    return offer?.allowed ? undefined : (offer?.reason ?? '');
}

class NotOffered extends Error {}

async function doOne(task: Task, action: Action, inputs: Record<string, unknown>): Promise<void> {
    const view = await cases.read(task.id);
    if (view.steps.some((step) => step.id === task.stepId)) return;
    const refusal = refusalOf(view, action);
    if (refusal !== undefined) throw new NotOffered(refusal);
    await cases.step(task.id, action, { ...inputs, step_id: task.stepId, expected_step: view.step_no });
}

async function attempt(task: Task, action: Action, inputs: Record<string, unknown>): Promise<void> {
    Object.assign(task, { fate: 'running', reason: '', offline: false });
    try {
        await doOne(task, action, inputs);
        task.fate = 'done';
    } catch (failure) {
        const problem = failure instanceof ApiProblem ? failure : undefined;
        task.fate = 'failed';
        task.offline = problem?.kind === 'offline';
        task.reason = problem?.faults[0]?.sentence || (problem ?? (failure instanceof NotOffered ? failure : undefined))?.message || '';
        if (!problem && !(failure instanceof NotOffered)) reportError(failure);  // of ours; the others go on
    }
}

const run = ref<Run>();
const running = ref(false);
const keepOpen = (event: BeforeUnloadEvent): void => event.preventDefault();

async function work(): Promise<void> {
    const now = run.value;
    if (!now || running.value) return;
    running.value = true;
    window.addEventListener('beforeunload', keepOpen);
    try {
        const left = now.tasks.filter((task) => task.fate === 'waiting');
        await inTurn(left, kAtOnce, (task) => attempt(task, now.action, now.inputs));
    } finally {
        window.removeEventListener('beforeunload', keepOpen);
        running.value = false;
    }
}

interface Many {
    run: Readonly<Ref<DeepReadonly<Run> | undefined>>;
    running: Readonly<Ref<boolean>>;
    ended: Readonly<Ref<number>>;
    begin(action: Action, inputs: Record<string, unknown>, rows: DeepReadonly<CaseRow[]>): Promise<void>;
    /** Once more those that were not done. */
    again(): Promise<void>;
    close(): void;
}

/** One action on many cases and what became of it. It goes on, and its report stays, wherever its reader goes. */
export function useMany(): Many {
    return {
        run: readonly(run),
        running: readonly(running),
        ended: computed(() => run.value?.tasks.filter((task) => task.fate === 'done' || task.fate === 'failed').length ?? 0),
        begin(action, inputs, rows) {
            if (running.value) return Promise.resolve();
            const tasks = rows.map(({ id, code, summary }): Task => (
                { id, code, summary, stepId: newId(), fate: 'waiting', reason: '', offline: false }
            ));
            run.value = { action, inputs, tasks };
            return work();
        },
        again() {
            for (const task of run.value?.tasks ?? []) if (task.fate === 'failed') task.fate = 'waiting';
            return work();
        },
        close() {
            if (!running.value) run.value = undefined;
        },
    };
}
