import { expect, test } from 'vitest';
import { codesByPerson, identityOf, rowsOf } from './table';

test('a cell may hold commas, quotes and lines', () => {
    expect(rowsOf('\uFEFFa,b\r\n"1, 2","say ""so""\nand on"\r\n')).toEqual([['a', 'b'], ['1, 2', 'say "so"\nand on']]);
    expect(rowsOf('a,\nlast')).toEqual([['a', ''], ['last']]);
    expect(rowsOf('')).toEqual([]);
});

test('people of one name are told apart by their phones, and a vacant post has nobody', () => {
    const codes = codesByPerson([
        'node,post,title,side,name,phone,login,duties,from,to', '01,lead,,A,Lin,1,,,,', '02,lead,,B,Lin,1,,,,', '03,lead,,A,Lin,2,,,,',
        '04,lead,,,,,,,,',
    ].join('\n'));
    expect([...(codes.get(identityOf('Lin', '1')) ?? [])]).toEqual(['01', '02']);
    expect([...(codes.get(identityOf('Lin', '2')) ?? [])]).toEqual(['03']);
    expect(codes.size).toBe(2);
});
