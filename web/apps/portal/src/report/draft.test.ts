import { expect, test } from 'vitest';
import { hasPlace, isPhone, useDraft } from './draft';

test('a draft outlives the page, with its ids, and goes when it was sent', async () => {
    sessionStorage.clear();
    const first = useDraft();
    first.draft.description = 'lamp';
    await Promise.resolve();
    const second = useDraft();
    expect(second.draft.description).toBe('lamp');
    expect(second.draft.id).toBe(first.draft.id);
    second.done();
    first.done();
    expect(useDraft().draft.id).not.toBe(first.draft.id);
});

test('nothing about the person is in what the browser keeps', () => {
    sessionStorage.clear();
    expect(Object.keys(useDraft().draft).filter((key) => /name$|phone/i.test(key))).toEqual(['matterName', 'gridName']);
});

test('a place is a position, a grid or words', () => {
    const { draft } = useDraft();
    Object.assign(draft, { point: null, grid: '', address: ' x ' });
    expect(hasPlace(draft)).toBe(false);
    expect(hasPlace({ ...draft, address: 'x 1' })).toBe(true);
    expect(hasPlace({ ...draft, point: { lon: 1, lat: 2 } })).toBe(true);
});

test('a phone has seven digits, or there is none', () => {
    expect(['', '138 0000 1234', '0539-1234567', '+86 138-0000-1234'].every(isPhone)).toBe(true);
    expect(['123', 'call me', '12345a78'].some(isPhone)).toBe(false);
});
