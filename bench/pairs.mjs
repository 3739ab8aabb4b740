// Two sides that take turns, slice by slice.
import { median, round, say } from "./figures.mjs";

/** Rates of both sides and the median of the ratios of their slices. `sides` are {name, slice(): rate}. */
export async function paired(sides, slices) {
    const rates = sides.map(() => []);
    for (const side of sides) await side.slice(); // warm
    for (let at = 0; at < slices; ++at) {
        const turn = at % 2 ? [1, 0] : [0, 1];
        for (const which of turn) rates[which].push(await sides[which].slice());
        say(`slice ${at + 1} of ${slices}: ${sides.map((side, which) => `${side.name} ${round(rates[which].at(-1))}/s`).join(", ")}`);
    }
    const ratios = rates[0].map((rate, at) => rate / rates[1][at]);
    return { rates: rates.map((list) => round(median(list))), ratio: round(median(ratios)), ratios: ratios.map(round) };
}

/** A run of the load client without a single refusal; requests a second. */
export function rateOf(run) {
    if (Object.keys(run.errors).length) throw new Error(`refused: ${JSON.stringify(run.errors)}`);
    return run.requests / run.seconds;
}
