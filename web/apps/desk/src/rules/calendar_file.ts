import type { CalendarFile, Fault, YearView } from '@jingwei/api';
import type { DeepReadonly } from 'vue';

/** What can be read off a file before it is sent: what it will bring. */
export interface YearInFile {
    year: number;
    source: string;
    daysOff: number;
    madeUp: number;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A file of years; undefined when it is none. What is wrong inside of it, the server says. */
export function readCalendarFile(text: string): CalendarFile | undefined {
    try {
        const file: unknown = JSON.parse(text);
        return isObject(file) && Array.isArray(file.years) ? (file as unknown as CalendarFile) : undefined;
    } catch {
        return undefined;
    }
}

export function yearsIn(file: CalendarFile): YearInFile[] {
    return listIn(file.years).filter(isObject).map((one) => {
        const days = listIn(one.days).filter(isObject);
        return {
            year: Number(one.year) || 0,
            source: typeof one.source === 'string' ? one.source : '',
            daysOff: days.filter((day) => day.working === false).length,
            madeUp: days.filter((day) => day.working === true).length,
        };
    });
}

/** Where in a file a refusal points: the year, and the entry of it with its day, as far as they can be read. */
export interface FaultPlace {
    year?: string;
    entry?: number;
    day?: string;
}

export function placeOf(fault: DeepReadonly<Fault>, file: CalendarFile): FaultPlace {
    const [, years, yearAt, days, dayAt] = fault.field.split('/');
    if (years !== 'years' || yearAt === undefined) return {};
    const year = listIn(file.years)[Number(yearAt)];
    if (!isObject(year)) return {};
    const place: FaultPlace = { year: String(year.year ?? '') || undefined };
    if (days !== 'days' || dayAt === undefined) return place;
    const day = listIn(year.days)[Number(dayAt)];
    return { ...place, entry: Number(dayAt) + 1, day: isObject(day) && typeof day.day === 'string' ? day.day : undefined };
}

/** A year as a file of the shape that is taken in: a beginning for whoever writes the next one. */
export function fileOf({ summary, days }: DeepReadonly<YearView>): string {
    const file: CalendarFile = {
        years: [{
            year: summary.year,
            source: summary.source,
            days: days.map(({ day, working, holiday, name_zh, name_en }) => ({ day, working, holiday, name_zh, name_en })),
        }],
    };
    return `${JSON.stringify(file, null, 2)}\n`;
}
