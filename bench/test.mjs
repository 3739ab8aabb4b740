// Tests of what the benchmarks read and compute; no benchmark is run. Ends with "N passed, N failed".
import assert from "node:assert/strict";

import { median, round } from "./figures.mjs";
import { numbersOf } from "./pgbench.mjs";
import { parametersOf, statementOf, tripsOf } from "./statements.mjs";

const statement = (name, pid = 1) => ({ pid, name, text: `text of ${name}`, values: [] });

const tests = {
    "parameters of the log keep quotes, commas and nulls": () =>
        assert.deepEqual(parametersOf("parameters: $1 = 'it''s, $2 = 3', $2 = NULL, $3 = ''"), ["it's, $2 = 3", null, ""]),
    "a statement of the log loses its comment and keeps its name": () => {
        const line = JSON.stringify({ pid: 7, message: "execute cases.find_case: -- $1 county\nSELECT 1", detail: "parameters: $1 = '990001'" });
        assert.deepEqual(statementOf(line), { pid: 7, name: "cases.find_case", text: "SELECT 1", values: ["990001"] });
    },
    "what is no statement is passed over": () => assert.equal(statementOf(JSON.stringify({ message: "checkpoint starting: time" })), undefined),
    "the statements of a transaction are cut where the server waited": () => {
        const trips = [["db.begin", "db.text", "a.read"], ["a.write", "db.commit"]];
        const log = [statement("db.begin", 2), ...trips.flat().map((name) => statement(name))];
        assert.deepEqual(tripsOf(trips, log, /a.write/).map((trip) => trip.map(({ name }) => name)), trips);
    },
    "a transaction whose round trips are unknown is refused": () =>
        assert.throws(() => tripsOf([["a.write"]], ["db.begin", "a.write", "db.commit"].map((name) => statement(name)), /a.write/), /no round trip begins with db.begin/),
    "numbers of clients interleave": () => assert.deepEqual(numbersOf({ begin: 5, each: 2, clients: 3 }), [5, 6, 7, 69, 70, 71]),
    "the median of an even number lies between": () => assert.equal(median([4, 1, 3, 2]), 2.5),
    "figures show the digits that matter": () => assert.deepEqual([12345.6, 0.61234, 0].map(round), [12346, 0.612, 0]),
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
    try {
        test();
    } catch (problem) {
        ++failed;
        console.log(`FAILED: ${name}\n${problem.stack}`);
    }
}
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
