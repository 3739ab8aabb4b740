import { dayOf } from '@jingwei/ui';

/** The first moment of a day in the county, and now when the day is today: a role given today holds at once. */
export function beginOf(day: string, now = new Date()): string {
    return day === dayOf(now) ? now.toISOString() : new Date(`${day}T00:00:00+08:00`).toISOString();
}

/** The moment after the last of a day: ends are open. */
export function endAfter(day: string): string {
    const kDayMs = 86_400_000;
    return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + kDayMs).toISOString();
}

/** The last day on which something that ends at `end` still holds. */
export function lastDayOf(end: string): string {
    return dayOf(new Date(new Date(end).getTime() - 1));
}
