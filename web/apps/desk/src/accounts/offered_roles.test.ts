import type { Grant, Role } from '@jingwei/api';
import { expect, test } from 'vitest';
import { isInside, rolesFor, subtreesOf } from './offered_roles';

const role = (name: string, office: Role['office'] = 'none', reach: Role['reach'] = 'path', permissions: string[] = []): Role =>
    ({ name, office, reach, permissions });
const roles = [
    role('grid_worker'), role('handler', 'none', 'unit'), role('admin_system', 'system'),
    role('security_officer', 'security', 'path', ['grant.edit']), role('auditor', 'audit'),
];
const grant = (name: string, path: string | null = '990001', from = '2020-01-01T00:00:00Z'): Grant =>
    ({ id: name, role: name, path, unit_id: null, valid_from: from, valid_to: null });
const offered = (subtrees: string[], held: Grant[] = []): string[] =>
    rolesFor(subtrees, '990001', roles, held).map((one) => one.role.name + (one.excluded ? ' (excluded)' : ''));

test('whoever grants for the whole county gives every role', () => {
    expect(offered(['990001'])).toEqual(['grid_worker', 'handler', 'admin_system', 'security_officer', 'auditor']);
});

test('roles on units and the audit are not for an officer of a town', () => {
    expect(offered(['990001/001'])).toEqual(['grid_worker', 'admin_system', 'security_officer']);
});

test('nobody is given a second of the three offices', () => {
    expect(offered(['990001'], [grant('auditor')]).filter((name) => name.endsWith('(excluded)')))
        .toEqual(['admin_system (excluded)', 'security_officer (excluded)']);
});

test('one grants where a grant of one’s own permits it and has begun', () => {
    const own = [grant('security_officer', '990001/001'), grant('grid_worker', '990001/002'), grant('security_officer', '990001/003', '2999-01-01T00:00:00Z')];
    expect(subtreesOf('grant.edit', own, roles)).toEqual(['990001/001']);
});

test('a town whose number begins like another is not inside it', () => {
    expect(isInside('990001/0011', ['990001/001'])).toBe(false);
    expect(isInside('990001/001/002', ['990001/001'])).toBe(true);
});
