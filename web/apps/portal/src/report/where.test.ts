import { portal } from '@jingwei/api';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { i18n } from '../i18n';
import { useDraft } from './draft';
import StepWhere from './StepWhere.vue';

const point = { lon: 118.7, lat: 35.8 };
const grid = { code: '371323101204001', name: 'Grid 1', full_name: 'Village / Grid 1' };

vi.mock('@jingwei/phone', async (original) => ({ ...(await original<object>()), position: () => Promise.resolve(point) }));
afterEach(() => vi.restoreAllMocks());

test('a position in no grid leaves the choice of one, and can be taken back', async () => {
    vi.spyOn(portal, 'grids').mockImplementation((where) => Promise.resolve('q' in where ? [grid] : []));
    const { draft } = useDraft();
    const step = mount(StepWhere, { props: { draft, fault: '' }, global: { plugins: [i18n] } });
    await step.find('.here').trigger('click');
    await flushPromises();
    expect(draft.point).toEqual(point);
    await step.find('input').setValue('Village 3');
    await step.find('input').trigger('change');
    await flushPromises();
    await step.find('fieldset button').trigger('click');
    expect(draft).toMatchObject({ point, grid: grid.code });
    await step.findAll('button')[1]?.trigger('click');
    expect(draft).toMatchObject({ point: null, grid: '', gridName: '' });
});

test('a position in a grid asks for none', async () => {
    vi.spyOn(portal, 'grids').mockResolvedValue([grid]);
    const { draft } = useDraft();
    Object.assign(draft, { point: null, grid: '', address: 'Village 3' });
    const step = mount(StepWhere, { props: { draft, fault: '' }, global: { plugins: [i18n] } });
    await step.find('input').trigger('change');
    await step.find('.here').trigger('click');
    await flushPromises();
    expect(step.find('fieldset').exists()).toBe(false);
    expect(step.text()).toContain(grid.full_name);
});
