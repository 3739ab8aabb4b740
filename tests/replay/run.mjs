// What the demo and the rules are held against: real requests. Skipped where ../shared/data is
// absent. Called by ./test; the last line is "N passed, N failed, N skipped".
import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const kSkipped = 77;
const tally = { passed: 0, failed: 0, skipped: 0 };

function record(name, outcome) {
    tally[outcome] += 1;
    if (outcome === "failed") console.log(`FAILED: ${name}`);
    if (outcome === "skipped") console.log(`SKIPPED: ${name}: ../shared/data is not here`);
}

function runScript(name, words) {
    const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" });
    record(name, status === 0 ? "passed" : status === kSkipped ? "skipped" : "failed");
}

runScript("the shipped mix agrees with its source", ["tools/demo_mix.mjs", "--check"]);

console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exit(tally.failed === 0 ? 0 : 1);
