import { castOf } from "../cast.mjs";
import { errorsOf, median, round, say, stepsOf, table } from "../figures.mjs";
import { machine, rowsOf, startServer } from "../ground.mjs";
import { lifecycleSteps } from "../steps.mjs";
import { Side } from "./lifecycle.mjs";

export const about =
    "the lifecycle in counties of different sizes, each in a data folder of its own: what an operation costs and how many bytes a case takes; compared with each other, flat within 20 %";
export const defaults = { sizes: "10000,100000,1000000,5000000", connections: 16, seconds: 10, slices: 3 };

const kWarmUps = 3;

async function measured(options, cases) {
    const own = { ...options, cases, data: `${options.data}-${cases}` };
    const server = await startServer(own);
    try {
        const [before] = rowsOf(own.data, "sizes");
        const side = new Side("Jingwei", server, lifecycleSteps(), { options: own, cast: castOf(own.data) });
        await side.run(kWarmUps * own.seconds); // a large county lies on disk at first
        for (let at = 0; at < own.slices; ++at) await side.slice();
        const errors = errorsOf(side.slices);
        if (Object.keys(errors).length) throw new Error(`refused: ${JSON.stringify(errors)}`);
        const figures = { cases: before.cases, ops_per_s: round(median(side.rates("requests"))), ...side.costs(), bytes_per_case: Math.round(before.bytes / before.cases), steps: stepsOf(side.slices), server_mb: round(server.rssMb) };
        say(`${figures.cases} cases: ${figures.ops_per_s} operations/s, ${figures.bytes_per_case} bytes a case`);
        return { figures, on: machine(own.data) };
    } finally {
        await server.stop();
    }
}

const spread = (values) => round(Math.max(...values) / Math.min(...values) - 1);

export async function run(options) {
    const all = [];
    for (const size of String(options.sizes).split(",")) all.push(await measured(options, Number(size)));
    const sizes = all.map(({ figures }) => figures);
    table(
        ["cases", "operations/s", "server µs", "PostgreSQL µs", "bytes a case"],
        sizes.map((one) => [String(one.cases), one.ops_per_s, one.server_us, one.database_us, one.bytes_per_case]),
    );
    const cost = sizes.map((one) => one.server_us + one.database_us);
    return { cost_spread: spread(cost), bytes_spread: spread(sizes.map((one) => one.bytes_per_case)), sizes, on: all[0].on };
}
