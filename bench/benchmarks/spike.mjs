import { castOf } from "../cast.mjs";
import { round, say, table } from "../figures.mjs";
import { machine, startServer } from "../ground.mjs";
import { castIn, load } from "../load.mjs";
import { lifecycleSteps } from "../steps.mjs";

export const about =
    "lifecycles that begin when the plan says so, in stages ten times as high as those that DIGIT publishes (57 % errors, p95 37 s, no recovery); then the rate at which it stops holding";
export const defaults = {
    rates: "10,150,10,250,20,350,100,0",
    "stage-seconds": 60,
    sessions: 3000,
    connections: 1000,
    "slow-ms": 100,
    climb: "yes",
    "climb-from": 50,
    "climb-seconds": 15,
};

const kClimb = 1.25;

/** Seconds of each stage until its last second whose p95 is slow has passed. */
function calmAfter({ stages, p95_ms_by_second: seconds }, slowMs) {
    let begin = 0;
    return stages.map((stage) => {
        const own = seconds.slice(begin, begin + stage.seconds);
        begin += stage.seconds;
        return own.findLastIndex((p95) => p95 >= slowMs) + 1;
    });
}

function tell(stages, calm) {
    table(
        ["lifecycles/s", "requests", "errors", "p50 ms", "p95 ms", "p99 ms", "most ms", "calm after s"],
        stages.map((stage, at) => [String(stage.rate), stage.requests.count, stage.errors, stage.requests.p50_ms, stage.requests.p95_ms, stage.requests.p99_ms, stage.requests.max_ms, calm[at]]),
    );
}

const holds = (stage, slowMs) => stage.errors === 0 && stage.requests.p95_ms < slowMs;

/** Higher and higher, until errors come or the p95 is slow. */
async function climb(make, options) {
    let held = 0;
    for (let rate = options["climb-from"]; ; rate = Math.ceil(rate * kClimb)) {
        const [stage] = (await make([{ rate, seconds: options["climb-seconds"] }])).stages;
        say(`  ${rate} lifecycles/s: p95 ${round(stage.requests.p95_ms)} ms, ${stage.errors} errors`);
        if (!holds(stage, options["slow-ms"])) return { holds_at: held, breaks_at: rate };
        held = rate;
    }
}

export async function run(options) {
    const server = await startServer(options);
    try {
        const on = machine(options.data);
        const { rows, sessions } = castOf(options.data, { sessions: options.sessions, most: options.sessions });
        const plan = { mode: "journeys", port: server.port, connections: options.connections, steps: lifecycleSteps(), ...castIn(rows) };
        const make = (stages) => load(options.client, { ...plan, stages, seed: Date.now() });
        await make([{ rate: 20, seconds: 10 }]); // plans and sessions are read once
        say(`${on.cases} cases, ${sessions} sessions, ${options["stage-seconds"]} s a stage`);
        const stages = String(options.rates).split(",").map((rate) => ({ rate: Number(rate), seconds: options["stage-seconds"] }));
        const spike = await make(stages);
        const { stages: seen, errors } = spike;
        const calm = calmAfter(spike, options["slow-ms"]);
        tell(seen, calm);
        const busy = seen.filter((stage) => stage.requests.count > 0);
        const lower = calm.filter((_, at) => at > 0 && seen[at].rate < seen[at - 1].rate);
        const figures = {
            errors: seen.reduce((sum, stage) => sum + stage.errors, 0),
            kinds: errors,
            p95_ms: round(Math.max(...busy.map((stage) => stage.requests.p95_ms))),
            calm_after_s: Math.max(0, ...lower),
            stages: seen.map(({ rate, requests, errors: wrong }) => ({ rate, p95_ms: requests.p95_ms, errors: wrong })),
            server_mb: round(server.rssMb),
        };
        if (options.climb === "yes") Object.assign(figures, await climb(make, options));
        return { ...figures, sessions, on };
    } finally {
        await server.stop();
    }
}
