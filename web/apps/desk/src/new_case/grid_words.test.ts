import { expect, test } from 'vitest';
import { namesIn } from './grid_words';

test('the letters before the number may be a name, and so may their beginning', () => {
    expect(namesIn('文昌里3号楼')).toEqual(['文昌里', '文昌']);
    expect(namesIn('文昌里社区第一网格')).toEqual(['文昌里社区第一网格', '文昌里社', '文昌里', '文昌']);
});

test('what is too short is no name', () => {
    expect(namesIn('文')).toEqual([]);
    expect(namesIn('18-2')).toEqual([]);
});
