import { expect, test } from 'vitest';
import { ownName } from './level_names';

test('a county that has named no levels shows the plain word, not a code', () => {
    expect(ownName({ level: 'town', level_name: 'town' }, 'zh-CN')).toBeUndefined();
    expect(ownName({ level: 'town', level_name: '' }, 'zh-CN')).toBeUndefined();
    expect(ownName({ level: 'town', level_name: '镇街' }, 'zh-CN')).toBe('镇街');
    expect(ownName({ level: 'town', level_name: '镇街' }, 'en')).toBeUndefined();
});
