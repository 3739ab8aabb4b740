import { expect, test } from 'vitest';
import calendar from '../../../../../data/calendar/cn.json';
import type { DayException } from '@jingwei/api';
import { breaksOf, monthsOf } from './year_days';

const exceptions = (calendar.years.find((one) => one.year === 2026)?.days ?? []) as DayException[];
const cells = monthsOf(2026, exceptions).flatMap((month) => month.weeks.flat()).flatMap((cell) => cell ?? []);
const kindOf = (day: string): string | undefined => cells.find((cell) => cell.day === day)?.kind;

test('2026 has 365 days, of which 248 are worked', () => {
    expect(cells).toHaveLength(365);
    expect(cells.filter((cell) => cell.kind === 'work' || cell.kind === 'made_up')).toHaveLength(248);
});

test('a holiday, a day made up for it, a weekend and a working day are four kinds', () => {
    expect([kindOf('2026-02-15'), kindOf('2026-02-14'), kindOf('2026-03-07'), kindOf('2026-03-06')])
        .toEqual(['holiday', 'made_up', 'weekend', 'work']);
});

test('a month begins on its weekday, Monday first', () => {
    const [january] = monthsOf(2026, []);
    expect(january?.weeks[0]?.map((cell) => cell?.number)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4]);
    expect(january?.weeks.at(-1)?.map((cell) => cell?.number)).toEqual([26, 27, 28, 29, 30, 31, undefined]);
});

test('a leap year has its day', () => {
    expect(monthsOf(2028, [])[1]?.weeks.flat().filter(Boolean)).toHaveLength(29);
});

test('a holiday is told as the notice tells it', () => {
    expect(breaksOf(exceptions).find((one) => one.name_en === 'Spring Festival')).toMatchObject({
        stretches: [{ from: '2026-02-15', to: '2026-02-23' }], daysOff: 9, madeUp: ['2026-02-14', '2026-02-28'],
    });
    expect(breaksOf(exceptions).map((one) => one.name_zh)).toEqual(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']);
});
