import { say } from "../figures.mjs";
import { forgetReported, machine, startServer } from "../ground.mjs";
import { castIn, load } from "../load.mjs";
import { paired, rateOf } from "../pairs.mjs";
import { beyond, pgbench } from "../pgbench.mjs";
import { recorded, spread } from "../recording.mjs";
import { lifecycleSteps } from "../steps.mjs";

export const about =
    "reporting a case over HTTP, with session, rights, case, step, audit and deadline, against pgbench running the same statements in pipelines of the same round trips, on the same database with full durability";
export const defaults = { connections: 16, seconds: 10, slices: 5, crews: 1 };

async function record(recording, rows) {
    const reports = [];
    for (const row of rows) reports.push(await recording(row).report());
    return { reports, rows };
}

export async function run(options) {
    const began = new Date();
    say("what a report asks of the database, from the server's own log:");
    const { reports, rows } = await recorded(options, (recording, all) => record(recording, spread(all, options.crews)));
    const { data, connections, seconds, client } = options;
    const server = await startServer(options);
    try {
        const plan = { mode: "journeys", port: server.port, connections, seconds, steps: lifecycleSteps().slice(0, 1), ...castIn(rows) };
        const http = { name: "Jingwei over HTTP", slice: async () => rateOf(await load(client, { ...plan, seed: Date.now() })) };
        let begin = 0;
        const bare = {
            name: "pgbench",
            slice: async () => {
                const { tps, transactions } = await pgbench(data, reports, { connections, seconds, begin });
                begin = beyond(begin, transactions);
                return tps;
            },
        };
        const on = machine(data);
        const { rates, ratio, ratios } = await paired([http, bare], options.slices);
        say(`reports/s: ${rates[0]} over HTTP, ${rates[1]} by pgbench`);
        return { reports_per_s: rates[0], pgbench_per_s: rates[1], ratio, ratios, connections, on };
    } finally {
        forgetReported(data, began);
        await server.stop();
    }
}
