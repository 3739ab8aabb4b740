// Requests that are recorded for pgbench: made once by fetch against a server that logs its round trips.
import { Caller, newId, requestOf } from "./caller.mjs";
import { castOf } from "./cast.mjs";
import { say } from "./figures.mjs";
import { startServer } from "./ground.mjs";
import { Script } from "./pgbench.mjs";
import { Recorder } from "./statements.mjs";
import { lifecycleSteps } from "./steps.mjs";

const kWritesStep = /INTO case_step\b/;

class Recording {
    constructor(data, port, recorder, row) {
        Object.assign(this, { data, port, recorder, row });
    }

    #ask(step, caseId) {
        const { role, method, target, body } = requestOf(step, this.row, caseId);
        return new Caller(this.port, this.row, role).ask(method, target, body);
    }

    async #script(steps, caseId, since, code, like) {
        const scripts = [];
        let known = like;
        for (const step of steps) {
            const { answer, trips } = await this.recorder.record(step.wanted ?? kWritesStep, () => this.#ask(step, caseId));
            const script = new Script(this.data, since, code ?? answer.code);
            scripts.push((known ? script.sharing(known) : script).add(trips));
            known = scripts.at(-1);
            say(`  ${step.name}: ${trips.flat().length} statements in ${trips.length} round trip${trips.length > 1 ? "s" : ""}`);
        }
        return scripts;
    }

    /** A script that reports. */
    async report() {
        const [step] = lifecycleSteps();
        await this.#ask(step, newId());
        const since = Date.now();
        const [report] = await this.#script([step], newId(), since);
        return report;
    }

    /** Scripts of a lifecycle's six writes: one that reports, and those that do what follows. */
    async lifecycle() {
        const steps = lifecycleSteps().slice(0, 6);
        // Twice: the first time statements are prepared and sessions read.
        const first = newId();
        for (const step of steps) await this.#ask(step, first);
        const since = Date.now();
        const caseId = newId();
        const [report] = await this.#script(steps.slice(0, 1), caseId, since);
        const acts = await this.#script(steps.slice(1), caseId, since, report.code, report);
        return { report, acts, caseId };
    }

    /** A script of one reading, of that case when it is of one. */
    async reading(step, like, caseId) {
        await this.#ask(step, caseId);
        const [script] = await this.#script([step], caseId, Date.now(), like?.code, like);
        return script;
    }
}

/** So many rows of the cast, from all over the county. */
export const spread = (rows, count) => rows.filter((_, at) => at % Math.ceil(rows.length / count) === 0);

/** Starts a server that logs, lets `work` record on it, stops it again; answers what `work` answered. */
export async function recorded(options, work) {
    const server = await startServer({ ...options, serve: `${options.serve ?? ""} --log-level debug`.trim() });
    let recorder;
    try {
        const cast = castOf(options.data);
        recorder = await Recorder.begin(options.data);
        return await work((row) => new Recording(options.data, server.port, recorder, row), cast.rows);
    } finally {
        recorder?.end();
        await server.stop();
    }
}
