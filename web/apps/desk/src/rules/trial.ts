import type { RuleTrial } from '@jingwei/api';

export type TrialNumber = keyof RuleTrial['now'];

/** A number of cases that a change of the rules would move. */
export interface TrialRow {
    name: TrialNumber;
    now: number;
    then: number;
}

/** In the order in which somebody who sets rules asks: what is late, what is warned of, what happens by itself, what is used up. */
const kOrder: readonly TrialNumber[] = [
    'red', 'yellow', 'green', 'provisional', 'red_plates', 'yellow_plates', 'to_archive', 'no_more_returns', 'no_more_reworks', 'no_more_suspension',
];

export function movedBy(trial: Readonly<RuleTrial>): TrialRow[] {
    return kOrder.map((name) => ({ name, now: trial.now[name], then: trial.then[name] })).filter(({ now, then }) => now !== then);
}
