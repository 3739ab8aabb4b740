import type { Explanation } from '@jingwei/api';
import { expect, test } from 'vitest';
import { trailOf } from './day_trail';

const festival = { name_zh: '春节', name_en: 'Spring Festival' };
const working: Explanation = {
    limit: { amount: 5, unit: 'working_days' },
    deadline: {
        start: '2026-02-13T16:20:00+08:00', counts_from: '2026-02-13T16:20:00+08:00', yellow_from: '2026-02-26T16:20:00+08:00',
        due: '2026-02-27T16:20:00+08:00', provisional: false, paused_since: null,
    },
    waited_for_opening: false, rolled_forward: false, shortened: false, unknown_years: [],
    skipped: [{ from: '2026-02-15', to: '2026-02-23', reason: 'holiday', ...festival }],
    made_up: [{ day: '2026-02-14', ...festival }],
};
const told = (given: Explanation): string[] => trailOf(given).map((run) => {
    const days = run.from === run.to ? run.from.slice(5) : `${run.from.slice(5)}..${run.to.slice(5)}`;
    return `${days} ${run.kind}${run.first ? ` ${run.first}-${run.last}` : ''}${run.ends ? ' ends' : ''}`;
});

test('five working days over the Spring Festival', () => {
    expect(told(working)).toEqual(['02-13 start', '02-14 made_up 1-1', '02-15..02-23 off', '02-24..02-27 counts 2-5 ends']);
});

test('what comes after closing waits for the next opening', () => {
    const deadline = { ...working.deadline, start: '2026-02-13T18:30:00+08:00', counts_from: '2026-02-14T08:30:00+08:00', due: '2026-02-28T08:30:00+08:00' };
    const made_up = [...working.made_up, { day: '2026-02-28', ...festival }];
    expect(told({ ...working, deadline, made_up, waited_for_opening: true })).toEqual([
        '02-13 waits', '02-14 start', '02-15..02-23 off', '02-24..02-27 counts 1-4', '02-28 made_up 5-5 ends',
    ]);
});

test('natural days count over days off, and the end moves to a working day', () => {
    expect(told({
        ...working, limit: { amount: 3, unit: 'natural_days' }, rolled_forward: true, made_up: [],
        deadline: { ...working.deadline, due: '2026-02-24T16:20:00+08:00' },
        skipped: [{ from: '2026-02-16', to: '2026-02-23', reason: 'holiday', ...festival }],
    })).toEqual(['02-13 start', '02-14..02-16 counts 1-3', '02-17..02-23 off', '02-24 counts ends']);
});

test('what runs day and night, or over more days off than are listed, is not told by days', () => {
    expect(trailOf({ ...working, limit: { amount: 5, unit: 'natural_hours' } })).toEqual([]);
    expect(trailOf({ ...working, shortened: true })).toEqual([]);
});
