import type { CaseView, ClockView, Light } from '@jingwei/api';
import { shortTime, spanTo } from '@jingwei/ui';
import type { DeepReadonly } from 'vue';
import type { Say } from '@/i18n';
import { limitWords } from './explanation';

type Clock = DeepReadonly<ClockView>;

/** "剩 5 小时" or "超期 3 天": what a light says beyond its colour. */
export function lightWords(t: Say, due: string, now = new Date()): string {
    const span = spanTo(due, now);
    return t(`case.${span.past ? 'over' : 'left'}.${span.unit}`, { count: span.count });
}

/** A light that the reader can be told about. */
export interface Shown {
    light: Light;
    words: string;
}

/** The clock whose light the case shows: that of its stage, or the one that stands still. */
export function shownClock({ clocks, light_stage }: DeepReadonly<Pick<CaseView, 'clocks' | 'light_stage'>>): Clock | undefined {
    const live = clocks.filter((one) => one.end === 'running' || one.end === 'paused');
    return live.find((one) => one.stage === light_stage) ?? live.find((one) => one.end === 'paused');
}

/** Why a clock has the light that it has: which limit, since when, and what changes it next. */
export function lightReasons(t: Say, clock: Clock, language: string): string[] {
    const { deadline, limit } = clock.explanation;
    const at = (time: string): string => shortTime(time, language);
    const named = { yellow: at(deadline.yellow_from), due: at(deadline.due) };
    const runs = t('case.light.runs', {
        stage: t(`case.stage.${clock.stage}`), limit: limitWords(t, limit), start: at(deadline.start), holder: clock.holder_name,
    });
    if (clock.end === 'paused') return [runs, t('case.light.because_paused', { since: at(deadline.paused_since ?? clock.started_at) })];
    return [runs, t(`case.light.because_${clock.light}`, named), t(`case.light.next_${clock.light}`, named)];
}

/** The clocks that say something: one that was dropped before it was near its end does not. */
export function toldClocks({ clocks }: DeepReadonly<Pick<CaseView, 'clocks'>>): readonly Clock[] {
    return clocks.filter((clock) => clock.end !== 'dropped' || clock.light !== 'green');
}
