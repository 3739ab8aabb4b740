/** Times are told in the time of the county (all of China keeps one), whatever the reader's device says. */
const kZone = 'Asia/Shanghai';
const kDayMs = 86_400_000;

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(language, { timeZone: kZone, hourCycle: 'h23', ...options });
}

/** The calendar day in the county, as "2026-02-27". */
export function dayOf(time: string | Date): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: kZone }).format(new Date(time));
}

/** "2月27日 09:30", with the year when it is not this one. */
export function shortTime(time: string | Date, language: string, now = new Date()): string {
    const year = dayOf(time).slice(0, 4) === dayOf(now).slice(0, 4) ? undefined : 'numeric';
    return formatter(language, {
        year, month: language === 'en' ? 'short' : 'long', day: 'numeric', hour: '2-digit', minute: '2-digit',
    }).format(new Date(time));
}

/** "2026年2月27日星期五 09:30" */
export function fullTime(time: string | Date, language: string): string {
    return formatter(language, {
        year: 'numeric', month: 'long', day: 'numeric', weekday: 'long', hour: '2-digit', minute: '2-digit',
    }).format(new Date(time));
}

/** "2026年2月27日星期五" */
export function fullDay(time: string | Date, language: string): string {
    return formatter(language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }).format(new Date(time));
}

/** "09:30:07" */
export function clockTime(time: string | Date, language: string): string {
    return formatter(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(time));
}

/** A day given as "2026-02-15" → "2月15日". */
export function shortDay(day: string, language: string): string {
    return formatter(language, { month: language === 'en' ? 'short' : 'long', day: 'numeric' }).format(
        new Date(`${day}T12:00:00+08:00`),
    );
}

export interface Span {
    unit: 'minutes' | 'hours' | 'days';
    count: number;
    past: boolean;
}

/** How far `time` is from `now`, in the one unit a person would use. */
export function spanTo(time: string | Date, now = new Date()): Span {
    const ms = new Date(time).getTime() - now.getTime();
    const size = Math.abs(ms);
    if (size < 3_600_000) return { unit: 'minutes', count: Math.max(1, Math.round(size / 60_000)), past: ms < 0 };
    if (size < 2 * kDayMs) return { unit: 'hours', count: Math.round(size / 3_600_000), past: ms < 0 };
    return { unit: 'days', count: Math.round(size / kDayMs), past: ms < 0 };
}
