// The contract is what the server does: api/openapi.json equals what `jingwei openapi` prints, is
// sound OpenAPI 3.1 (Redocly), and every operation names its permission.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const binary = process.env.JINGWEI_BINARY ?? path.join(root, "build/release/server/jingwei");
const file = path.join(root, "api/openapi.json");
const redocly = path.join(root, "web/node_modules/.bin/redocly");

function firstDifference(left, right) {
    const [a, b] = [left.split("\n"), right.split("\n")];
    const at = a.findIndex((line, index) => line !== b[index]);
    return `line ${at + 1}: the file has ${a[at]?.trim()}, the server ${b[at]?.trim()}`;
}

function isWhatTheServerPrints() {
    const printed = execFileSync(binary, ["openapi"], { encoding: "utf8" });
    const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (printed !== committed) return `run tools/contract; ${firstDifference(committed, printed)}`;
}

function isSound() {
    if (!existsSync(redocly)) return "SKIP: web/node_modules has no redocly";
    const lint = spawnSync(redocly, ["lint", "--config", path.join(root, "api/redocly.yaml"), file], { encoding: "utf8" });
    if (lint.status !== 0) return lint.stdout + lint.stderr;
}

function namesPermissions() {
    const { paths } = JSON.parse(readFileSync(file, "utf8"));
    const without = Object.entries(paths).flatMap(([address, methods]) =>
        Object.entries(methods)
            .filter(([, operation]) => !operation["x-permission"])
            .map(([method]) => `${method} ${address}`),
    );
    if (without.length) return `no permission: ${without.join(", ")}`;
}

const tally = { passed: 0, failed: 0, skipped: 0 };
for (const check of [isWhatTheServerPrints, isSound, namesPermissions]) {
    let fault;
    try {
        fault = check();
    } catch (error) {
        fault = String(error);
    }
    const skipped = fault?.startsWith("SKIP: ");
    ++tally[skipped ? "skipped" : fault ? "failed" : "passed"];
    if (fault) console.log(`${skipped ? "SKIPPED" : "FAILED"}: ${check.name}: ${fault.replace("SKIP: ", "")}`);
}
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed ? 1 : 0;
