import type { Action, ActionView, CaseView } from '@jingwei/api';
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { i18n } from '@/i18n';
import CaseActions from './CaseActions.vue';

const may = (action: Action): ActionView => ({ action, allowed: true, reason_code: null, reason: null });

function shown(actions: CaseView['actions']): ReturnType<typeof mount> {
    i18n.global.locale.value = 'zh-CN';
    return mount(CaseActions, { props: { view: { state: 'handling', actions } as unknown as CaseView }, global: { plugins: [i18n] } });
}

test('what may be done is a button that names it', async () => {
    const view = shown([may('handle'), may('return')]);
    const buttons = view.findAll('.buttons > button');
    expect(buttons.map((button) => button.text())).toEqual(['处置完毕', '退回']);
    await buttons[1]?.trigger('click');
    expect(view.emitted('choose')).toEqual([['return']]);
});

test('somebody with nothing to do is told so', () => {
    expect(shown([{ ...may('handle'), allowed: false, reason: '请先签收。' }]).text()).toContain('目前没有需要您做的事');
});
