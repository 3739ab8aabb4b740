import { say } from "../figures.mjs";
import { machine, startServer } from "../ground.mjs";
import { castIn, load } from "../load.mjs";
import { paired, rateOf } from "../pairs.mjs";
import { beyond, pgbench } from "../pgbench.mjs";
import { recorded } from "../recording.mjs";
import { lifecycleSteps } from "../steps.mjs";

export const about =
    "assigning, signing, handling, verifying and closing a reported case over HTTP against pgbench running the same statements in pipelines of the same round trips; reporting the cases is not part of the time";
export const defaults = { connections: 16, each: 100, slices: 5 };

const kReport = 1;

export async function run(options) {
    say("what each step asks of the database, from the server's own log:");
    const { report, acts, row } = await recorded(options, async (recording, [first]) => ({ row: first, ...(await recording(first).lifecycle()) }));
    const { data, connections, each, client } = options;
    const server = await startServer(options);
    try {
        const steps = lifecycleSteps().slice(0, kReport + acts.length);
        const plan = { mode: "journeys", port: server.port, connections, journeys: each * connections, prelude: kReport, steps, ...castIn([row]) };
        const http = { name: "Jingwei over HTTP", slice: async () => rateOf(await load(client, { ...plan, seed: Date.now() })) };
        let begin = 0;
        const all = acts[0].joined(acts.slice(1));
        const bare = {
            name: "pgbench",
            slice: async () => {
                await pgbench(data, [report], { connections, each, begin });
                const { tps } = await pgbench(data, [all], { connections, each, begin });
                begin = beyond(begin, each);
                return tps * acts.length;
            },
        };
        const on = machine(data);
        const { rates, ratio, ratios } = await paired([http, bare], options.slices);
        say(`steps/s: ${rates[0]} over HTTP, ${rates[1]} by pgbench`);
        return { acts_per_s: rates[0], pgbench_per_s: rates[1], ratio, ratios, connections, on };
    } finally {
        await server.stop();
    }
}
