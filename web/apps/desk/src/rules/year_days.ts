import type { DayException } from '@jingwei/api';
import { dayAfter, weekdayOf, type Named } from './days';

/** What a day of the calendar is: holidays and made-up days are the exceptions of its year. */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'made_up';

export interface Cell {
    day: string;
    number: number;
    kind: DayKind;
    /** The holiday that it is off for, or worked for. */
    holiday?: Named;
}

export interface Month {
    number: number;
    /** From Monday to Sunday; days of other months are left out. */
    weeks: (Cell | undefined)[][];
}

const kSaturday = 5;

function cellOf(day: string, exception: Readonly<DayException> | undefined): Cell {
    const number = Number(day.slice(8));
    if (exception) return { day, number, kind: exception.working ? 'made_up' : 'holiday', holiday: exception };
    return { day, number, kind: weekdayOf(day) >= kSaturday ? 'weekend' : 'work' };
}

function weeksOf(cells: readonly Cell[]): (Cell | undefined)[][] {
    const before = weekdayOf(cells[0]?.day ?? '');
    const line = [...Array.from<Cell | undefined>({ length: before }), ...cells];
    const weeks: (Cell | undefined)[][] = [];
    for (let at = 0; at < line.length; at += 7) weeks.push(Array.from({ length: 7 }, (_, day) => line[at + day]));
    return weeks;
}

export function monthsOf(year: number, exceptions: readonly Readonly<DayException>[]): Month[] {
    const known = new Map(exceptions.map((one) => [one.day, one]));
    const months = Array.from({ length: 12 }, (): Cell[] => []);
    for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = dayAfter(day)) {
        months[Number(day.slice(5, 7)) - 1]?.push(cellOf(day, known.get(day)));
    }
    return months.map((cells, at) => ({ number: at + 1, weeks: weeksOf(cells) }));
}

/** A holiday as the notice of the year tells it: when it is off, and which days are worked for it. */
export interface Break extends Named {
    stretches: { from: string; to: string }[];
    daysOff: number;
    madeUp: string[];
}

function addOff(holiday: Break, day: string): void {
    const last = holiday.stretches.at(-1);
    if (last && dayAfter(last.to) === day) last.to = day;
    else holiday.stretches.push({ from: day, to: day });
    ++holiday.daysOff;
}

/** The holidays of a year in the order in which they begin. */
export function breaksOf(exceptions: readonly Readonly<DayException>[]): Break[] {
    const found = new Map<string, Break>();
    for (const one of [...exceptions].sort((a, b) => a.day.localeCompare(b.day))) {
        const key = `${one.holiday} ${one.name_zh}`;
        const holiday = found.get(key) ?? { name_zh: one.name_zh, name_en: one.name_en, stretches: [], daysOff: 0, madeUp: [] };
        found.set(key, holiday);
        if (one.working) holiday.madeUp.push(one.day);
        else addOff(holiday, one.day);
    }
    const begins = (one: Break): string => one.stretches[0]?.from ?? one.madeUp[0] ?? '';
    return [...found.values()].sort((a, b) => begins(a).localeCompare(begins(b)));
}
