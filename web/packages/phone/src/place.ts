/** Why a position could not be had, as the last part of a key of sentences. */
export type NoPlace = 'refused' | 'unavailable';
const kLimitMs = 15_000;
const kRefused = 1;

/** Where this telephone is (WGS 84), asked for once and kept nowhere. */
export function position(): Promise<{ lon: number; lat: number }> {
    return new Promise((resolve, reject) => {
        if (!('geolocation' in navigator) || !window.isSecureContext) {
            reject(new Error('unavailable'));
            return;
        }
        navigator.geolocation.getCurrentPosition(
            ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
            ({ code }) => reject(new Error(code === kRefused ? 'refused' : 'unavailable')),
            { enableHighAccuracy: true, timeout: kLimitMs, maximumAge: 0 },
        );
    });
}

export const whyNot = (failure: unknown): NoPlace => (failure instanceof Error && failure.message === 'refused' ? 'refused' : 'unavailable');
