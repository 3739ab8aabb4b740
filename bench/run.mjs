// bench/run NAME [options]: see --help. Each benchmark is a file of benchmarks/ that exports
// `about` (one sentence: what is compared with what), `defaults` (its options) and `run(options)`,
// which answers the figures of the last line.
import { readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import { kHere, prepare } from "./ground.mjs";
import { say } from "./figures.mjs";

const kCommon = {
    data: ["DIR", "data folder, kept between runs so that loading is not repeated"],
    scale: ["NAME", "county, or town: which demo is loaded into an empty folder"],
    cases: ["N", "how many past cases are loaded into an empty folder"],
    build: ["DIR", "build with the server to measure (build/release)"],
    serve: ["ARGS", "further options for `jingwei serve`, in quotes"],
};

const names = readdirSync(path.join(kHere, "benchmarks"))
    .map((file) => file.replace(/\.mjs$/, ""))
    .sort();
const load = (name) => import(`./benchmarks/${name}.mjs`);

async function help() {
    console.log("bench/run NAME [options]     one benchmark; its last line is a JSON object");
    console.log("bench/run --list             the benchmarks\n\nFor all of them:");
    const row = (name, [word, text]) => console.log(`  ${`--${name} ${word}`.padEnd(24)} ${text}`);
    for (const [name, texts] of Object.entries(kCommon)) row(name, texts);
    for (const name of names) {
        const { about, defaults } = await load(name);
        console.log(`\n${name}: ${about}`);
        for (const [option, value] of Object.entries(defaults)) row(option, ["…", `(${value})`]);
    }
}

async function list() {
    for (const name of names) console.log(`${name.padEnd(18)} ${(await load(name)).about}`);
}

/** --stage-seconds 60 becomes {stageSeconds: 60}; numbers stay numbers. */
function optionsOf(words, defaults) {
    const options = { ...defaults };
    const known = new Set([...Object.keys(kCommon), ...Object.keys(defaults)]);
    for (let at = 0; at < words.length; at += 2) {
        const name = words[at].replace(/^--/, "");
        if (!words[at].startsWith("--") || !known.has(name)) throw new Error(`no option ${words[at]}; see bench/run --help`);
        if (words[at + 1] === undefined) throw new Error(`${words[at]} needs a value`);
        options[name] = Number.isNaN(Number(words[at + 1])) ? words[at + 1] : Number(words[at + 1]);
    }
    return options;
}

async function main([name, ...words]) {
    if (!name || name === "--help" || name === "-h") return help();
    if (name === "--list") return list();
    if (!names.includes(name)) throw new Error(`no benchmark ${name}; there are: ${names.join(", ")}`);
    const benchmark = await load(name);
    if (words.includes("--help")) return help();
    const options = optionsOf(words, benchmark.defaults);
    say(`${name}: ${benchmark.about}`);
    const figures = await benchmark.run(prepare(options));
    console.log(JSON.stringify({ benchmark: name, ...figures }));
}

try {
    await main(process.argv.slice(2));
} catch (problem) {
    console.error(`bench/run: ${problem.stack ?? problem}`);
    process.exitCode = 1;
}
