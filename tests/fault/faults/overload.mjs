// Three times as many requests as the server can take.
import { castOf } from "../../../bench/cast.mjs";
import { median, round } from "../../../bench/figures.mjs";
import { castIn, load } from "../../../bench/load.mjs";
import { lifecycleSteps } from "../../../bench/steps.mjs";
import { House, kLoadClient, memoryMb, pause } from "../house.mjs";
import { checkTotals } from "../ledger.mjs";

export const about = "reports at three times the rate that the server takes at most";
export const defaults = { slices: 7, seconds: 8, closed: 32, open: 3000, factor: 3, percent: 80 };
export const short = { slices: 3, seconds: 2, percent: 65 }; // in so short a time the rise and the end weigh much

const kProbeMs = 50;
const kFastMs = 250; // of a refusal, and of an answer about health

/** Asks how the server is, all the time, on a connection of its own each time, as a balancer does. */
class Probe {
    constructor(house, target) {
        Object.assign(this, { house, target, times: [], failures: [] });
    }

    async watch() {
        this.going = true;
        while (this.going) {
            const began = performance.now();
            const answer = await this.house.get(this.target, { headers: { Connection: "close" } }).catch((problem) => ({ status: problem.message }));
            this.times.push(performance.now() - began);
            if (answer.status !== 200) this.failures.push(answer.status);
            await pause(kProbeMs);
        }
    }

    tell() {
        const sorted = [...this.times].sort((a, b) => a - b);
        return `${this.target}: ${sorted.length} times, median ${round(median(sorted))} ms, most ${round(sorted.at(-1))} ms, ${this.failures.length} failures`;
    }
}

class Overload {
    constructor(house, options) {
        Object.assign(this, { house, options, peaks: [], goods: [], shares: [], refusals: {}, acknowledged: 0 });
        const report = lifecycleSteps().slice(0, 1);
        this.plan = { mode: "journeys", port: house.port, steps: report, ...castIn(castOf(house.data).rows) };
    }

    async run(further) {
        const figures = await load(kLoadClient, { ...this.plan, ...further, seed: Math.floor(Math.random() * 2 ** 31) });
        this.acknowledged += figures.requests;
        return figures;
    }

    /** Requests a second of a closed loop: what the server takes at most. */
    async peak(seconds) {
        const { requests, seconds: took } = await this.run({ connections: this.options.closed, seconds });
        return requests / took;
    }

    async slice() {
        const { seconds, factor, open } = this.options;
        const before = await this.peak(seconds);
        const over = await this.run({ connections: open, stages: [{ rate: factor * before, seconds }] });
        const after = await this.peak(seconds);
        const peak = (before + after) / 2; // whatever else the machine does meets both
        const good = over.requests / over.seconds;
        this.peaks.push(peak);
        this.goods.push(good);
        this.shares.push(good / peak);
        for (const [what, times] of Object.entries(over.errors)) this.refusals[what] = (this.refusals[what] ?? 0) + times;
        this.last = over.stages[0];
    }
}

function tell(say, overload, probes, house) {
    const { peaks, goods, shares, refusals, last } = overload;
    say(`at most ${round(median(peaks))} reports/s; at three times that ${round(median(goods))} reports/s: ${round(100 * median(shares))} % (${shares.map((one) => Math.round(100 * one)).join(", ")})`);
    say(`refused: ${JSON.stringify(refusals)}; in the last slice refusals took ${round(last.refusals?.p50_ms ?? NaN)} ms (median), ${round(last.refusals?.p99_ms ?? NaN)} ms (99 %); reports ${round(last.requests.p50_ms)} ms and ${round(last.requests.p99_ms)} ms`);
    for (const probe of probes) say(probe.tell());
    const worker = house.worker ?? house.supervisor.pid;
    say(`the server holds ${round(memoryMb(worker, "VmRSS"))} MB, at most ${round(memoryMb(worker, "VmHWM"))} MB`);
}

export async function run({ say, check, options }) {
    const house = await House.open("overload");
    try {
        const overload = new Overload(house, options);
        await overload.peak(2); // plans and sessions are read once
        const probes = ["/healthz", "/readyz"].map((target) => new Probe(house, target));
        const watching = Promise.all(probes.map((probe) => probe.watch()));
        for (let at = 0; at < options.slices; ++at) await overload.slice();
        for (const probe of probes) probe.going = false;
        await watching;
        tell(say, overload, probes, house);
        await check(`${options.percent} % of the peak are still served at three times the load`, () => {
            const share = median(overload.shares);
            if (100 * share < options.percent) throw new Error(`only ${round(100 * share)} %`);
        });
        await check("whoever is refused is told 503, and fast", () => {
            const others = Object.keys(overload.refusals).filter((what) => !what.endsWith(" 503"));
            if (others.length) throw new Error(JSON.stringify(overload.refusals));
            if (overload.last.refusals.p99_ms > kFastMs) throw new Error(JSON.stringify(overload.last.refusals));
        });
        await check("checks of health are answered meanwhile", () => {
            for (const probe of probes) if (probe.failures.length || median(probe.times) > kFastMs) throw new Error(probe.tell());
        });
        await check("every acknowledged report is there", () => checkTotals(house, overload.acknowledged));
    } finally {
        await house.close();
    }
}
