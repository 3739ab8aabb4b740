// Who may do what: every operation of the contract as every role from every place, over HTTP with
// real sessions, against docs/rights.md; then the tables themselves, as the server's role under
// row-level security with no route in between, against docs/row-rights.md. Called by ./test; the
// last line is "N passed, N failed".
//
//   node tests/rights/run.mjs [PART OF A ROW…]
import process from "node:process";

import { closeConnections } from "../small_county/caller.mjs";
import { SmallCounty } from "../small_county/small_county.mjs";
import { Row, specs, worldOf } from "./matrix.mjs";
import { logins } from "./people.mjs";
import { checkTables } from "./row_rights.mjs";
import { declared, operationOf, operations } from "./table.mjs";

const words = process.argv.slice(2);
const wanted = (name) => words.length === 0 || words.some((word) => name.includes(word));
const tally = { passed: 0, failed: 0 };

function record(name, faults) {
    ++tally[faults.length ? "failed" : "passed"];
    if (faults.length === 0) return;
    console.log(`FAILED: ${name}`);
    faults.forEach((fault) => console.log(`    ${fault}`));
}

/** The table speaks of every operation there is, of nothing else, and names its permission. */
function checkCompleteness(rows) {
    const there = operations();
    const told = new Set([...rows.keys()].map(operationOf));
    const faults = [];
    for (const [operation, permission] of there) {
        if (!told.has(operation)) faults.push(`${operation} has no row in docs/rights.md`);
        for (const [name, row] of rows)
            if (operationOf(name) === operation && row.permission !== permission)
                faults.push(`${name} needs ${permission}, and the table says ${row.permission}`);
    }
    for (const operation of told) if (!there.has(operation)) faults.push(`there is no ${operation}`);
    for (const name of rows.keys()) if (!specs[name]) faults.push(`nobody knows how to ask ${name}`);
    for (const name of Object.keys(specs)) if (!rows.has(name)) faults.push(`${name} has no row`);
    record("the table has a row for every operation, and an operation for every row", faults);
}

async function checkRoutes(world, rows) {
    let asked = 0;
    for (const [name, row] of rows) {
        if (!specs[name] || !wanted(name)) continue;
        const tried = new Row(world, name);
        await tried.check(row).catch((fault) => tried.faults.push(String(fault.stack)));
        asked += tried.asked ?? 0;
        record(`${name} lets in whom the table says`, tried.faults);
    }
    console.log(`${asked} requests compared with the table`);
}

const rows = declared();
checkCompleteness(rows);
const started = Date.now();
const county = await SmallCounty.open("rights", logins());
try {
    const world = worldOf(county);
    await checkTables(world, wanted, record);
    await checkRoutes(world, rows);
} finally {
    await county.close();
    closeConnections();
}
console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
