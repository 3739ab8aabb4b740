import type { Counts, Figure, Rates } from '@jingwei/api';

/** A rate, and the two counts that it is made of. */
export interface Rate {
    name: keyof Rates;
    part: Figure & keyof Counts;
    whole: Figure & keyof Counts;
    /** The more of it the worse. */
    bad?: boolean;
}

/** In the order in which a case goes through them. */
export const rates: readonly Rate[] = [
    { name: 'acceptance', part: 'accepted', whole: 'received' },
    { name: 'right_first_time', part: 'right_first_time', whole: 'dispatched' },
    { name: 'in_time_handling', part: 'handled_in_time', whole: 'to_handle' },
    { name: 'rework', part: 'reworked', whole: 'handled', bad: true },
    { name: 'closing', part: 'closed', whole: 'due' },
    { name: 'in_time_closing', part: 'closed_in_time', whole: 'due' },
    { name: 'answering', part: 'answered', whole: 'to_answer' },
    { name: 'solving', part: 'solved', whole: 'said_solved' },
    { name: 'satisfaction', part: 'satisfied', whole: 'said_satisfied' },
];

/** "93.72 %"; a dash where there is nothing to divide by. */
export function percent(rate: number | null | undefined): string {
    return rate === null || rate === undefined ? '–' : `${(rate * 100).toFixed(2)}%`;
}
