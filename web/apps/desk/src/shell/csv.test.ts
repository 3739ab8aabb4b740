import { expect, test } from 'vitest';
import { csvOf } from './csv';

test('commas, quotes and lines stay in their cell', () => {
    expect(csvOf([['a', 'b'], ['1, 2', 'he said "no"'], ['x\ny', '']])).toBe('\uFEFFa,b\r\n"1, 2","he said ""no"""\r\n"x\ny",\r\n');
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines"\r\n');
    expect(csvOf([['a,b', 'say "so"'], ['=1+1', '2']])).toBe('\uFEFF"a,b","say ""so"""\r\n\'=1+1,2\r\n');
});

test('what residents write is never a formula', () => {
    expect(csvOf([['a'], ['=1+1'], ['@x'], ['-5']])).toBe("\uFEFFa\r\n'=1+1\r\n'@x\r\n'-5\r\n");
    expect(csvOf([['＝1+1']])).toBe("\uFEFF'＝1+1\r\n");
    expect(csvOf([['=1+1', '@x', '93.72%']])).toBe("\uFEFF'=1+1,'@x,93.72%\r\n");
});
