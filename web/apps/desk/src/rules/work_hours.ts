/** A stretch of opening hours as it is typed: "08:30" to "12:00". */
export interface Span {
    from: string;
    until: string;
}

/** What is wrong with opening hours, and in which stretch. */
export interface SpanFault {
    at: number;
    what: 'malformed' | 'backwards' | 'overlap';
}

export const kMostSpans = 4;
const kDayMinutes = 24 * 60;

export function spansOf(hours: string): Span[] {
    return hours.split(',').map((span) => {
        const [from = '', until = ''] = span.split('-');
        return { from, until };
    });
}

/** "8:30" and a colon as Chinese keyboards write it are taken as well. */
function tidy(clock: string): string {
    const plain = clock.trim().replace('：', ':');
    return /^\d:\d\d$/.test(plain) ? `0${plain}` : plain;
}

/** Minutes after midnight; undefined for what is no time. 24:00 ends a day. */
export function minutesOf(clock: string): number | undefined {
    const [, hour, minute] = /^(\d\d):([0-5]\d)$/.exec(tidy(clock)) ?? [];
    const minutes = Number(hour) * 60 + Number(minute);
    return minutes <= kDayMinutes ? minutes : undefined;
}

export function hoursText(spans: readonly Span[]): string {
    return spans.map((span) => `${tidy(span.from)}-${tidy(span.until)}`).join(',');
}

/** The first thing that the server would refuse. */
export function faultOf(spans: readonly Span[]): SpanFault | undefined {
    let free = -1;
    for (const [at, span] of spans.entries()) {
        const from = minutesOf(span.from);
        const until = minutesOf(span.until);
        if (from === undefined || until === undefined) return { at, what: 'malformed' };
        if (until <= from) return { at, what: 'backwards' };
        if (from <= free) return { at, what: 'overlap' };
        free = until;
    }
    return undefined;
}

/** How long one working day is. */
export function minutesPerDay(spans: readonly Span[]): number {
    return spans.reduce((sum, span) => sum + Math.max(0, (minutesOf(span.until) ?? 0) - (minutesOf(span.from) ?? 0)), 0);
}

/** Hours with at most two decimals: 3.5, 7, 2.25. */
export function asHours(minutes: number): number {
    return Math.round((minutes / 60) * 100) / 100;
}

/** When lights turn yellow. */
export interface LightRule {
    yellow_percent: number;
    yellow_working_days: number;
    yellow_minutes: number;
}

/** How many working days before the end of a limit of days its light turns yellow. */
export function yellowDays(rule: LightRule, amount: number): number {
    return Math.min(amount, Math.max((amount * rule.yellow_percent) / 100, rule.yellow_working_days));
}

/** The same in minutes, of a limit of hours. */
export function yellowMinutes(rule: LightRule, minutes: number): number {
    return Math.min(minutes, Math.max((minutes * rule.yellow_percent) / 100, rule.yellow_minutes));
}
