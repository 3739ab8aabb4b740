import { portal, type ToldCase } from '@jingwei/api';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { i18n } from '../i18n';
import ReopenForm from './ReopenForm.vue';
import VerdictForm from './VerdictForm.vue';

const told = { code: '2026-000042-7', step_no: 7 } as ToldCase;
const shown = { code: told.code, tail: '5678', receipt: { at: 1, mark: '1.ab' } };
const global = { plugins: [i18n] };

afterEach(() => vi.restoreAllMocks());

test('a verdict that did not arrive is sent again as the same step, and the next one is another', async () => {
    const judge = vi.spyOn(portal, 'judge').mockRejectedValueOnce(new Error('offline')).mockResolvedValue(told);
    const form = mount(VerdictForm, { props: { told, shown }, global });
    for (const one of [0, 2]) await form.findAll('input[type=radio]')[one]?.setValue();
    for (let times = 0; times < 3; ++times) {
        await form.trigger('submit');
        await flushPromises();
    }
    const ids = judge.mock.calls.map(([body]) => body.step_id);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[1]);
    expect(judge.mock.calls[0]?.[0]).toMatchObject({ ...shown, solved: true, satisfied: true });
});

test('so is taking it up again', async () => {
    const reopen = vi.spyOn(portal, 'reopen').mockRejectedValueOnce(new Error('offline')).mockResolvedValue(told);
    const form = mount(ReopenForm, { props: { told, shown }, global });
    await form.find('textarea').setValue('not solved');
    for (let times = 0; times < 3; ++times) {
        await form.trigger('submit');
        await flushPromises();
    }
    const ids = reopen.mock.calls.map(([body]) => body.step_id);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[1]);
});
