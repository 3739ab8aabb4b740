import { castOf, signIn } from "../cast.mjs";
import { round, say } from "../figures.mjs";
import { machine, rowsOf, startServer } from "../ground.mjs";
import { castIn, load } from "../load.mjs";
import { get, lifecycleSteps } from "../steps.mjs";

export const about =
    "thousands of listeners to server-sent events: what memory the server holds for them, and how long a new case takes to reach all; compared with the limits of 300 MB and 1 s";
export const defaults = { listeners: 5000, rounds: 10 };

const isWithin = (path, root) => path === root || path.startsWith(`${root}/`);

export async function run(options) {
    const { data, client, listeners, rounds } = options;
    const server = await startServer(options);
    try {
        const on = machine(data);
        const { rows, county } = castOf(data);
        const [reporter] = rows;
        // Everybody may hear of the case: whose place the grid lies in.
        const hearing = rowsOf(data, "readers").filter((one) => one.role !== "handler" && isWithin(reporter.grid, one.path));
        const accounts = [...new Set(hearing.map((one) => one.account))];
        const signed = signIn(data, county, accounts, listeners);
        const cast = Array.from({ length: listeners }, (_, at) => ({ ...reporter, listener: signed.of(accounts[at % accounts.length], Math.floor(at / accounts.length)).token }));
        const stream = get("listen", "listener", "/api/v1/events");
        stream.head = stream.head.replace("Accept: application/json", "Accept: text/event-stream");
        const memory = { before_mb: round(server.rssMb) };
        const plan = { mode: "listen", port: server.port, connections: listeners, rounds, event: "event: case_changed", steps: [stream, lifecycleSteps()[0]], ...castIn(cast) };
        const seen = await load(client, plan, () => {
            memory.listening_mb = round(server.rssMb);
            say(`${listeners} listeners of ${accounts.length} people: ${memory.listening_mb} MB, ${memory.before_mb} MB before`);
        });
        memory.after_mb = round(server.peakMb);
        const all = seen.rounds.map((one) => one.all_ms);
        if (seen.rounds.some((one) => one.answer_status >= 300)) throw new Error("a report was refused");
        say(`a new case reached all within ${round(Math.max(...all))} ms at most, the first half of them within ${round(Math.max(...seen.rounds.map((one) => one.p50_ms)))} ms`);
        return { listeners, server_mb: Math.max(memory.listening_mb, memory.after_mb), ...memory, reached_all_ms: round(Math.max(...all)), rounds: all.map(round), on };
    } finally {
        await server.stop();
    }
}
