import { ApiProblem, cases, type CaseRow, type CaseView } from '@jingwei/api';
import { afterEach, expect, test, vi } from 'vitest';
import { inTurn } from './in_turn';
import { fieldsForMany, useMany } from './many';

const row = (id: string): CaseRow => ({ id, code: `code ${id}`, summary: '' }) as CaseRow;

function view(id: string, allowed: boolean, steps: { id: string }[] = []): CaseView {
    return { id, step_no: 4, steps, actions: [{ action: 'urge', allowed, reason_code: null, reason: allowed ? null : 'Sign first.' }] } as unknown as CaseView;
}

afterEach(() => {
    vi.restoreAllMocks();
    useMany().close();
});

test('never more than so many at once, and all of them in the end', async () => {
    let now = 0;
    let most = 0;
    const done: number[] = [];
    await inTurn([1, 2, 3, 4, 5, 6, 7], 3, async (one) => {
        most = Math.max(most, ++now);
        await Promise.resolve();
        --now;
        done.push(one);
    });
    expect(most).toBe(3);
    expect(done).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a case that does not allow it says why, and the others are done', async () => {
    vi.spyOn(cases, 'read').mockImplementation((id) => Promise.resolve(view(id, id !== 'b')));
    const step = vi.spyOn(cases, 'step').mockResolvedValue({} as never);
    const { begin, run } = useMany();
    await begin('urge', { text: 'Please' }, [row('a'), row('b'), row('c')]);
    expect(run.value?.tasks.map((task) => [task.code, task.fate, task.reason])).toEqual(
        [['code a', 'done', ''], ['code b', 'failed', 'Sign first.'], ['code c', 'done', '']],
    );
    expect(step.mock.calls.map(([id, action, body]) => [id, action, body.text, body.expected_step])).toEqual(
        [['a', 'urge', 'Please', 4], ['c', 'urge', 'Please', 4]],
    );
});

test('trying again tries those that failed, with the id that they had; what had been done is not done twice', async () => {
    const { begin, again, run } = useMany();
    vi.spyOn(cases, 'read').mockImplementation((id) => Promise.resolve(view(id, true)));
    const step = vi.spyOn(cases, 'step').mockRejectedValue(ApiProblem.offline());
    await begin('urge', {}, [row('a'), row('b')]);
    expect(run.value?.tasks.map((task) => [task.fate, task.offline])).toEqual([['failed', true], ['failed', true]]);
    const [first, second] = step.mock.calls.map(([, , body]) => body.step_id);
    vi.spyOn(cases, 'read').mockImplementation((id) => Promise.resolve(view(id, id === 'b', id === 'a' ? [{ id: first ?? '' }] : [])));
    step.mockReset().mockResolvedValue({} as never);
    await again();
    expect(run.value?.tasks.map((task) => task.fate)).toEqual(['done', 'done']);
    expect(step.mock.calls.map(([id, , body]) => [id, body.step_id])).toEqual([['b', second]]);
});

test('a file belongs to one case, so many have none', () => {
    expect(fieldsForMany('comment').map((field) => field.member)).toEqual(['text']);
});
