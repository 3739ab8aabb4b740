import type { CaseView, State, StepView } from '@jingwei/api';
import type { DeepReadonly } from 'vue';
import type { Say } from '@/i18n';
import { limitWords } from './explanation';

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

/** Who took a step: a person by his name, a resident without one, or the system. */
export function nameOfStep(step: DeepReadonly<Pick<StepView, 'by' | 'capacity'>>, t: Say): string {
    return step.by.name || t(step.capacity === 'reporter' ? 'case.timeline.resident' : 'case.timeline.system');
}

/** What others did after the step with that number. */
export function stepsSince(steps: DeepReadonly<StepView[]>, seen: number, isOwn: (step: DeepReadonly<StepView>) => boolean): DeepReadonly<StepView[]> {
    return steps.filter((step) => step.no > seen && !isOwn(step));
}

/** What was done, as a verb; of a report that was merged in or taken out, which one. */
export function deedOf({ step, report }: Pick<TimelineLine, 'step' | 'report'>, t: Say): string {
    return report ? t(`case.timeline.report_${step.action}`, { code: report }) : t(`case.done.${step.action}`);
}

/** To whom, where to, for how long: what a step names beside its words. */
export function additionsOf(step: TimelineLine['step'], t: Say): string[] {
    const { unit, node, other_code, limit, solved, satisfied } = step;
    return [
        unit && t('case.timeline.to_unit', { name: unit.name }),
        node && t(`case.timeline.${step.action === 'report' ? 'point_in' : 'to_node'}`, { name: node.name }),
        other_code && t(`case.timeline.${step.action === 'unmerge' ? 'parted_from' : 'merged_into'}`, { code: other_code }),
        limit && limitWords(t, limit),
        solved && t('case.timeline.solved', { word: t(`case.verdict.${solved}`) }),
        satisfied && t('case.timeline.satisfied', { word: t(`case.verdict.${satisfied}`) }),
    ].filter((part): part is string => Boolean(part));
}
