// What a benchmark stands on: a build, a data folder with a county in it, the server and its
// database, and what /proc says about them.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { say } from "./figures.mjs";

export const kHere = path.dirname(fileURLToPath(import.meta.url));
export const kRoot = path.dirname(kHere);
const kDatabase = "jingwei";
const kTicks = 100; // of /proc, a second
const kPrograms = process.env.JINGWEI_POSTGRES ?? "/usr/lib/postgresql/15/bin";

export const sqlFile = (name) => readFileSync(path.join(kHere, "sql", `${name}.sql`), "utf8");
export const program = (name) => path.join(kPrograms, name);

/** Builds what measures and, unless another build is named, what is measured; answers the options with every place. */
export function prepare(options) {
    const build = path.resolve(kRoot, options.build ?? "build/release");
    if (!existsSync(path.join(kRoot, "build/release/build.ninja"))) execFileSync("cmake", ["--preset", "release"], { cwd: kRoot, stdio: "ignore" });
    const targets = options.build ? ["jingwei_load"] : ["jingwei", "jingwei_load"];
    execFileSync("ninja", ["-C", path.join(kRoot, "build/release"), "--quiet", ...targets], { stdio: ["ignore", "ignore", "inherit"] });
    const prepared = { ...options, binary: path.join(build, "server/jingwei"), client: path.join(kRoot, "build/release/bench/load/jingwei_load") };
    for (const file of [prepared.binary, prepared.client]) if (!existsSync(file)) throw new Error(`${file} is not built`);
    prepared.scale ??= demoHelp(prepared).includes("county") ? "county" : "town";
    prepared.data = path.resolve(String(options.data ?? defaultFolder(prepared)));
    return prepared;
}

const demoHelp = ({ binary }) => execFileSync(binary, ["demo", "--help"]).toString();

function defaultFolder({ scale, cases }) {
    const base = process.getuid() === 0 ? "/var/lib" : path.join(os.homedir(), ".local/share");
    return path.join(base, `jingwei-bench-${scale}${cases ? `-${cases}` : ""}`);
}

/** Loads the demo into a folder that has none. */
function loadWhenEmpty({ binary, data, scale, cases }) {
    if (existsSync(path.join(data, "postgres", "PG_VERSION"))) return;
    say(`loading the ${scale} into ${data}`);
    const words = ["demo", "--scale", scale, "--data", data];
    if (cases) words.push("--cases", String(cases));
    execFileSync(binary, words, { stdio: ["ignore", "ignore", "inherit"] });
}

/** Runs text through psql as the superuser of the private cluster; answers its lines. `:'word'` stands for a variable. */
export function psql(data, text, { database = kDatabase, variables = {} } = {}) {
    const words = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", path.join(data, "run"), "-U", "postgres", "-d", database];
    for (const [name, value] of Object.entries(variables)) words.push("-v", `${name}=${value}`);
    return execFileSync(program("psql"), words, { input: text, maxBuffer: 1 << 28 }).toString().split("\n").filter(Boolean);
}

/** Takes out what was reported since then and is still as reported. */
export function forgetReported(data, since) {
    psql(data, sqlFile("forget_reported"), { variables: { since: since.toISOString() } });
}

/** A statement of bench/sql that answers JSON, a value a row. */
export const rowsOf = (data, name) => psql(data, sqlFile(name)).map((line) => JSON.parse(line));

/** A program that says where it listens and ends with SIGTERM. */
export class Listening {
    static start(command, words, log) {
        const started = new Listening();
        const child = spawn(command, words, { stdio: ["ignore", "pipe", log ? openSync(log, "w") : "inherit"] });
        started.child = child;
        started.ended = new Promise((resolve) => child.on("close", resolve));
        return new Promise((resolve, reject) => {
            child.on("error", reject);
            started.ended.then((code) => reject(new Error(`${path.basename(command)} ended with ${code}; see ${log ?? "above"}`)));
            createInterface({ input: child.stdout }).on("line", (line) => {
                const port = /(?:listens on .*:|^listening )(\d+)/.exec(line)?.[1];
                if (!port) return;
                started.port = Number(port);
                resolve(started);
            });
        });
    }

    async stop(signal = "SIGTERM") {
        this.child.kill(signal);
        await this.ended;
    }

    /** The process that does the work: the supervisor's server, or the program itself. */
    get pid() {
        return childrenOf(this.child.pid).at(-1) ?? this.child.pid;
    }

    get rssMb() {
        return memoryMb(this.pid, "VmRSS");
    }

    get peakMb() {
        return memoryMb(this.pid, "VmHWM");
    }
}

/** The settings under which PostgreSQL tells every statement; see statements.mjs. */
export const kStatementLog = { log_statement: "all", log_destination: "jsonlog", log_parameter_max_length: "-1" };

export function stopStatementLog(data) {
    for (const name of Object.keys(kStatementLog)) psql(data, `ALTER SYSTEM RESET ${name}`);
    psql(data, "SELECT pg_reload_conf()");
}

/** The server over a private cluster that has a county. */
export function launch(options) {
    const further = options.serve ? String(options.serve).split(/\s+/) : [];
    return Listening.start(options.binary, ["serve", "--data", options.data, "--port", "0", ...further], path.join(options.data, "serve.log"));
}

/** The server over its private cluster, which is made and filled when there is none. */
export async function startServer(options) {
    mkdirSync(options.data, { recursive: true });
    loadWhenEmpty(options);
    const server = await launch(options);
    stopStatementLog(options.data); // that of a run which was interrupted
    return server;
}

export function memoryMb(pid, field = "VmRSS") {
    const line = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(line[1]) / 1024;
}

/** Seconds of processor time of a process, its ended children included. */
function secondsOf(pid) {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / kTicks;
}

const parentOf = (pid) => Number(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ")[1]);

function processes(wanted) {
    return readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .filter((pid) => {
            try {
                return wanted(pid);
            } catch {
                return false; // it ended meanwhile
            }
        });
}

export const childrenOf = (pid) => processes((one) => parentOf(one) === pid);

export const postmasterOf = (data) => Number(readFileSync(path.join(data, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

/** Processor time of a program and of the cluster so far: {program, database} in seconds. */
export function processorTime(pid, data) {
    const postmaster = postmasterOf(data);
    const backends = [postmaster, ...childrenOf(postmaster)];
    return { program: secondsOf(pid), database: backends.reduce((sum, one) => sum + secondsOf(one), 0) };
}

/** What the figures were measured on. */
export function machine(data) {
    const [version] = psql(data, "SHOW server_version");
    const [cases] = psql(data, "SELECT count(*) FROM cases");
    return {
        processors: os.cpus().length,
        processor: os.cpus()[0].model,
        memory_gb: Math.round(os.totalmem() / 2 ** 30),
        node: process.version,
        postgresql: version.split(" ")[0],
        cases: Number(cases),
    };
}
