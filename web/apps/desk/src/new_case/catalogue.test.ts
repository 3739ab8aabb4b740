import type { MatterLine } from '@jingwei/api';
import { expect, test } from 'vitest';
import { nameOf, treeOf } from './catalogue';

const lamp: MatterLine = { id: 'm', code: '070201', name_zh: '路灯不亮', name_en: '', severity: 'ordinary', bearing: 'assists', emergency: false, grid_may_close: false };
const classes = [{ code: '07', name_zh: '城镇建设', name_en: 'Town construction', subclasses: [{ code: '0702', name_zh: '市政设施', name_en: 'Facilities', matters: [lamp] }] }];

test('the catalogue is a tree of three levels, in the reader’s language where it has a name', () => {
    const [town] = treeOf(classes, 'en');
    expect(town?.label).toBe('Town construction');
    expect(town?.children?.[0]?.children?.[0]).toEqual({ value: 'm', label: '路灯不亮' });
    expect(nameOf(lamp, 'en')).toBe('路灯不亮');
});
