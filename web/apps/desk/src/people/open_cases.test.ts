import { expect, test } from 'vitest';
import { placesApart } from './open_cases';

test('a place inside another is not told twice', () => {
    const places = ['1/2/3', '1/2', '1/2', '1/25', '1/3'].map((path) => ({ path }));
    expect(placesApart(places).map(({ path }) => path)).toEqual(['1/2', '1/25', '1/3']);
});
