import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import { castOf } from "../cast.mjs";
import { median, round, say, table } from "../figures.mjs";
import { launch, machine, postmasterOf, startServer } from "../ground.mjs";
import { castIn, load } from "../load.mjs";
import { lifecycleSteps } from "../steps.mjs";

export const about =
    "from the start of `jingwei serve` to its first list of cases: with nothing of the data in memory, with everything in memory, and after a kill -9 of server and PostgreSQL under load";
export const defaults = { times: 3, "load-seconds": 10 };

/** Lets the kernel forget what it holds of these files, and of no others. */
function forget(folder) {
    for (const name of readdirSync(folder)) {
        const file = path.join(folder, name);
        const found = statSync(file);
        if (found.isDirectory()) forget(file);
        else if (found.isFile()) execFileSync("dd", [`if=${file}`, "iflag=nocache", "count=0", "status=none"]);
    }
}

/** Starts, asks for readiness and for an inbox; the times in ms since the start. */
async function started(options, cookie) {
    const began = performance.now();
    const since = () => round(performance.now() - began);
    const server = await launch(options);
    const times = { listens_ms: since() };
    const ask = (target, headers) => fetch(`http://127.0.0.1:${server.port}${target}`, { headers });
    const ready = await ask("/readyz");
    times.ready_ms = since();
    const listed = await ask("/api/v1/cases?view=done&limit=30", { Cookie: `jingwei_session=${cookie}` });
    await listed.text();
    times.list_ms = since();
    if (!ready.ok || !listed.ok) throw new Error(`not ready: ${ready.status}, ${listed.status}`);
    return { server, times };
}

async function crash(server, options, rows) {
    const plan = { mode: "journeys", port: server.port, connections: 16, seconds: options["load-seconds"], steps: lifecycleSteps(), ...castIn(rows) };
    const loading = load(options.client, plan).catch(() => {}); // it loses its server
    await new Promise((resolve) => setTimeout(resolve, 900 * options["load-seconds"]));
    process.kill(postmasterOf(options.data), "SIGKILL");
    await server.stop("SIGKILL");
    await loading;
}

export async function run(options) {
    let server = await startServer(options);
    const on = machine(options.data);
    const { rows } = castOf(options.data);
    const kinds = { cold: [], warm: [], crash: [] };
    const next = async (kind) => {
        const { server: running, times } = await started(options, rows[0].desk);
        kinds[kind].push(times);
        say(`${kind}: listens after ${times.listens_ms} ms, ready after ${times.ready_ms} ms, first list after ${times.list_ms} ms`);
        server = running;
    };
    try {
        for (let at = 0; at < options.times; ++at) {
            await server.stop();
            forget(path.join(options.data, "postgres"));
            await next("cold");
            await server.stop();
            await next("warm");
            await crash(server, options, rows);
            await next("crash");
        }
    } finally {
        await server.stop();
    }
    const of = (kind, figure) => round(median(kinds[kind].map((times) => times[figure])));
    const figures = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, { listens_ms: of(kind, "listens_ms"), ready_ms: of(kind, "ready_ms"), list_ms: of(kind, "list_ms") }]));
    table(
        ["start (ms)", "listens", "ready", "first list"],
        Object.entries(figures).map(([kind, times]) => [kind, ...Object.values(times)]),
    );
    return { ...figures, on };
}
