import type { CaseNumbersView } from '@jingwei/api';

/** The numbers that a county may set, by their names in the contract. */
export type NumberName = Exclude<keyof CaseNumbersView, 'version' | 'valid_from' | 'set_by'>;
export type Numbers = Record<NumberName, number>;

export interface LoopNumber {
    name: NumberName;
    unit: 'times' | 'days' | 'working_days' | 'percent';
    least: number;
    most: number;
}

const number = (name: NumberName, unit: LoopNumber['unit'], least: number, most: number): LoopNumber => ({ name, unit, least, most });

/** In the order of a case's life, each with the range that the contract names. */
export const groups: readonly { name: string; numbers: readonly LoopNumber[] }[] = [
    { name: 'rounds', numbers: [
        number('returns', 'times', 1, 5), number('reworks', 'times', 1, 10), number('reopens', 'times', 1, 5),
    ] },
    { name: 'time', numbers: [number('extensions', 'times', 0, 1), number('most_suspended_days', 'days', 1, 180)] },
    { name: 'plates', numbers: [
        number('sign_yellow_days', 'working_days', 1, 10), number('sign_red_days', 'working_days', 2, 20),
        number('answer_yellow_days', 'working_days', 1, 30), number('answer_red_days', 'working_days', 2, 60),
        number('reply_days', 'working_days', 1, 10),
    ] },
    { name: 'after', numbers: [
        number('sample_percent', 'percent', 1, 100), number('archive_followed_up_days', 'days', 1, 90),
        number('archive_closed_days', 'days', 7, 365),
    ] },
];

export const allNumbers: readonly LoopNumber[] = groups.flatMap((group) => group.numbers);

/** Only the numbers of a version, for an editor to change. */
export function numbersOf(version: Readonly<CaseNumbersView>): Numbers {
    const { version: _version, valid_from: _from, set_by: _by, ...numbers } = version;
    return numbers;
}

export interface Change {
    number: LoopNumber;
    before: number;
    after: number;
}

export function changesOf(before: Readonly<Numbers>, after: Readonly<Numbers>): Change[] {
    return allNumbers
        .filter(({ name }) => before[name] !== after[name])
        .map((one) => ({ number: one, before: before[one.name], after: after[one.name] }));
}
