import { beforeEach, expect, test } from 'vitest';
import { nextTick } from 'vue';
import { emptyDraft, missingIn, ownChannel, reportOf, useDraft } from './draft';

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

test('a draft outlives the page, the reporter’s contact does not', async () => {
    const first = useDraft('hotline', 'me');
    expect(first.takenUp.value).toBeUndefined();
    Object.assign(first.draft, { description: '路灯不亮', reporter: { name: '钱小满', phone: '10000009999', address: '', wants_answer: false }, files: ['f'] });
    await nextTick();
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/钱小满|10000009999/);
    const again = useDraft('hotline', 'me');
    expect(again.takenUp.value).toBeDefined();
    expect(again.draft).toMatchObject({ description: '路灯不亮', reporter: { name: '', wants_answer: false }, files: [] });
    expect(useDraft('hotline', 'another').draft.description).toBe('');
    again.discard();
    await nextTick();
    expect(sessionStorage).toHaveLength(0);
});

test('the grid that the address names is sent, unless the map says where it is', () => {
    const draft = { ...emptyDraft(), description: 'x', matter: 'm', path: '990001/001/001', pathName: '…' };
    expect(missingIn(draft)).toEqual([]);
    expect(reportOf(draft)).toMatchObject({ path: '990001/001/001' });
    expect(reportOf({ ...draft, lon: 118, lat: 30 })).not.toHaveProperty('path');
});
