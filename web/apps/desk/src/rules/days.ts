/** Days as "2026-02-27", without a time of day and therefore without a zone. */

const kDayMs = 86_400_000;

export interface Named {
    readonly name_zh: string;
    readonly name_en: string;
}

export function nameIn(language: string, one: Named): string {
    return language === 'en' ? one.name_en : one.name_zh;
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

export function dayAfter(day: string, count = 1): string {
    return new Date(asDate(day).getTime() + count * kDayMs).toISOString().slice(0, 10);
}

/** Monday is 0. */
export function weekdayOf(day: string): number {
    return (asDate(day).getUTCDay() + 6) % 7;
}

function words(day: string, language: string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(asDate(day));
}

/** "2月27日周五" */
export function dayWords(day: string, language: string): string {
    return words(day, language, { month: language === 'en' ? 'short' : 'long', day: 'numeric', weekday: 'short' });
}

/** "2月", "February" */
export function monthWords(month: number, language: string): string {
    return words(`2001-${String(month).padStart(2, '0')}-01`, language, { month: 'long' });
}

/** The heads of a week's columns, from Monday: whole for the ear, one letter for the eye. */
export function weekdayHeads(language: string): readonly { whole: string; short: string }[] {
    const kMonday = '2001-01-01';
    return Array.from({ length: 7 }, (_, at) => dayAfter(kMonday, at)).map((day) => ({
        whole: words(day, language, { weekday: 'long' }),
        short: words(day, language, { weekday: 'narrow' }),
    }));
}
