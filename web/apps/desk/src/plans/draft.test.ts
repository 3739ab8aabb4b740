import type { Area, PlannedNode } from '@jingwei/api';
import { describe, expect, it } from 'vitest';
import { changeOf, emptyDraft, missing } from './draft';

const square = (west: number): Area => ({ type: 'Polygon', coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]] });
const node = (id: string, households?: number): PlannedNode =>
    ({ id, name: id, code: `code ${id}`, kind: 'general', level: 'grid', boundary: square(0), households, seen: '2026-01-01T00:00:00Z' });
const makeId = (): string => 'new';

describe('a change in the making', () => {
    it('keeps the old grid in the part that was said, and gives the others a new id and the next code', () => {
        const draft = { ...emptyDraft('split', [node('a', 300)], [square(0), square(1)]), keeper: 1, names: ['北', '南'] };
        const { results } = changeOf(draft, makeId);
        expect(results.map(({ id, code, name, households }) => [id, code, name, households])).toEqual([
            ['new', '', '北', undefined], ['a', 'code a', '南', undefined],
        ]);
    });
    it('adds up the homes of what is merged, when all of them are known', () => {
        const of = (one?: number) => changeOf(emptyDraft('merge', [node('a', 300), node('b', one)], [square(5)]), makeId).results[0];
        expect(of(200)).toMatchObject({ id: 'a', name: 'a', households: 500, boundary: square(5) });
        expect(of()?.households).toBeUndefined();
    });
    it('redraws each of the grids that it touches', () =>
        expect(changeOf(emptyDraft('redraw', [node('a'), node('b')], [square(5), square(6)]), makeId).results.map(({ boundary }) => boundary))
            .toEqual([square(5), square(6)]));
    it('renumbers and leaves the borders alone', () =>
        expect(changeOf({ ...emptyDraft('renumber', [node('a')]), code: ' 9 ' }, makeId).results[0]).toMatchObject({ code: '9', boundary: square(0) }));
    it('asks for names, and for the place of a new grid', () => {
        expect(missing(emptyDraft('split', [node('a')], [square(0), square(1)]))).toEqual({ name: 1 });
        expect(missing(emptyDraft('add', [], [square(0)]))).toEqual({ name: 0, parent: true });
        expect(missing(emptyDraft('retire', [node('a')]))).toEqual({});
    });
});
