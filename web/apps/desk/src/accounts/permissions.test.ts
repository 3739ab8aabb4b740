import { expect, test } from 'vitest';
import server from '../../../../../data/messages/access.zh-CN.json';
import en from './locale/en.json';
import zh from './locale/zh-CN.json';
import { grouped, permissionGroups } from './permissions';

const known = Object.keys(server).flatMap((key) => (key.startsWith('permission.') ? [key.slice('permission.'.length)] : []));

test('every permission of the server has its place and its words', () => {
    expect(Object.values(permissionGroups).flat().sort()).toEqual([...known].sort());
    const keys = known.map((one) => one.replaceAll('.', '_')).sort();
    expect(Object.keys(zh.permission).sort()).toEqual(keys);
    expect(Object.keys(en.permission).sort()).toEqual(keys);
});

test('groups without any are left out', () => {
    expect(grouped(['audit.read', 'case.read'])).toEqual([
        { group: 'case', permissions: ['case.read'] }, { group: 'office', permissions: ['audit.read'] },
    ]);
});
