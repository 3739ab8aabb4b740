import { expect, test } from 'vitest';
import { tableText } from './save_table';

test('commas, quotes and lines stay inside their cell', () => {
    expect(tableText([['a,b', 'say "hi"', 'two\nlines']])).toBe('\ufeff"a,b","say ""hi""","two\nlines"\r\n');
});

test('no cell is a formula, and numbers stay numbers', () => {
    expect(tableText([['=1+1', '@x', '-5', '93.72%']])).toBe("\ufeff'=1+1,'@x,-5,93.72%\r\n");
});
