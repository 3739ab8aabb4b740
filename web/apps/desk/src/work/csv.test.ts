import { expect, test } from 'vitest';
import { csvOf } from './csv';

test('commas, quotes and lines stay in their cell', () => {
    expect(csvOf(['a', 'b'], [['1, 2', 'he said "no"'], ['x\ny', '']])).toBe('\uFEFFa,b\r\n"1, 2","he said ""no"""\r\n"x\ny",\r\n');
});

test('what residents write is never a formula', () => {
    expect(csvOf(['a'], [['=1+1'], ['@x'], ['-5']])).toBe("\uFEFFa\r\n'=1+1\r\n'@x\r\n'-5\r\n");
});
