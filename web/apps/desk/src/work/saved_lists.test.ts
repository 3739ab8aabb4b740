import { expect, test } from 'vitest';
import { nameFault, readSaved } from './saved_lists';

test('what was kept is read back, and what is not of its form is left out', () => {
    const kept = { id: '1', name: 'Lamps', view: 'open', narrowing: { q: 'lamp', state: 'gone' } };
    expect(readSaved(JSON.stringify([kept, { name: 'x' }, null]))).toEqual([{ ...kept, narrowing: { q: 'lamp' } }]);
    for (const stored of [null, 'not json', '{}']) expect(readSaved(stored), String(stored)).toEqual([]);
});

test('a name is needed, and stands for one list only', () => {
    const others = readSaved('[{"id":"1","name":"Lamps","view":"open","narrowing":{}}]');
    expect(nameFault('  ', others)).toBe('missing');
    expect(nameFault(' Lamps ', others)).toBe('taken');
    expect(nameFault('Roads', others)).toBeUndefined();
});
