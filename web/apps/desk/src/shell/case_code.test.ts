import { expect, test } from 'vitest';
import { caseCodeIn } from './case_code';

test('a whole code is known however it was typed', () => {
    for (const typed of ['2026-000042-7', ' 2026-000042-7 ', '20260000427', '2026 000042 7', '２０２６－００００４２－７', '2026–000042–7']) {
        expect(caseCodeIn(typed), typed).toBe('2026-000042-7');
    }
    expect(caseCodeIn('2026-1234567-8')).toBe('2026-1234567-8');
});

test('words and parts of a code are looked up as words', () => {
    for (const typed of ['路灯', '2026-00004', '000042', '']) expect(caseCodeIn(typed), typed).toBeUndefined();
});
