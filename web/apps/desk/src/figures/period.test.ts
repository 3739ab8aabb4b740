import { expect, test } from 'vitest';
import { daysOf, isByMonth, isSound, momentsOf, periodOf, spanOf } from './period';

test('a month, a quarter and a year begin where they should and end today', () => {
    expect(periodOf('month', '2026-11-29')).toEqual({ first: '2026-11-01', last: '2026-11-29' });
    expect(periodOf('quarter', '2026-11-29')).toEqual({ first: '2026-10-01', last: '2026-11-29' });
    expect(periodOf('year', '2026-11-29')).toEqual({ first: '2026-01-01', last: '2026-11-29' });
});

test('the month before January is December of the year before', () => {
    expect(periodOf('last_month', '2026-01-05')).toEqual({ first: '2025-12-01', last: '2025-12-31' });
    expect(periodOf('last_month', '2024-03-31')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
});

test('a period is known by its name only while it is that', () => {
    expect(spanOf({ first: '2026-11-01', last: '2026-11-29' }, '2026-11-29')).toBe('month');
    expect(spanOf({ first: '2026-11-01', last: '2026-11-28' }, '2026-11-29')).toBeUndefined();
});

test('the server is asked from midnight to midnight in the time of the county', () => {
    expect(momentsOf({ first: '2026-12-01', last: '2026-12-31' })).toEqual({
        from: '2026-12-01T00:00:00+08:00', to: '2027-01-01T00:00:00+08:00',
    });
});

test('a period is one to 366 days that exist', () => {
    expect(daysOf({ first: '2026-11-29', last: '2026-11-29' })).toBe(1);
    expect(isSound({ first: '2024-01-01', last: '2024-12-31' })).toBe(true);
    expect(isSound({ first: '2024-01-01', last: '2025-01-01' })).toBe(false);
    expect(isSound({ first: '2026-11-29', last: '2026-11-28' })).toBe(false);
    expect(isSound({ first: 'never', last: '2026-11-28' })).toBe(false);
    expect(isByMonth({ first: '2026-01-01', last: '2026-11-28' })).toBe(true);
});
