import type { Explanation } from '@jingwei/api';
import { dayOf } from '@jingwei/ui';
import type { DeepReadonly } from 'vue';
import { dayAfter, type Named } from './days';

type Told = DeepReadonly<Explanation>;

/** Days in a row that are told in one line. */
export interface Run {
    /** `waits`: it came after closing time, and counting begins later. */
    kind: 'waits' | 'start' | 'counts' | 'made_up' | 'off';
    from: string;
    to: string;
    /** Which of the days of the limit these are; 0 where they are not numbered. */
    first: number;
    last: number;
    /** Why they are off or made up; a weekend has none. */
    holiday?: Named;
    /** The limit ends on the last of them. */
    ends: boolean;
}

type Day = Omit<Run, 'from' | 'to' | 'first' | 'last' | 'ends'> & { numbered: boolean };

function workingDay(told: Told, day: string): Day {
    const skip = told.skipped.find((one) => one.from <= day && day <= one.to);
    if (skip) return { kind: 'off', holiday: skip.reason === 'holiday' ? skip : undefined, numbered: false };
    if (day < dayOf(told.deadline.counts_from)) return { kind: 'waits', numbered: false };
    const madeUp = told.made_up.find((one) => one.day === day);
    return { kind: madeUp ? 'made_up' : 'counts', holiday: madeUp, numbered: told.limit.unit === 'working_days' };
}

function dayIn(told: Told, day: string, counted: number): Day {
    if (day === dayOf(told.deadline.counts_from)) return { kind: 'start', numbered: false };
    // Natural days count whatever they are; only beyond the last of them is a day off that the end moves over.
    if (told.limit.unit === 'natural_days' && counted < told.limit.amount) return { kind: 'counts', numbered: true };
    return workingDay(told, day);
}

const toldByDay = new Set(['working_hours', 'natural_days', 'working_days']);

/**
 * The days of a limit from its start to its end, those alike and in a row as one. Empty for what runs day and night
 * in hours, and when more days were off than the server lists.
 */
export function trailOf(told: Told): Run[] {
    if (!toldByDay.has(told.limit.unit) || told.shortened) return [];
    const due = dayOf(told.deadline.due);
    const runs: Run[] = [];
    let counted = 0;
    for (let day = dayOf(told.deadline.start); day <= due; day = dayAfter(day)) {
        const one = dayIn(told, day, counted);
        if (one.numbered) ++counted;
        addDay(runs, day, one, one.numbered ? counted : 0);
    }
    const last = runs.at(-1);
    if (last) last.ends = true;
    return runs;
}

function addDay(runs: Run[], day: string, { kind, holiday }: Day, number: number): void {
    const last = runs.at(-1);
    const alike = last && last.kind === kind && kind !== 'start' && last.holiday?.name_zh === holiday?.name_zh
        && (last.first === 0) === (number === 0);
    if (alike) {
        last.to = day;
        last.last = number;
    } else {
        runs.push({ kind, from: day, to: day, first: number, last: number, holiday, ends: false });
    }
}
