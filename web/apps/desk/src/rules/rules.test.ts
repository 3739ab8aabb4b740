import type { CalendarFile, CaseNumbersView, Fault } from '@jingwei/api';
import { expect, test } from 'vitest';
import { fileOf, placeOf, readCalendarFile, yearsIn } from './calendar_file';
import { allNumbers, changesOf, type Numbers } from './loop_numbers';
import { asHours, faultOf, hoursText, minutesPerDay, spansOf, yellowDays, yellowMinutes } from './work_hours';

const days: CalendarFile['years'][number]['days'] = [
    { day: '2027-01-01', working: false, holiday: 'new_year', name_zh: '元旦', name_en: "New Year's Day" },
    { day: '2027-01-03', working: true, holiday: 'new_year', name_zh: '元旦', name_en: "New Year's Day" },
];
const file: CalendarFile = { years: [{ year: 2027, source: 'www.gov.cn', days }] };
const fault = (field: string): Fault => ({ field, code: '', sentence: '' });

test('a file says what it will bring', () => {
    expect(yearsIn(file)).toEqual([{ year: 2027, source: 'www.gov.cn', daysOff: 1, madeUp: 1 }]);
    expect(readCalendarFile('not a file')).toBeUndefined();
    expect(readCalendarFile('[]')).toBeUndefined();
});

test('a refusal points to the year and the day that it means', () => {
    expect(placeOf(fault('/years/0/days/1/day'), file)).toEqual({ year: '2027', entry: 2, day: '2027-01-03' });
    expect(placeOf(fault('/years/0/source'), file)).toEqual({ year: '2027' });
    expect(placeOf(fault('/years'), file)).toEqual({});
});

test('a year that was downloaded can be imported again', () => {
    const summary = { year: 2027, version: 1, source: 'www.gov.cn', working_days: 249 };
    expect(readCalendarFile(fileOf({ summary, days }))).toEqual(file);
});

test('opening hours are read, measured and written', () => {
    const spans = spansOf('08:30-12:00,14:30-18:00');
    expect(asHours(minutesPerDay(spans))).toBe(7);
    expect(hoursText(spans)).toBe('08:30-12:00,14:30-18:00');
    expect(hoursText([{ from: '8:30', until: '12：00' }])).toBe('08:30-12:00');
});

test('opening hours that cannot be are told by their stretch', () => {
    const morning = { from: '08:30', until: '12:00' };
    expect(faultOf([morning, { from: '14:30', until: '18:00' }])).toBeUndefined();
    expect(faultOf([morning, { from: '', until: '18:00' }])).toEqual({ at: 1, what: 'malformed' });
    expect(faultOf([{ from: '12:00', until: '08:30' }])).toEqual({ at: 0, what: 'backwards' });
    expect(faultOf([morning, { from: '12:00', until: '18:00' }])).toEqual({ at: 1, what: 'overlap' });
    expect(faultOf([{ from: '25:00', until: '26:00' }])).toEqual({ at: 0, what: 'malformed' });
    expect(faultOf([{ from: '00:00', until: '24:00' }])).toBeUndefined();
});

test('a light turns yellow by the larger of share and floor', () => {
    const rule = { yellow_percent: 20, yellow_working_days: 1, yellow_minutes: 30 };
    expect([3, 5, 10].map((amount) => yellowDays(rule, amount))).toEqual([1, 1, 2]);
    expect([20, 120, 480].map((amount) => yellowMinutes(rule, amount))).toEqual([20, 30, 96]);
});

test('only what differs is a change', () => {
    const before = Object.fromEntries(allNumbers.map(({ name, least }) => [name, least])) as Numbers satisfies Partial<CaseNumbersView>;
    expect(changesOf(before, before)).toEqual([]);
    expect(changesOf(before, { ...before, returns: 3 }).map(({ number, before: was, after }) => [number.name, was, after])).toEqual([['returns', 1, 3]]);
});
