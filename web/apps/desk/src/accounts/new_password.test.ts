import { expect, test } from 'vitest';
import { newPassword } from './new_password';

test('a drawn password is long enough, of three kinds of letters and more, and without letters that look alike', () => {
    for (let time = 0; time < 200; ++time) {
        const password = newPassword();
        expect(password).toMatch(/^[A-Za-z2-9]{4}(-[A-Za-z2-9]{4}){2}$/);
        for (const kind of [/[a-z]/, /[A-Z]/, /[2-9]/]) expect(password).toMatch(kind);
        expect(password).not.toMatch(/[0OoIl1]/);
    }
});

test('no two are the same', () => {
    expect(new Set(Array.from({ length: 100 }, newPassword)).size).toBe(100);
});
