import type { NodeRow } from '@jingwei/api';
import { expect, test } from 'vitest';
import { moveOf, rowsOf } from './tree_rows';

const node = (path: string, children: number): NodeRow => ({
    id: path, path, code: path, name: path, full_name: path, level: 'town', level_name: '', kind: 'division', households: null, children, drawn: true,
});
const root = node('a', 2);
const below = new Map([['a', [node('a/b', 1), node('a/c', 0)]], ['a/b', [node('a/b/d', 0)]]]);
const shown = (...open: string[]): string[] => rowsOf(root, below, new Set(open)).map(({ node: one, depth }) => `${depth} ${one.path}`);

test('a branch shows what is below it only while it is open', () => {
    expect(shown()).toEqual(['1 a']);
    expect(shown('a')).toEqual(['1 a', '2 a/b', '2 a/c']);
    expect(shown('a', 'a/b')).toEqual(['1 a', '2 a/b', '3 a/b/d', '2 a/c']);
    expect(shown('a/b')).toEqual(['1 a']);
});

test('keys go through what is shown, and open and close', () => {
    const rows = rowsOf(root, below, new Set(['a']));
    expect(moveOf('ArrowDown', rows, 0)).toEqual({ go: 1 });
    expect(moveOf('ArrowDown', rows, 2)).toEqual({ go: 2 });
    expect(moveOf('ArrowRight', rows, 0)).toEqual({ go: 1 });
    expect(moveOf('ArrowRight', rows, 1)).toEqual({ toggle: 'a/b' });
    expect(moveOf('ArrowRight', rows, 2)).toBeUndefined();
    expect(moveOf('ArrowLeft', rows, 2)).toEqual({ go: 0 });
    expect(moveOf('ArrowLeft', rows, 0)).toEqual({ toggle: 'a' });
    expect(moveOf('End', rows, 0)).toEqual({ go: 2 });
    expect(moveOf('x', rows, 0)).toBeUndefined();
});
