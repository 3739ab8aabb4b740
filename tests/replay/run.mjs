// What the demo and the rules are held against: real requests. Skipped where ../shared/data is
// absent. Called by ./test; the last line is "N passed, N failed, N skipped".
//
//   node tests/replay/run.mjs [--rows N]      N: about so many, spread over the file
import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

import { replay } from "./replay.mjs";
import { catalogueOf, isHere, readRequests, sample, unitsOf } from "./requests.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const jingwei = process.env.JINGWEI_BINARY ?? path.join(root, "build/release/server/jingwei");
const clockedServer = path.join(path.dirname(jingwei), "jingwei_clocked_server");
const kSkipped = 77;
const tally = { passed: 0, failed: 0, skipped: 0 };

function record(name, outcome) {
    tally[outcome] += 1;
    if (outcome === "failed") console.log(`FAILED: ${name}`);
    if (outcome === "skipped") console.log(`SKIPPED: ${name}: ../shared/data is not here`);
}

async function test(name, body) {
    if (!isHere()) return record(name, "skipped");
    try {
        await body();
        record(name, "passed");
    } catch (problem) {
        console.log(problem.stack);
        record(name, "failed");
    }
}

function equal(found, expected, what) {
    if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}

function mostRows() {
    const at = process.argv.indexOf("--rows");
    return at < 0 ? Infinity : Number(process.argv[at + 1]);
}

const mix = spawnSync(process.execPath, ["tools/demo_mix.mjs", "--check"], {
    cwd: root,
    stdio: "inherit",
});
record(
    "the shipped mix agrees with its source",
    mix.status === 0 ? "passed" : mix.status === kSkipped ? "skipped" : "failed",
);

await test("the file holds 10,000 requests in 18 classes, 134 main types and 372 subtypes by name", () => {
    const rows = readRequests();
    const { classes } = catalogueOf(rows).file;
    const mains = classes.flatMap((each) => each.subclasses);
    const names = new Set(mains.flatMap((each) => each.matters).map((matter) => matter.name_zh));
    equal(rows.length, 10_000, "requests");
    equal(classes.length, 18, "classes");
    equal(mains.length, 134, "main types");
    equal(names.size, 372, "names of subtypes");
    equal(unitsOf(rows).length, 155, "units that have a name");
    equal(rows.filter((row) => row.unit === "-").length, 22, "requests without a unit");
    equal(rows.filter((row) => row.community === "-").length, 10, "requests without a place");
});

await test("every request goes through the whole loop, and nothing is lost", async () => {
    const { rows, seconds, figures, wrong, counts } = await replay(
        clockedServer,
        sample(readRequests(), mostRows()),
    );
    const speed = Math.round(figures.requests / seconds);
    console.log(
        `${rows} requests, ${figures.requests} HTTP requests in ${seconds.toFixed(0)} s (${speed}/s)`,
    );
    console.log(`refused: ${JSON.stringify(Object.fromEntries(figures.refusals))}`);
    console.log(JSON.stringify(counts));
    for (const [what, expected, found] of wrong)
        console.log(`  ${what}: ${found} instead of ${expected}`);
    equal(wrong.length, 0, "differences");
});

console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exit(tally.failed === 0 ? 0 : 1);
