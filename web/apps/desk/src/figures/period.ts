/** Spans of days in the time of the county; both ends are days that belong to it. */
export interface Period {
    first: string;
    last: string;
}

export const spans = ['month', 'last_month', 'quarter', 'year'] as const;
export type Span = (typeof spans)[number];

const kZone = '+08:00';
const kDayMs = 86_400_000;
const kLongestDays = 366;

const text = (year: number, month: number, day: number): string =>
    new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** The period that a name means on that day, up to and with that day. */
export function periodOf(span: Span, today: string): Period {
    const [year = 0, month = 0] = today.split('-').map(Number);
    if (span === 'last_month') return { first: text(year, month - 1, 1), last: text(year, month, 0) };
    const begins = { month, quarter: month - ((month - 1) % 3), year: 1 }[span];
    return { first: text(year, begins, 1), last: today };
}

/** The name of a period, when it has one. */
export function spanOf(period: Period, today: string): Span | undefined {
    return spans.find((span) => {
        const { first, last } = periodOf(span, today);
        return first === period.first && last === period.last;
    });
}

export function daysOf({ first, last }: Period): number {
    return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / kDayMs) + 1;
}

/** Two real days in their order, and not more of them than figures are made of. */
export function isSound(period: Period): boolean {
    const count = daysOf(period);
    return Number.isFinite(count) && count >= 1 && count <= kLongestDays;
}

/** As the server is asked: from the first moment of the first day to the first moment after the last. */
export function momentsOf({ first, last }: Period): { from: string; to: string } {
    const [year = 0, month = 0, day = 0] = last.split('-').map(Number);
    return { from: `${first}T00:00:00${kZone}`, to: `${text(year, month, day + 1)}T00:00:00${kZone}` };
}

/** So long that a point for each day would say nothing. */
export function isByMonth(period: Period): boolean {
    return daysOf(period) > 92;
}
