import type { Holding, Post } from '@jingwei/api';
import { expect, test } from 'vitest';
import { absencesAhead, awayNow, holdersOf, isVacant, momentOf, phaseOfHolding, standIns } from './spans';

const now = new Date('2026-03-10T04:00:00Z');
const holding = (id: string, given: Partial<Holding> = {}): Holding => ({
    id, post_id: 'p', member_id: `m-${id}`, name: id, duty_phone: '', side: 'a', valid_from: '2026-01-01T00:00:00Z', valid_to: null,
    answering: false, away: [], ...given,
});
const post = (...holdings: Holding[]): Post => ({
    id: 'p', node_id: 'n', path: '1/2', kind: 'worker', title: '', duties: '', valid_from: '2026-01-01T00:00:00Z', valid_to: null, holdings,
});
const away = (from: string, to: string | null = null): Holding['away'][number] => ({ id: from, away_from: from, away_to: to });

test('a holding that ends now is over', () => {
    expect(phaseOfHolding({ valid_from: '2026-01-01T00:00:00Z', valid_to: now.toISOString() }, now)).toBe('past');
    expect(phaseOfHolding({ valid_from: now.toISOString(), valid_to: null }, now)).toBe('now');
    expect(phaseOfHolding({ valid_from: '2026-03-11T00:00:00Z', valid_to: null }, now)).toBe('ahead');
});

test('who is away has a stand-in among those who answer', () => {
    const first = holding('first', { away: [away('2026-03-01T00:00:00Z')] });
    const second = holding('second', { side: 'b', answering: true });
    expect(awayNow(first, now)?.id).toBe('2026-03-01T00:00:00Z');
    expect(standIns(post(first, second), first)).toEqual(['second']);
    expect(standIns(post(first), first)).toEqual([]);
});

test('absences that are over are not listed, the next comes first', () => {
    const one = holding('one', {
        away: [away('2026-05-01T00:00:00Z'), away('2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z'), away('2026-04-01T00:00:00Z')],
    });
    expect(absencesAhead(one, now).map((at) => at.away_from)).toEqual(['2026-04-01T00:00:00Z', '2026-05-01T00:00:00Z']);
});

test('a side is vacant until its holder has begun', () => {
    const next = holding('next', { side: 'b', valid_from: '2026-04-01T00:00:00Z' });
    const gone = holding('gone', { side: 'b', valid_to: '2026-02-01T00:00:00Z' });
    const one = post(holding('a'), next, gone);
    expect(isVacant(one, 'a', now)).toBe(false);
    expect(isVacant(one, 'b', now)).toBe(true);
    expect(holdersOf(one, 'b', now).map((who) => who.id)).toEqual(['next']);
});

test('what is picked is the time of the county, wherever the reader is', () => {
    expect(momentOf('2026-03-01')).toBe('2026-03-01T00:00:00+08:00');
    expect(momentOf('2026-03-01 08:30')).toBe('2026-03-01T08:30:00+08:00');
});
