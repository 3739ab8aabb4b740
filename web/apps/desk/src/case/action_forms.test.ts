import type { Action } from '@jingwei/api';
import { expect, test } from 'vitest';
import zh from './locale/zh-CN.json';
import { arrange, cleaned, fieldsOf, missingMembers, type ActionOffer } from './action_forms';

const offer = (action: Action, allowed = true): ActionOffer => ({ action, allowed, reason_code: null, reason: null });

test('the button that stands out is what the case waits for', () => {
    const { main, shown, rare } = arrange([offer('void'), offer('pass_up'), offer('assign'), offer('comment'), offer('instruct')]);
    expect(main?.action).toBe('assign');
    expect(shown.map((one) => one.action)).toEqual(['pass_up', 'comment']);
    expect(rare.map((one) => one.action)).toEqual(['instruct', 'void']);
});

test('suspending stands out only when it was asked for', () => {
    const offers = [offer('suspend'), offer('urge')];
    expect(arrange(offers).main).toBeUndefined();
    expect(arrange(offers, true).main?.action).toBe('suspend');
});

test('a refused action never stands out and can still be looked up', () => {
    const { main, shown, rare } = arrange([offer('assign', false), offer('comment')]);
    expect(main).toBeUndefined();
    expect(shown.map((one) => one.action)).toEqual(['comment']);
    expect(rare.map((one) => one.action)).toEqual(['assign']);
});

test('a refusal that says no more than that its time is not now takes no line', () => {
    const refused = (action: Action, reason_code: string): ActionOffer => ({ action, allowed: false, reason_code, reason: '…' });
    const { shown, rare } = arrange([
        refused('verify_pass', 'case_wrong_state'), refused('reply_plate', 'case_no_plate_up'), refused('handle', 'case_co_tasks_open'), offer('comment'),
    ]);
    expect([...shown, ...rare].map((one) => one.action)).toEqual(['comment', 'handle']);
});

test('what waits for a sample check asks for it first', () => {
    expect(arrange([offer('follow_up'), offer('reopen'), offer('sample_pass'), offer('sample_fail')]).main?.action).toBe('sample_pass');
});

test('what is written by others is no button', () => {
    const { main, shown, rare } = arrange([offer('report'), offer('read_contact'), offer('recompute')]);
    expect([main, ...shown, ...rare]).toEqual([undefined]);
});

test('every field of every action has a label in the language files', () => {
    for (const action of Object.keys(zh.action) as Action[]) {
        for (const field of fieldsOf(action)) expect(zh.field, `${action}.${field.member}`).toHaveProperty(field.label);
    }
});

test('what is needed is asked for, what is empty is not sent', () => {
    const fields = fieldsOf('pass_down');
    expect(missingMembers(fields, { path: undefined, text: '  ' })).toEqual(['path', 'text']);
    expect(cleaned({ path: undefined, text: ' 请核实 ', files: [] })).toEqual({ text: '请核实' });
});
