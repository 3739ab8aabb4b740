import type { DrawingFault, DrawingFaultKind } from '@jingwei/api';

/** In the order in which they are mended: what is not there, what is broken, then what does not fit. */
export const faultKinds: readonly DrawingFaultKind[] = ['not_drawn', 'invalid', 'overlap', 'outside', 'gap'];

/** The faults kind by kind, the largest first; kinds without any are left out. */
export function byKind(faults: readonly DrawingFault[]): { kind: DrawingFaultKind; faults: DrawingFault[] }[] {
    return faultKinds
        .map((kind) => ({ kind, faults: faults.filter((one) => one.kind === kind).sort((one, other) => other.area_m2 - one.area_m2) }))
        .filter((one) => one.faults.length > 0);
}

/** An area in the unit that a person would use. */
export function areaIn(m2: number): { unit: 'm2' | 'ha' | 'km2'; amount: number } {
    if (m2 >= 1_000_000) return { unit: 'km2', amount: Number((m2 / 1_000_000).toFixed(2)) };
    if (m2 >= 10_000) return { unit: 'ha', amount: Number((m2 / 10_000).toFixed(1)) };
    return { unit: 'm2', amount: Math.max(1, Math.round(m2)) };
}
