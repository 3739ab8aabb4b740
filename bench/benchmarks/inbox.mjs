import { readersOf } from "../cast.mjs";
import { round, say, table } from "../figures.mjs";
import { machine, rowsOf, startServer } from "../ground.mjs";
import { castIn, load } from "../load.mjs";
import { get, search } from "../steps.mjs";

export const about =
    "what a reader of the inbox waits for, over the rights of many users: first, filtered and deep page, full-text search of 2 to 6 Chinese characters, counts and figures; compared with the limit of 50 ms for the p95";
export const defaults = { users: 2000, seconds: 15, connections: 4 };

const kLimitMs = 50;
const kDayMs = 24 * 60 * 60 * 1000;

/** Two to six neighbouring Chinese characters of a text. */
function wordOf(text, at) {
    const runs = text.match(/[\u3400-\u9fff]{2,}/g) ?? ["路灯"];
    const run = runs[at % runs.length];
    const size = Math.min(run.length, 2 + (at % 5));
    const from = at % (run.length - size + 1);
    return encodeURIComponent(run.slice(from, from + size));
}

function questions() {
    const day = (ago) => new Date(Date.now() - ago * kDayMs).toISOString().replace(/\.\d+Z/, "Z");
    const figures = `/api/v1/cases/figures?path={{path}}&from=${day(30)}&to=${day(0)}`;
    const list = (name, query) => search(name, "reader", query);
    return [
        list("first page: to do", "view=todo&limit=30"),
        list("first page: open", "view=open&limit=30"),
        list("first page: done", "view=done&limit=30"),
        list("filtered: open, one matter", "view=open&matter={{matter}}&limit=30"),
        list("filtered: done, one matter", "view=done&matter={{matter}}&limit=30"),
        list("filtered: closed, one place", "state=closed&path={{path}}&limit=30"),
        list("deep page", "view=done&after={{after}}&limit=30"),
        list("search: done", "view=done&q={{word}}&limit=30"),
        list("search: open", "view=open&q={{word}}&limit=30"),
        get("counts", "reader", "/api/v1/cases/counts"),
        { ...get("figures of 30 days", "reader", figures), roles: ["grid_lead", "dispatcher", "supervisor"] },
    ];
}

export async function run(options) {
    const { data, client, connections, seconds, users } = options;
    const server = await startServer(options);
    try {
        const on = machine(data);
        const past = rowsOf(data, "past");
        const readers = readersOf(data, users);
        const rows = readers.map(({ reader, path, role }, at) => {
            const { at: moment, id, matter, text } = past[at % past.length];
            return { reader, role, path: encodeURIComponent(path), matter, after: `${moment}.${id}`, word: wordOf(text, at) };
        });
        say(`${on.cases} cases, ${readers.length} users, ${connections} connections, ${seconds} s each`);
        const measured = {};
        for (const { roles, ...step } of questions()) {
            const cast = castIn(roles ? rows.filter(({ role }) => roles.includes(role)) : rows);
            const plan = { mode: "journeys", port: server.port, connections, steps: [step], ...cast };
            await load(client, { ...plan, seconds: Math.min(2, seconds) }); // warm
            const seen = await load(client, { ...plan, seconds, seed: Date.now() });
            const { p50_ms, p95_ms, p99_ms, count } = seen.steps[step.name] ?? {};
            if (Object.keys(seen.errors).length) say(`refused: ${JSON.stringify(seen.errors)}`);
            measured[step.name] = { p50_ms, p95_ms, p99_ms, per_s: round(count / seen.seconds), errors: seen.errors };
        }
        const names = Object.keys(measured);
        table(
            ["question (ms)", "p50", "p95", "p99", "a second", "within 50 ms"],
            names.map((name) => [name, measured[name].p50_ms, measured[name].p95_ms, measured[name].p99_ms, measured[name].per_s, measured[name].p95_ms < kLimitMs ? "yes" : "no"]),
        );
        return { p95_ms: Math.max(...names.map((name) => measured[name].p95_ms)), questions: measured, users: readers.length, connections, on };
    } finally {
        await server.stop();
    }
}
