import { expect, test } from 'vitest';
import { addressWith, chosenKinds, isSame, narrowed, narrowingOf, queryOf } from './narrowing';

const kUnit = '01990000-0000-7000-8000-000000000001';

test('an address narrows by what the server knows, and by nothing else', () => {
    expect(narrowingOf({ state: 'handling', channel: 'nowhere', unit: 'x', q: ' ', as: 'board', at: 'alone' })).toEqual({ state: 'handling' });
});

test('a unit and a place bring their names along, and take them away', () => {
    const narrowing = narrowingOf({ unit: kUnit, of: 'Office', path: 'c00001/t01', at: 'Town' });
    expect(narrowing).toEqual({ unit: kUnit, of: 'Office', path: 'c00001/t01', at: 'Town' });
    expect(narrowed(narrowing, 'unit')).toEqual({ path: 'c00001/t01', at: 'Town' });
    expect(narrowed(narrowing, 'path', 'c00001', 'County')).toEqual({ unit: kUnit, of: 'Office', path: 'c00001', at: 'County' });
});

test('names are not asked for, and do not tell two filters apart', () => {
    expect(queryOf('open', { path: 'c00001', at: 'County' })).toEqual({ view: 'open', path: 'c00001' });
    expect(isSame({ path: 'c00001', at: 'County' }, { path: 'c00001' })).toBe(true);
    expect(isSame({ q: 'lamp' }, {})).toBe(false);
    expect(chosenKinds({ q: 'lamp', state: 'handling', of: 'x' })).toEqual(['state', 'q']);
});

test('how a list is looked at outlives what narrows it', () => {
    expect(addressWith({ as: 'board', by: 'light', state: 'handling' }, {})).toEqual({ as: 'board', by: 'light' });
});
