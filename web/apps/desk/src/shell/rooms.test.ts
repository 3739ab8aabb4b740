import { expect, test } from 'vitest';
import { homeOf, roomsOf } from './rooms';

const holding = (...held: string[]) => (permission: string): boolean => held.includes(permission);

test('whoever works on cases begins with his work', () => {
    expect(homeOf(holding('case.read', 'case.report', 'territory.read'))).toBe('work');
});

test('whoever may see no case begins where he may be, and is shown no door that is closed', () => {
    expect(homeOf(holding('territory.read', 'audit.read'))).toBe('territory');
    expect(roomsOf(holding('territory.read')).map((room) => room.name)).toEqual(['territory']);
    expect(homeOf(holding())).toBe('account');
});
