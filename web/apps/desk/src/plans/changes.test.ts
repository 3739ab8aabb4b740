import type { Area, PlanChange, PlannedNode } from '@jingwei/api';
import { describe, expect, it } from 'vitest';
import { afterChanges, areasOf, beforeChanges, bodyOf, inForce, wanted, type Piece } from './changes';

const square = (west: number): Area => ({ type: 'Polygon', coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]] });
const node = (id: string, boundary: Area | null = null): PlannedNode =>
    ({ id, name: id, code: id, kind: 'general', level: 'grid', boundary });
const piece = (id: string, boundary: Area | null = square(0)): Piece =>
    ({ id, name: id, code: id, kind: 'general', path: `c/${id}`, place: '', boundary, planned: false, ending: false });
const split: PlanChange = { kind: 'split', touches: [node('a', square(0))], results: [node('a', square(1)), node('n', square(2))] };
const merge: PlanChange = { kind: 'merge', touches: [node('a'), node('n')], results: [node('a', square(3))] };
const ids = (pieces: readonly Piece[]): string[] => pieces.map((one) => `${one.id}${one.planned ? '*' : ''}${one.ending ? '-' : ''}`);

describe('what the changes of a plan make', () => {
    it('keeps the old grid in one part of a split and adds the others', () =>
        expect(ids(afterChanges([piece('a'), piece('b')], [split]))).toEqual(['a*', 'b', 'n*']));
    it('lets a later change stand on an earlier one', () =>
        expect(ids(afterChanges([piece('a'), piece('b')], [split, merge]))).toEqual(['a*', 'b', 'n*-']));
    it('shows before how the touched grids were drawn, and nothing that is new', () => {
        const before = beforeChanges([piece('a', square(9)), piece('n'), piece('b')], [split, merge]);
        expect(ids(before)).toEqual(['a*', 'b']);
        expect(before[0]?.boundary).toEqual(square(0));
    });
    it('finds the grids in force below a path and no others', () => {
        const of = (path: string, level: string) =>
            ({ type: 'Feature' as const, geometry: square(0), properties: { id: path, path, level, name: path, code: path, kind: 'general' } });
        const territory = { type: 'FeatureCollection' as const, features: [of('c/1/2', 'grid'), of('c/10/2', 'grid'), of('c/1', 'village')] };
        expect(ids(inForce(territory, 'c/1'))).toEqual(['c/1/2']);
        expect(inForce(null, 'c')).toEqual([]);
    });
    it('draws neither what ends nor what has no boundary', () =>
        expect(areasOf([piece('a'), { ...piece('b'), ending: true }, piece('c', null)], new Set(['a'])).features).toHaveLength(1));
    it('sends what an editor said and leaves out what the server knows', () => {
        const body = bodyOf({ ...split, touches: [{ ...node('a'), seen: '2026-01-01T00:00:00Z' }], results: [{ ...node('n'), code: '' }] });
        expect(body.touches).toEqual([{ id: 'a', seen: '2026-01-01T00:00:00Z' }]);
        expect(body.results[0]).not.toHaveProperty('code');
        expect(body.results[0]).not.toHaveProperty('boundary');
    });
    it('asks each act for its number of grids', () => {
        expect(wanted.split([piece('a')])).toBe(true);
        expect(wanted.split([piece('a', null)])).toBe(false);
        expect(wanted.merge([piece('a')])).toBe(false);
        expect(wanted.add([])).toBe(true);
    });
});
