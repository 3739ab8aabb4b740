// The door of the server and what it gives out: sessions, sign-in, headers, uploads. Over HTTP and
// TLS against a real server. Called by ./test; the last line is "N passed, N failed".
//
//   node tests/sessions/run.mjs [PART OF A NAME…]
import process from "node:process";

import { closeConnections } from "../small_county/caller.mjs";
import { kVillage, SmallCounty } from "../small_county/small_county.mjs";
import { headerTests } from "./headers.mjs";
import { idleTests } from "./idle.mjs";
import { sessionTests } from "./sessions.mjs";
import { signInTests } from "./sign_in.mjs";
import { uploadTests } from "./uploads.mjs";

const words = process.argv.slice(2);
const tally = { passed: 0, failed: 0 };

async function run(tests, world) {
    for (const [name, body] of Object.entries(tests)) {
        if (words.length && !words.some((word) => name.includes(word))) continue;
        try {
            await body(world);
            ++tally.passed;
        } catch (fault) {
            ++tally.failed;
            console.log(`FAILED: ${name}\n    ${fault.stack}`);
        }
    }
}

const own = new Map([
    ["worker", [["grid_worker", kVillage]]],
    ["colleague", [["grid_worker", kVillage]]],
]);
const county = await SmallCounty.open("sessions", { own, other: new Map() });
try {
    await run({ ...sessionTests, ...signInTests, ...headerTests, ...uploadTests }, county);
} finally {
    await county.close();
}
await run(idleTests);
closeConnections();
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
