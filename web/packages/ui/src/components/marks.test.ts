import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { createI18n } from 'vue-i18n';
import LightMark from './LightMark.vue';
import StateView from './StateView.vue';
import { uiMessages } from '../index';

const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: uiMessages });
const global = { plugins: [i18n] };

test('each light has its own shape and its own word', () => {
    const marks = (['green', 'yellow', 'red'] as const).map((light) => mount(LightMark, { props: { light }, global }));
    expect(marks.map((mark) => mark.text())).toEqual(['正常', '临期', '超期']);
    expect(marks.map((mark) => mark.find('svg > *').element.tagName.toLowerCase())).toEqual(['circle', 'path', 'rect']);
});

test('a light that is shown bare is still read out', () => {
    expect(mount(LightMark, { props: { light: 'red', bare: true, reason: '超期 3 天' }, global }).text()).toBe('超期 3 天');
});

test('an error is announced and can be tried again', async () => {
    const view = mount(StateView, { props: { kind: 'error', retry: true }, global });
    expect(view.attributes('role')).toBe('alert');
    await view.find('button').trigger('click');
    expect(view.emitted('retry')).toHaveLength(1);
});
