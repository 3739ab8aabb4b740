import type { RuleTrial } from '@jingwei/api';
import { expect, test } from 'vitest';
import { movedBy } from './trial';

const side: RuleTrial['now'] = {
    green: 5, yellow: 2, red: 1, provisional: 0, yellow_plates: 0, red_plates: 0, no_more_returns: 0, no_more_reworks: 0,
    no_more_suspension: 0, to_archive: 0,
};
const trial = (then: Partial<RuleTrial['now']>): RuleTrial => ({
    at: '2026-03-02T09:00:00+08:00', cases: 8, complete: true, sooner: 0, later: 0, now: side, then: { ...side, ...then },
});

test('only what moves is told, what is late first', () => {
    expect(movedBy(trial({ green: 3, red: 3 }))).toEqual([{ name: 'red', now: 1, then: 3 }, { name: 'green', now: 5, then: 3 }]);
});

test('a change that moves nothing tells nothing', () => {
    expect(movedBy(trial({}))).toEqual([]);
});
