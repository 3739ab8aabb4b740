// Compares what the server acknowledged with what it has: in the tables and over its API.
import { Agent } from "node:http";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { kCounty } from "./house.mjs";
import { ask, headersOf } from "./writers.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const sqlFile = (name) => readFileSync(path.join(here, "sql", `${name}.sql`), "utf8");
const kAtOnce = 8;
const kMostTold = 5;

function refuse(what, found) {
    if (found.length) throw new Error(`${found.length} ${what}, such as ${found.slice(0, kMostTold).join("\n")}`);
}

/** Throws unless every acknowledged step is in the tables exactly once, with its entry of the audit. */
export function checkTables(house, acknowledged) {
    const lines = acknowledged.map((one) => [one.case, one.step, one.no, one.action].join("\t"));
    const statement = sqlFile("unkept").replace("\\copy acknowledged FROM pstdin", `COPY acknowledged FROM STDIN;\n${lines.join("\n")}\n\\.`);
    refuse("acknowledged writes are not there once", house.psql(statement, { variables: { county: kCounty } }));
}

/** Throws unless the API shows every acknowledged step to the worker who reported the case. */
export async function checkAnswers(house, acknowledged) {
    const cases = grouped(acknowledged);
    const agent = new Agent({ keepAlive: true, maxSockets: kAtOnce });
    const queue = [...cases].values();
    const missing = [];
    const look = async () => {
        for (const [id, steps] of queue) {
            const answer = await ask({ port: house.port, agent, method: "GET", target: `/api/v1/cases/${id}`, headers: headersOf(steps[0].row, "worker") });
            const shown = answer.status === 200 ? JSON.parse(answer.text).steps.map((step) => step.id) : [];
            missing.push(...steps.filter((one) => shown.filter((step) => step === one.step).length !== 1).map((one) => `${one.step} of ${id} (${answer.status})`));
        }
    };
    await Promise.all(Array.from({ length: kAtOnce }, look));
    agent.destroy();
    refuse("acknowledged writes are not shown once", missing);
}

function grouped(acknowledged) {
    const cases = new Map();
    for (const one of acknowledged) {
        if (!cases.has(one.case)) cases.set(one.case, []);
        cases.get(one.case).push(one);
    }
    return cases;
}

/** Everything at once, after the writers have stopped. */
export async function checkAll(house, writers) {
    refuse("answers are neither yes nor later", writers.wrong);
    if (writers.acknowledged.length === 0) throw new Error("nothing was acknowledged at all");
    checkTables(house, writers.acknowledged);
    await checkAnswers(house, writers.acknowledged);
    house.verifyAudit();
}

/** Throws unless so many reports were made through the API: for loads too large to keep each. */
export function checkTotals(house, acknowledged) {
    const [line] = house.psql(sqlFile("reported"), { variables: { county: kCounty } });
    const { cases, steps, entries } = JSON.parse(line);
    const whole = cases >= acknowledged && steps === cases && entries === cases;
    if (!whole) throw new Error(`${acknowledged} reports were acknowledged, there are ${line}`);
}
