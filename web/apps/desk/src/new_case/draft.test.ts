import { beforeEach, expect, test } from 'vitest';
import { emptyDraft, missingIn, ownChannel, reportOf } from './draft';

beforeEach(() => sessionStorage.clear());

test('an empty draft says what it needs', () => {
    expect(missingIn(emptyDraft())).toEqual(['description', 'matter', 'address']);
    expect(missingIn({ ...emptyDraft(), description: '路灯不亮', matter: 'm', lon: 1, lat: 2 })).toEqual([]);
    expect(missingIn({ ...emptyDraft(), description: 'x', matter: 'm', address: 'y', solvedHere: true })).toEqual(['solved_by']);
});

test('only what was said is sent', () => {
    const body = reportOf({ ...emptyDraft(), description: ' 路灯不亮 ', matter: 'm', lon: 118.1, lat: 35.2 });
    expect(body.description).toBe('路灯不亮');
    expect(body).toMatchObject({ point: { lon: 118.1, lat: 35.2 }, channel: 'worker' });
    expect(body).not.toHaveProperty('address');
    expect(body).not.toHaveProperty('reporter');
    expect(body).not.toHaveProperty('outside_no');
});

test('a call from the hotline carries its number and its caller, an anonymous one no caller', () => {
    const draft = { ...emptyDraft(), channel: 'hotline' as const, outsideNo: 'H1', reporter: { name: '王', phone: '1', address: '', wants_answer: true } };
    expect(reportOf(draft)).toMatchObject({ outside_no: 'H1', reporter: { name: '王' } });
    expect(reportOf({ ...draft, anonymous: true })).not.toHaveProperty('reporter');
});

test('a report begins with the channel that its writer mostly takes in', () => {
    const holding = (...held: string[]) => (permission: string): boolean => held.includes(permission);
    expect(ownChannel(holding('case.report', 'case.self_close', 'case.answer'))).toBe('worker');
    expect(ownChannel(holding('case.report', 'case.answer', 'case.screen'))).toBe('hotline');
    expect(ownChannel(holding('case.report', 'case.urge'))).toBe('patrol');
    expect(emptyDraft('hotline').channel).toBe('hotline');
});
