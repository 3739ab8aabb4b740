import { expect, test } from 'vitest';
import { dayOf, fullTime, shortDay, shortTime, spanTo } from './time';

test('times are told in the time of the county', () => {
    expect(dayOf('2026-02-26T17:00:00Z')).toBe('2026-02-27');
    expect(shortTime('2026-02-27T01:30:00Z', 'zh-CN', new Date('2026-05-01T00:00:00Z'))).toBe('2月27日 09:30');
    expect(fullTime('2026-02-27T01:30:00Z', 'zh-CN')).toContain('星期五');
});

test('another year is named', () => {
    expect(shortTime('2025-02-27T01:30:00Z', 'zh-CN', new Date('2026-05-01T00:00:00Z'))).toBe('2025年2月27日 09:30');
});

test('a bare day stays that day', () => {
    expect(shortDay('2026-02-15', 'zh-CN')).toBe('2月15日');
    expect(shortDay('2026-02-15', 'en')).toBe('Feb 15');
});

test('a span is told in one unit', () => {
    const now = new Date('2026-03-01T00:00:00Z');
    expect(spanTo('2026-03-01T00:20:00Z', now)).toEqual({ unit: 'minutes', count: 20, past: false });
    expect(spanTo('2026-02-28T21:00:00Z', now)).toEqual({ unit: 'hours', count: 3, past: true });
    expect(spanTo('2026-03-06T00:00:00Z', now)).toEqual({ unit: 'days', count: 5, past: false });
});
