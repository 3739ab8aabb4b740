// See `about`. Slices of both servers take turns, so that whatever else the machine does meets both.
import { startBaseline } from "../baseline.mjs";
import { castOf } from "../cast.mjs";
import { errorsOf, median, round, say, stepsOf, table } from "../figures.mjs";
import { machine, processorTime, startServer } from "../ground.mjs";
import { castIn, load } from "../load.mjs";
import { lifecycleSteps } from "../steps.mjs";

export const about =
    "report, assign, sign, handle, verify, close, search by signed-in people without thinking time: Jingwei against a bare Fastify + pg server of seven one-statement handlers without rights, workflow or audit, on the same PostgreSQL with as many cases";
export const defaults = { connections: 16, seconds: 10, slices: 5, baseline: "yes" };

const kWarmUpSeconds = 5;

export class Side {
    constructor(name, server, steps, { options, cast }) {
        Object.assign(this, { name, server, options, slices: [], seconds: { program: 0, database: 0 } });
        this.plan = { mode: "journeys", port: server.port, connections: options.connections, steps, ...castIn(cast.rows) };
    }

    run(seconds) {
        return load(this.options.client, { ...this.plan, seconds, seed: Math.floor(Math.random() * 2 ** 31) });
    }

    async slice() {
        const before = processorTime(this.server.pid, this.options.data);
        const slice = await this.run(this.options.seconds);
        const after = processorTime(this.server.pid, this.options.data);
        for (const part of ["program", "database"]) this.seconds[part] += after[part] - before[part];
        this.slices.push(slice);
    }

    rates(of) {
        return this.slices.map((slice) => slice[of] / slice.seconds);
    }

    /** Microseconds of processor time an operation, of the server, the database and the client. */
    costs() {
        const requests = this.slices.reduce((sum, slice) => sum + slice.requests, 0);
        const each = (seconds) => round((1e6 * seconds) / requests);
        const client = this.slices.reduce((sum, slice) => sum + slice.client_seconds, 0);
        return { server_us: each(this.seconds.program), database_us: each(this.seconds.database), client_us: each(client) };
    }
}

function tell(ours, bare) {
    const [mine, theirs] = [ours, bare].map((side) => side && stepsOf(side.slices));
    const cells = (steps, step) => (steps ? [steps[step].p50_ms, steps[step].p95_ms] : []);
    const head = ["step (ms)", "p50", "p95", ...(bare ? ["bare p50", "bare p95"] : [])];
    table(
        head,
        Object.keys(mine).map((step) => [step, ...cells(mine, step), ...cells(theirs, step)]),
    );
    for (const side of [ours, bare].filter(Boolean)) {
        const { server_us, database_us, client_us } = side.costs();
        say(`${side.name}: ${round(median(side.rates("journeys")))} lifecycles/s, ${round(median(side.rates("requests")))} operations/s; an operation costs ${server_us} µs in the server, ${database_us} µs in PostgreSQL and ${client_us} µs in the client; the server holds ${round(side.server.rssMb)} MB`);
        const errors = errorsOf(side.slices);
        if (Object.keys(errors).length) say(`${side.name}: errors: ${JSON.stringify(errors)}`);
    }
}

function figuresOf(ours, bare, on, people) {
    const figures = {
        lifecycles_per_s: round(median(ours.rates("journeys"))),
        ops_per_s: round(median(ours.rates("requests"))),
        server_mb: round(ours.server.rssMb),
        steps: stepsOf(ours.slices),
        errors: errorsOf(ours.slices),
        costs: ours.costs(),
        people,
        connections: ours.options.connections,
        on,
    };
    if (!bare) return figures;
    const theirs = bare.rates("requests");
    const ratios = ours.rates("requests").map((rate, at) => rate / theirs[at]);
    return {
        ...figures,
        ratio: round(median(ratios)),
        ratios: ratios.map(round),
        baseline: { lifecycles_per_s: round(median(bare.rates("journeys"))), ops_per_s: round(median(theirs)), costs: bare.costs(), steps: stepsOf(bare.slices), errors: errorsOf(bare.slices), server_mb: round(bare.server.rssMb) },
    };
}

async function measure(ours, bare, slices) {
    const sides = [ours, bare].filter(Boolean);
    for (const side of sides) {
        const { errors } = await side.run(kWarmUpSeconds);
        if (Object.keys(errors).length) throw new Error(`${side.name} refuses: ${JSON.stringify(errors)}`);
    }
    for (let at = 0; at < slices; ++at) {
        const turn = at % 2 ? [...sides].reverse() : sides;
        for (const side of turn) await side.slice();
        const said = sides.map((side) => `${side.name} ${round(side.rates("requests").at(-1))}`);
        say(`slice ${at + 1} of ${slices}, operations/s: ${said.join(", ")}`);
    }
}

export async function run(options) {
    const server = await startServer(options);
    let bareServer;
    try {
        const on = machine(options.data);
        const cast = castOf(options.data);
        if (options.baseline === "yes") bareServer = await startBaseline(options);
        say(`${on.cases} cases, ${cast.people} people of ${cast.crews.length} grids, ${options.connections} connections, slices of ${options.seconds} s`);
        const ours = new Side("Jingwei", server, lifecycleSteps(), { options, cast });
        const bare = bareServer && new Side("bare server", bareServer, lifecycleSteps(""), { options, cast });
        await measure(ours, bare, options.slices);
        tell(ours, bare);
        return figuresOf(ours, bare, on, cast.people);
    } finally {
        await bareServer?.stop();
        await server.stop();
    }
}
