import type { CaseView, State, StepView } from '@jingwei/api';
import type { DeepReadonly } from 'vue';

type View = DeepReadonly<Pick<CaseView, 'steps' | 'merge_steps'>>;
type Told = Pick<StepView, 'id' | 'action' | 'at' | 'by' | 'capacity' | 'state' | 'text' | 'files'>;

/** What a line shows of a step, and the state of the case before it. */
export interface TimelineLine {
    step: DeepReadonly<Told & Partial<StepView>>;
    before?: State;
    /** The report that was merged into this case or taken out again; the step is that report's. */
    report?: string;
}

/** The case's own steps, and between them, by time, what was merged in and taken out. */
export function linesOf({ steps, merge_steps }: View): TimelineLine[] {
    const own = steps.map((step, at): TimelineLine => ({ step, before: steps[at - 1]?.state }));
    const merges = merge_steps.map(({ id, action, at, by, capacity, text, code }): TimelineLine => {
        const state = steps.filter((step) => Date.parse(step.at) <= Date.parse(at)).at(-1)?.state ?? 'reported';
        return { step: { id, action, at, by, capacity, state, text, files: [] }, before: state, report: code };
    });
    return [...own, ...merges].sort((one, other) => Date.parse(one.step.at) - Date.parse(other.step.at));
}
