import { expect, test } from 'vitest';
import { beginOf, endAfter, lastDayOf } from './term';

const noon = new Date('2026-03-01T04:00:00Z');

test('what begins today begins now, and what begins another day at its midnight in the county', () => {
    expect(beginOf('2026-03-01', noon)).toBe('2026-03-01T04:00:00.000Z');
    expect(beginOf('2026-03-02', noon)).toBe('2026-03-01T16:00:00.000Z');
});

test('the last day is within', () => {
    expect(endAfter('2026-12-31')).toBe('2026-12-31T16:00:00.000Z');
    expect(lastDayOf(endAfter('2026-12-31'))).toBe('2026-12-31');
});
