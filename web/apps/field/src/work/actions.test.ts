import type { Action, ActionView } from '@jingwei/api';
import { expect, test } from 'vitest';
import { offered, stepWords } from './actions';

test('only what is allowed and done on the spot is offered, in the order of the loop', () => {
    const one = (action: Action, allowed: boolean): ActionView => ({ action, allowed, reason: null, reason_code: null });
    expect(offered([one('comment', true), one('sign', true), one('handle', false), one('assign', true)])).toEqual(['sign', 'comment']);
});

test('words are a text or a note, and are left out where nothing was said', () => {
    expect(stepWords('handle', ' done ', ['f'])).toEqual({ text: 'done', files: ['f'] });
    expect(stepWords('sign', '', [])).toEqual({});
    expect(stepWords('verify_pass', 'seen', [])).toEqual({ note: 'seen' });
});
