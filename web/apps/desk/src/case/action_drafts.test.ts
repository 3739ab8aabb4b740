import { beforeEach, expect, test } from 'vitest';
import { draftsOf, writtenIn } from './action_drafts';
import { fieldsOf } from './action_forms';

beforeEach(() => sessionStorage.clear());
const empty = (): unknown => '';

test('what was written is kept, what only stands there is not', () => {
    expect(writtenIn(fieldsOf('return'), { text: '' }, empty)).toBeUndefined();
    expect(writtenIn(fieldsOf('return'), { text: '不归我们管' }, empty)).toEqual({ text: '不归我们管' });
});

test('neither files nor what would come back as an id without a name', () => {
    expect(writtenIn(fieldsOf('handle'), { text: '修好了', files: ['f'] }, empty)).toEqual({ text: '修好了' });
    expect(writtenIn(fieldsOf('assign'), { unit: 'u', note: '' }, empty)).toBeUndefined();
    expect(writtenIn(fieldsOf('conclude_session'), { text: '', tasks: [{ unit: 'u', task: '巡查' }] }, empty)).toEqual({ tasks: [{ task: '巡查' }] });
});

test('a draft belongs to one account, one case and one action, and is gone when it was sent', () => {
    const mine = draftsOf('me', 'case');
    mine.keep('return', { text: '…' });
    expect(mine.read('return')?.inputs).toEqual({ text: '…' });
    expect(mine.read('sign')).toBeUndefined();
    expect(draftsOf('me', 'other').read('return')).toBeUndefined();
    expect(draftsOf('another', 'case').read('return')).toBeUndefined();
    mine.keep('return', undefined);
    expect(mine.read('return')).toBeUndefined();
});

test('what cannot be read is no draft', () => {
    sessionStorage.setItem('jingwei.step.me.case.return', '{');
    expect(draftsOf('me', 'case').read('return')).toBeUndefined();
});
