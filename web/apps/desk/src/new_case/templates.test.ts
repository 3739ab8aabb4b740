import { expect, test } from 'vitest';
import { digitsOf } from './caller';
import { kMostTemplates, readTemplates, templateFault, type Template } from './templates';

const lamp: Template = { id: '1', name: '路灯', description: '路口路灯不亮', matter: 'm' };

test('what is no template is left out of what the browser kept', () => {
    expect(readTemplates(JSON.stringify([lamp, { id: 2 }, null, 'x']))).toEqual([lamp]);
    expect(readTemplates('no list')).toEqual([]);
    expect(readTemplates(null)).toEqual([]);
});

test('a template has a name of its own, and there are not too many', () => {
    expect(templateFault(' ', [])).toBe('missing');
    expect(templateFault(' 路灯 ', [lamp])).toBe('taken');
    expect(templateFault('井盖', Array.from({ length: kMostTemplates }, () => lamp))).toBe('many');
    expect(templateFault('井盖', [lamp])).toBeUndefined();
});

test('a number is the same however it is written', () => {
    expect(digitsOf('+86 138-1234 5678')).toBe('8613812345678');
});
