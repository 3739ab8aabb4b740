import { say } from "../figures.mjs";
import { forgetReported, machine, startServer } from "../ground.mjs";
import { castIn, load } from "../load.mjs";
import { paired, rateOf } from "../pairs.mjs";
import { idOf, numbersOf, pgbench } from "../pgbench.mjs";
import { recorded } from "../recording.mjs";
import { get, search } from "../steps.mjs";

export const about =
    "the page of a case and the first page of an inbox over HTTP against pgbench running the same statements in pipelines of the same round trips";
export const defaults = { connections: 16, seconds: 10, slices: 5, readers: 8, each: 50 };

const page = (id) => ({ ...get("page", "lead", `/api/v1/cases/${id}`), wanted: /FROM case_step\b/ });
const inbox = { ...search("inbox", "lead", "view=todo&limit=30"), wanted: /AS summary\b/ };

async function record(recording, rows, { readers }) {
    const first = recording(rows[0]);
    const { report, caseId } = await first.lifecycle();
    const pageOf = await first.reading(page(caseId), report, caseId);
    const inboxes = [];
    const seen = new Set();
    const several = rows.filter((row) => !seen.has(row.lead) && seen.add(row.lead)).slice(0, readers);
    for (const row of several) inboxes.push(await recording(row).reading(inbox));
    return { report, page: pageOf, inboxes, casePrefix: report.prefixes.get(caseId), several };
}

export async function run(options) {
    const began = new Date();
    say("what each reading asks of the database, from the server's own log:");
    const scripts = await recorded(options, (recording, rows) => record(recording, rows, options));
    const { data, connections, seconds, each, client } = options;
    const server = await startServer(options);
    try {
        const among = { each, clients: connections };
        await pgbench(data, [scripts.report], { connections, each });
        const cases = numbersOf(among).map((number) => ({ lead: scripts.several[0].lead, page: idOf(scripts.casePrefix, number) }));
        const over = (steps, rows) => async () => rateOf(await load(client, { mode: "journeys", port: server.port, connections, seconds, steps, seed: Date.now(), ...castIn(rows) }));
        const by = (list, numbers) => async () => (await pgbench(data, list, { connections, seconds, ...numbers })).tps;
        const on = machine(data);
        const measured = {};
        for (const [name, http, bare] of [
            ["page", over([page("{{page}}")], cases), by([scripts.page], { among })],
            ["inbox", over([inbox], scripts.several), by(scripts.inboxes, {})],
        ]) {
            say(`${name}:`);
            const { rates, ratio, ratios } = await paired([{ name: "Jingwei over HTTP", slice: http }, { name: "pgbench", slice: bare }], options.slices);
            measured[name] = { per_s: rates[0], pgbench_per_s: rates[1], ratio, ratios };
        }
        return { ...measured, ratio: Math.min(measured.page.ratio, measured.inbox.ratio), connections, on };
    } finally {
        forgetReported(data, began);
        await server.stop();
    }
}
