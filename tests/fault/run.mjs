// Breaks a whole Jingwei on purpose and says what became of it: docs/reliability.md.
//
//   node tests/fault/run.mjs [NAME…] [--long] [--seed N] [--OPTION N]     --list: the faults
//
// Without --long each fault runs in its short form, as ./test has it. The last line is
// "N passed, N failed, N skipped".
import { readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

import { kBinary, removeTemplate } from "./house.mjs";
import { Random } from "./random.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const tally = { passed: 0, failed: 0, skipped: 0 };

class Skip extends Error {}

const isSanitized = /\/(asan|tsan)\//.test(kBinary);

function parse(words) {
    const parsed = { names: [], options: {}, seed: Math.floor(Math.random() * 2 ** 31), long: false, list: false };
    for (let at = 0; at < words.length; ++at) {
        const word = words[at];
        if (word === "--long") parsed.long = true;
        else if (word === "--list") parsed.list = true;
        else if (word === "--seed") parsed.seed = Number(words[++at]);
        else if (word.startsWith("--")) parsed.options[word.slice(2)] = Number(words[++at]);
        else parsed.names.push(word);
    }
    return parsed;
}

async function record(name, body) {
    try {
        await body();
        ++tally.passed;
        console.log(`  ✓ ${name}`);
    } catch (problem) {
        const skipped = problem instanceof Skip;
        ++tally[skipped ? "skipped" : "failed"];
        if (!skipped) console.log(problem.stack);
        console.log(`${skipped ? "SKIPPED" : "FAILED"}: ${name}${skipped ? `: ${problem.message}` : ""}`);
    }
}

async function runFault(name, fault, { seed, long, options }) {
    const began = Date.now();
    const chosen = { ...fault.defaults, ...(long ? {} : fault.short), ...options };
    console.log(`${name}: ${fault.about}`);
    console.log(`  seed ${seed}, ${JSON.stringify(chosen)}`);
    const context = {
        say: (text) => console.log(`  ${text}`),
        random: new Random(seed),
        check: (sentence, body) => record(`${name}: ${sentence}`, body),
        skip: (why) => {
            throw new Skip(why);
        },
        options: chosen,
        long,
    };
    try {
        await fault.run(context);
    } catch (problem) {
        await record(`${name}: runs to its end`, () => {
            throw problem;
        });
    }
    console.log(`  ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

async function main() {
    const parsed = parse(process.argv.slice(2));
    const names = readdirSync(path.join(here, "faults")).map((file) => file.replace(/\.mjs$/, "")).sort();
    const chosen = parsed.names.length ? parsed.names : isSanitized ? [] : names;
    if (chosen.length === 0) await record("faults", () => Promise.reject(new Skip("their times and memory are those of a release build")));
    for (const name of parsed.names) if (!names.includes(name)) throw new Error(`no fault ${name}; there are: ${names.join(", ")}`);
    for (const name of chosen) {
        const fault = await import(`./faults/${name}.mjs`);
        if (parsed.list) console.log(`${name.padEnd(12)} ${fault.about}`);
        else await runFault(name, fault, parsed);
    }
    if (parsed.list) return;
    console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
    process.exitCode = tally.failed ? 1 : 0;
}

try {
    await main();
} finally {
    removeTemplate();
}
