// Scripts for pgbench that do what the server was seen to do, in as many round trips.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";

import { program, psql } from "./ground.mjs";

const kUuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
export const kFirst = 100_000_000_000; // twelve digits, which are the last twelve of a UUID as well
const kStride = 64; // numbers of the clients interleave, so that ids grow as those of phones do

/** The beginning of UUIDv7 of this moment, without its last twelve digits. */
export function idPrefix(mark) {
    const ms = Date.now().toString(16).padStart(12, "0");
    return `${ms.slice(0, 8)}-${ms.slice(8)}-7${mark.toString(16).padStart(3, "0")}-8000-`;
}

export const idOf = (prefix, number) => `${prefix}${kFirst + number}`;

const isOfThisRun = (id, since) => parseInt(id.replace("-", "").slice(0, 12), 16) >= since;

/** Types of the parameters of a statement, from PostgreSQL itself. */
function typesOf(data, text) {
    const asked = `PREPARE asked AS ${text};\nSELECT array_to_json(parameter_types::text[]) FROM pg_prepared_statements WHERE name = 'asked';`;
    return JSON.parse(psql(data, asked)[0]);
}

/**
 * One script. What differs between two runs is made by pgbench: ids newer than `since` and the case's code are a text
 * of the run and a number; everything else is a constant that pgbench is given as a variable.
 */
export class Script {
    constructor(data, since, code) {
        Object.assign(this, { data, since, code, lines: [], codePrefix: `B${Date.now()}-`, constants: {}, prefixes: new Map() });
    }

    /** The same names for the same new ids as another script has: the case that is reported is acted on. */
    sharing(other) {
        this.prefixes = new Map(other.prefixes);
        this.codePrefix = other.codePrefix;
        return this;
    }

    add(trips) {
        for (const trip of trips) {
            this.lines.push("\\startpipeline");
            for (const statement of trip) this.lines.push(`${this.#filled(statement)};`);
            this.lines.push("\\endpipeline");
        }
        return this;
    }

    /** One script that does this and then the others. */
    joined(others) {
        const all = new Script(this.data, this.since, this.code).sharing(this);
        for (const [nr, script] of [this, ...others].entries()) {
            for (const [name, value] of Object.entries(script.constants)) all.constants[`c${nr}0${name.slice(1)}`] = value;
            all.lines.push(...script.lines.map((line) => line.replace(/:c(\d+)\b/g, `:c${nr}0$1`)));
        }
        return all;
    }

    get text() {
        return `${this.lines.join("\n")}\n`;
    }

    #constant(value) {
        const known = Object.entries(this.constants).find(([, held]) => held === value);
        if (known) return `:${known[0]}`;
        const name = `c${Object.keys(this.constants).length}`;
        this.constants[name] = value;
        return `:${name}`;
    }

    #prefixOf(id) {
        if (!this.prefixes.has(id)) this.prefixes.set(id, idPrefix(this.prefixes.size + 1));
        return this.prefixes.get(id);
    }

    /** [text that stands still, number?, …] of a value in which new ids and the code stand. */
    #pieces(value) {
        const ids = (value.match(kUuid) ?? []).filter((id) => this.prefixes.has(id) || isOfThisRun(id, this.since));
        const marks = [...new Set(ids), ...(this.code && value.includes(this.code) ? [this.code] : [])];
        let pieces = [value];
        for (const mark of marks) {
            const standing = mark === this.code ? this.codePrefix : this.#prefixOf(mark);
            pieces = pieces.flatMap((piece) => piece.split(mark).flatMap((part, at) => (at === 0 ? [part] : [standing, part])));
        }
        return { pieces, marks: marks.length };
    }

    #filled({ text, values }) {
        if (values.length === 0) return text;
        const types = typesOf(this.data, text);
        const replaced = text.replace(/\$(\d+)/g, (_, number) => this.#expression(values[number - 1], types[number - 1]));
        return replaced.replace(/\s*\n\s*/g, " ");
    }

    #expression(value, type) {
        if (value === null) return `NULL::${type}`;
        if (value === "") return `''::${type}`; // which pgbench takes for no variable at all
        const { pieces, marks } = this.#pieces(value);
        if (marks === 0) return this.#constant(value);
        // Pieces and marks take turns: text, mark, text, …; a number follows each mark.
        const parts = [];
        let held = "";
        pieces.forEach((piece, at) => {
            held += piece;
            if (at % 2 === 0) return;
            parts.push(this.#constant(held), ":n::text");
            held = "";
        });
        if (held) parts.push(this.#constant(held));
        return `(${parts.join(" || ")})::${type}`;
    }
}

// As the server's sessions. Each run connects anew: the plans that the server's old connections have come to are made
// at once, and not after five others.
const kOptions = "-c timezone=UTC -c datestyle=ISO -c bytea_output=hex -c extra_float_digits=1 -c plan_cache_mode=force_generic_plan";

/** The lines that give each run its number: the next of its client, or any of those made before. */
function numbering({ begin = 0, among }) {
    const draw = among ? [`\\set k random(1, ${among.each})`, `\\set c random(0, ${among.clients - 1})`] : ["\\set k :k + 1", "\\set c :client_id"];
    return [...draw, `\\set n ${kFirst + begin} + (:k - 1) * ${kStride} + :c`].join("\n");
}

/** The numbers that `each` runs of every client made. */
export function numbersOf({ begin = 0, each, clients }) {
    return Array.from({ length: each * clients }, (_, at) => begin + Math.floor(at / clients) * kStride + (at % clients));
}

/** The first number that is free after so many runs. */
export const beyond = (begin, runs) => begin + runs * kStride;

/**
 * Runs scripts side by side for so many `seconds`, or `each` times a client. `begin` is the number of the first run,
 * `among` {each, clients} draws numbers of earlier ones. Answers {tps, transactions}.
 */
export async function pgbench(data, scripts, { connections, seconds, each, ...numbers }) {
    const folder = mkdtempSync(path.join(tmpdir(), "jingwei-bench-"));
    const words = ["-h", path.join(data, "run"), "-U", "jingwei_app", "-n", "-M", "prepared", "-c", connections, "-j", 1, "-D", "k=0"];
    words.push(...(each ? ["-t", each] : ["-T", seconds]));
    scripts.forEach((script, nr) => {
        const file = path.join(folder, `${nr}.sql`);
        writeFileSync(file, `${numbering(numbers)}\n${script.text.replace(/:c(\d+)\b/g, `:s${nr}c$1`)}`);
        for (const [name, value] of Object.entries(script.constants)) words.push("-D", `s${nr}${name}=${value}`);
        words.push("-f", file);
    });
    try {
        return await outcome(words.map(String));
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function outcome(words) {
    return new Promise((resolve, reject) => {
        const child = spawn(program("pgbench"), [...words, "jingwei"], { env: { ...process.env, PGOPTIONS: kOptions }, stdio: ["ignore", "pipe", "pipe"] });
        let said = "";
        let wrong = "";
        child.stdout.on("data", (chunk) => (said += chunk));
        child.stderr.on("data", (chunk) => (wrong += chunk));
        child.on("error", reject);
        child.on("close", (code) => {
            const tps = Number(/^tps = ([\d.]+)/m.exec(said)?.[1]);
            const transactions = Number(/actually processed: (\d+)/.exec(said)?.[1]);
            if (code !== 0 || !tps || /aborted|ERROR/.test(wrong)) return reject(new Error(`pgbench ended with ${code}:\n${wrong.slice(0, 4000)}`));
            resolve({ tps, transactions });
        });
    });
}
