// Numbers and how they are told.

export const say = (text) => console.log(text);

export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    if (sorted.length === 0) return NaN;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Three digits that matter: 12345.6 → 12346, 0.61234 → 0.612. */
export const round = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** Rows of cells under a head, in columns. */
export function table(head, rows) {
    const all = [head, ...rows.map((row) => row.map((cell) => (typeof cell === "number" ? String(round(cell)) : cell)))];
    const widths = head.map((_, at) => Math.max(...all.map((row) => row[at].length)));
    for (const row of all) say(`  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  ")}`);
}

/** {step: {p50_ms, p95_ms}} of several slices: the median of each figure. */
export function stepsOf(slices) {
    const steps = {};
    for (const step of Object.keys(slices[0].steps)) {
        const of = (figure) => round(median(slices.map((slice) => slice.steps[step]?.[figure] ?? NaN)));
        steps[step] = { p50_ms: of("p50_ms"), p95_ms: of("p95_ms"), p99_ms: of("p99_ms") };
    }
    return steps;
}

/** How many errors of which kind, over all slices. */
export function errorsOf(slices) {
    const errors = {};
    for (const slice of slices) for (const [what, times] of Object.entries(slice.errors)) errors[what] = (errors[what] ?? 0) + times;
    return errors;
}
