import { expect, test } from 'vitest';
import { ApiProblem } from './problem';

test('a refusal names its fields', () => {
    const problem = ApiProblem.of(400, {
        code: 'invalid_input', title: '有两处需要修改',
        errors: [{ field: '/description', code: 'text_too_short', message: '请写明情况' }, { field: '/reporter/phone', code: 'x', message: '号码不对' }],
    });
    expect(problem.kind).toBe('invalid');
    expect(problem.message).toBe('有两处需要修改');
    expect(problem.at('description')).toBe('请写明情况');
    expect(problem.at('/reporter/phone')).toBe('号码不对');
    expect(problem.at('address')).toBeUndefined();
});

test('what is no problem document still becomes one', () => {
    expect(ApiProblem.of(502, '<html>').kind).toBe('offline');
    expect(ApiProblem.of(418, undefined).kind).toBe('refused');
});
