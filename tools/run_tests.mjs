// Runs the suites and adds up what they say. Called by ./test.
//
//   node tools/run_tests.mjs --build build/release [--list] [PATTERN…]
//
// A suite prints what it likes; its result is read from a report file (GoogleTest and Vitest write
// JSON) or, for the scripts of this project, from a last line "N passed, N failed, N skipped".
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");
const kSuiteLimitMs = 30 * 60 * 1000;

/** @typedef {{passed: number, failed: number, skipped: number, failures: string[], skips: string[]}} Tally */

function parseArguments(words) {
    const options = { build: "build/release", list: false, patterns: [] };
    for (let at = 0; at < words.length; ++at) {
        if (words[at] === "--build") options.build = words[++at];
        else if (words[at] === "--list") options.list = true;
        else options.patterns.push(words[at]);
    }
    return options;
}

/** Suites in the order in which they are run: quick ones first. */
function suites(build) {
    const programs = readFileSync(path.join(build, "tests.txt"), "utf8").split("\n").filter(Boolean);
    const isOnDatabase = (file) => path.basename(file).endsWith("_dbtest");
    const program = (file) => ({
        name: path.basename(file),
        command: [file, "--gtest_brief=1", "--gtest_color=no"],
        report: "gtest",
    });
    const script = (name, command, when) => (existsSync(path.join(root, when)) ? [{ name, command, report: "line" }] : []);
    return [
        ...script("tidy", ["node", "tools/tidy.mjs"], "tools/tidy.mjs"),
        ...script("data", ["node", "tools/data/run.mjs"], "tools/data/run.mjs"),
        ...script("bench", ["node", "bench/test.mjs"], "bench/test.mjs"),
        ...programs.filter((file) => !isOnDatabase(file)).map(program),
        ...script("fuzz", [path.join(build, "tests/fuzz/fuzz")], "tests/fuzz/CMakeLists.txt"),
        ...script("web", ["npm", "run", "--silent", "test", "--prefix", "web"], "web/package.json"),
        ...programs.filter(isOnDatabase).map(program),
        ...script("contract", ["node", "tests/contract/run.mjs"], "tests/contract/run.mjs"),
        ...script("api", ["node", "tests/api/run.mjs"], "tests/api/run.mjs"),
        ...script("fault", ["node", "tests/fault/run.mjs"], "tests/fault/run.mjs"),
        ...script("rights", ["node", "tests/rights/run.mjs"], "tests/rights/run.mjs"),
        ...script("portal", ["node", "tests/portal/run.mjs"], "tests/portal/run.mjs"),
        ...script("sessions", ["node", "tests/sessions/run.mjs"], "tests/sessions/run.mjs"),
        ...script("backup", ["node", "tests/backup/run.mjs"], "tests/backup/run.mjs"),
        ...script("replay", ["node", "tests/replay/run.mjs"], "tests/replay/run.mjs"),
        ...script("rooms", ["node", "tests/e2e/run.mjs", "src/rooms.test.ts"], "tests/e2e/run.mjs"),
        ...script("e2e", ["node", "tests/e2e/run.mjs", "--exclude", "src/rooms.test.ts"], "tests/e2e/run.mjs"),
    ];
}

/** Runs a command to its end; everything that it printed comes back. */
function run(command, environment) {
    return new Promise((resolve) => {
        const child = spawn(command[0], command.slice(1), {
            cwd: root,
            env: { ...process.env, ...environment },
            stdio: ["ignore", "pipe", "pipe"],
        });
        let output = "";
        const keep = (chunk) => (output += chunk);
        child.stdout.on("data", keep);
        child.stderr.on("data", keep);
        const alarm = setTimeout(() => child.kill("SIGKILL"), kSuiteLimitMs);
        child.on("error", (error) => resolve({ code: 127, output: String(error) }));
        child.on("close", (code, signal) => {
            clearTimeout(alarm);
            resolve({ code: code ?? 128, signal, output });
        });
    });
}

/** @returns {Tally} */
function fromGoogleTest(report) {
    const tally = { passed: 0, failed: 0, skipped: 0, failures: [], skips: [] };
    for (const suite of report.testsuites)
        for (const test of suite.testsuite) {
            const name = `${suite.name}.${test.name}`;
            if (test.failures) {
                ++tally.failed;
                tally.failures.push(name);
            } else if (test.result === "SKIPPED") {
                ++tally.skipped;
                tally.skips.push(`${name}: ${(test.skipped ?? [{}])[0].message ?? ""}`.trim());
            } else if (test.result === "COMPLETED") {
                ++tally.passed;
            }
        }
    return tally;
}

/** @returns {Tally | undefined} */
function fromLastLine(output) {
    const said = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
    if (!said) return undefined;
    const failures = [...output.matchAll(/^FAILED: (.*)$/gm)].map((line) => line[1]);
    const skips = [...output.matchAll(/^SKIPPED: (.*)$/gm)].map((line) => line[1]);
    return { passed: +said[1], failed: +said[2], skipped: +(said[3] ?? 0), failures, skips };
}

function tallyOf(suite, outcome, reportFile) {
    let tally;
    if (suite.report === "gtest" && existsSync(reportFile)) {
        tally = fromGoogleTest(JSON.parse(readFileSync(reportFile, "utf8")));
    } else if (suite.report === "line") {
        tally = fromLastLine(outcome.output);
    }
    tally ??= { passed: 0, failed: 0, skipped: 0, failures: [], skips: [] };
    if (outcome.code !== 0 && tally.failed === 0) {
        ++tally.failed;
        tally.failures.push(`${suite.name} ended with ${outcome.signal ?? `code ${outcome.code}`}`);
    }
    return tally;
}

async function main() {
    const options = parseArguments(process.argv.slice(2));
    const build = path.resolve(root, options.build);
    const chosen = suites(build).filter(
        (suite) => options.patterns.length === 0 || options.patterns.some((word) => suite.name.includes(word)),
    );
    if (options.list) {
        chosen.forEach((suite) => console.log(suite.name));
        return 0;
    }
    const reports = path.join(build, "reports");
    mkdirSync(reports, { recursive: true });
    const total = { passed: 0, failed: 0, skipped: 0 };
    const failures = [];
    for (const suite of chosen) {
        const reportFile = path.join(reports, `${suite.name}.json`);
        rmSync(reportFile, { force: true });
        const started = Date.now();
        const outcome = await run(suite.command, {
            GTEST_OUTPUT: suite.report === "gtest" ? `json:${reportFile}` : "",
            JINGWEI_BINARY: path.join(build, "server/jingwei"),
            TSAN_OPTIONS: process.env.TSAN_OPTIONS ?? `suppressions=${path.join(root, "tests/tsan.supp")}`,
        });
        writeFileSync(path.join(reports, `${suite.name}.log`), outcome.output);
        const tally = tallyOf(suite, outcome, reportFile);
        const seconds = ((Date.now() - started) / 1000).toFixed(1);
        const mark = tally.failed ? "✗" : "✓";
        console.log(`${mark} ${suite.name.padEnd(20)} ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped  (${seconds} s)`);
        tally.skips.forEach((line) => console.log(`    skipped ${line}`));
        if (tally.failed) {
            console.log(outcome.output.split("\n").slice(-120).map((line) => `    ${line}`).join("\n"));
            failures.push(...tally.failures.map((name) => `${suite.name}: ${name}`));
        }
        for (const key of Object.keys(total)) total[key] += tally[key];
    }
    if (failures.length) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join("\n")}`);
    console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
    return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

process.exitCode = await main();
