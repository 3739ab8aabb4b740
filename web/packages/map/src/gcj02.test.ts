import { expect, test } from 'vitest';
import { fromGcj02, toGcj02 } from './gcj02';

/** About one metre. */
const kMetre = 1e-5;

test('a place is shifted as everybody shifts it', () => {
    const { lon, lat } = toGcj02({ lon: 116.404, lat: 39.915 });
    expect(lon).toBeCloseTo(116.41024449916938, 12);
    expect(lat).toBeCloseTo(39.91640428150164, 12);
});

test('outside the box nothing is shifted', () => {
    for (const at of [{ lon: 7.42, lat: 43.73 }, { lon: 139.7, lat: 35.7 }, { lon: 0, lat: 0 }, { lon: 116, lat: -33 }]) {
        expect(toGcj02(at)).toEqual(at);
        expect(fromGcj02(at)).toEqual(at);
    }
});

test('there and back is the same place to a millimetre, all over the country', () => {
    for (let lon = 74; lon <= 135; lon += 3.7) {
        for (let lat = 18; lat <= 53; lat += 2.9) {
            const back = fromGcj02(toGcj02({ lon, lat }));
            expect(Math.hypot(back.lon - lon, back.lat - lat)).toBeLessThan(kMetre / 1000);
        }
    }
});

test('the shift is hundreds of metres, and differs by less than a metre along a street', () => {
    const shift = (lon: number, lat: number): [number, number] => {
        const there = toGcj02({ lon, lat });
        return [there.lon - lon, there.lat - lat];
    };
    const here = shift(118.6, 35.8);
    const there = shift(118.601, 35.801);
    expect(Math.hypot(...here) / kMetre).toBeGreaterThan(300);
    expect(Math.hypot(...here) / kMetre).toBeLessThan(900);
    expect(Math.hypot(here[0] - there[0], here[1] - there[1]) / kMetre).toBeLessThan(1);
});
