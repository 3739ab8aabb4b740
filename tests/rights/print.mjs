// Prints the rows of docs/rights.md, or of docs/row-rights.md, as the server now answers, to be read
// before they are believed:
//
//   node tests/rights/print.mjs [PART OF AN OPERATION…]
//   node tests/rights/print.mjs --rows
import { closeConnections } from "../small_county/caller.mjs";
import { SmallCounty } from "../small_county/small_county.mjs";
import { Row, specs, worldOf } from "./matrix.mjs";
import { printTables } from "./row_rights.mjs";
import { logins } from "./people.mjs";
import { operationOf, operations, printed } from "./table.mjs";

const words = process.argv.slice(2);
const permissions = operations();
const county = await SmallCounty.open("rights", logins());
const world = worldOf(county);
try {
    if (words.includes("--rows")) await printTables(world, console.log);
    else for (const name of Object.keys(specs)) {
        if (words.length && !words.some((word) => name.includes(word))) continue;
        const row = new Row(world, name);
        const { seen, signedOut } = await row.observe().catch((fault) => ({ seen: new Map(), fault: row.faults.push(String(fault.stack)) }));
        console.log(printed(name, permissions.get(operationOf(name)), signedOut, seen));
        for (const fault of row.faults) console.error(`    ${name}: ${fault}`);
    }
} finally {
    await county.close();
    closeConnections();
}
