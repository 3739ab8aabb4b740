// A whole Jingwei to be broken: a data folder with the demo county, its supervisor, and the processes
// below it, found in /proc.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import process from "node:process";

import { childrenOf, kRoot, memoryMb, postmasterOf, psql } from "../../bench/ground.mjs";

export { memoryMb };
export const kBinary = process.env.JINGWEI_BINARY ?? path.join(kRoot, "build/release/server/jingwei");
export const kLoadClient = path.join(path.dirname(path.dirname(kBinary)), "bench/load/jingwei_load");
export const kCounty = "990001";
const kCases = 200;
const kPatienceMs = 60_000;
const kLookMs = 10;

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `holds` answers something true, and answers that. Asks, does not guess. */
export async function until(what, holds, patienceMs = kPatienceMs) {
    const end = Date.now() + patienceMs;
    for (;;) {
        const found = await holds();
        if (found) return found;
        if (Date.now() >= end) throw new Error(`${what}: not within ${patienceMs} ms`);
        await pause(kLookMs);
    }
}

export function freePort() {
    return new Promise((resolve, reject) => {
        const probe = net.createServer();
        probe.once("error", reject);
        probe.listen(0, "127.0.0.1", () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

/** Where data folders may lie: PostgreSQL's user must get in, and commits must reach a disk. */
export const folderOf = (name) => (process.getuid() === 0 ? `/var/lib/jingwei-fault-${process.pid}-${name}` : path.join(process.env.HOME, `.jingwei-fault-${process.pid}-${name}`));

/** The demo county is loaded once; every house is a copy. */
const kTemplate = folderOf("template");

function furnish(data) {
    if (!existsSync(kTemplate)) {
        const loaded = spawnSync(kBinary, ["demo", "--scale", "town", "--cases", String(kCases), "--data", kTemplate], { encoding: "utf8" });
        if (loaded.status !== 0) throw new Error(`the demo county could not be loaded: ${loaded.signal ?? ""} ${loaded.stdout}${loaded.stderr}`);
    }
    execFileSync("cp", ["-a", `${kTemplate}/.`, data]);
}

export const removeTemplate = () => rmSync(kTemplate, { recursive: true, force: true });

export class House {
    /** A county of its own in `data` (a folder that goes with the house), served. */
    static async open(name, { data, serve = [], environment = {} } = {}) {
        const house = new House();
        house.data = data ?? folderOf(name);
        house.log = `${house.data}.log`;
        house.serve = serve;
        house.environment = environment;
        house.port = await freePort();
        mkdirSync(house.data, { recursive: true });
        furnish(house.data);
        await house.start();
        return house;
    }

    /** Starts the supervisor, as a service manager would. */
    async start() {
        const words = ["serve", "--data", this.data, "--port", String(this.port), ...this.serve];
        const log = openSync(this.log, "a");
        this.supervisor = spawn(kBinary, words, { stdio: ["ignore", log, log], env: { ...process.env, ...this.environment } });
        this.ended = new Promise((resolve) => this.supervisor.once("close", resolve));
        await until("the server is ready", () => this.isReady());
    }

    async isReady() {
        if (this.supervisor.exitCode !== null) throw new Error(`the server ended: ${readFileSync(this.log, "utf8").slice(-2000)}`);
        return (await this.get("/readyz").catch(() => undefined))?.ok;
    }

    get(target, options = {}) {
        return fetch(`http://127.0.0.1:${this.port}${target}`, { signal: AbortSignal.timeout(5_000), ...options });
    }

    async stop() {
        if (this.supervisor.exitCode === null && this.supervisor.signalCode === null) this.supervisor.kill("SIGTERM");
        await this.ended;
    }

    /** Stops and removes everything. */
    async close() {
        await this.stop();
        rmSync(this.data, { recursive: true, force: true });
        rmSync(this.log, { force: true });
    }

    /** The process that serves; undefined while there is none. */
    get worker() {
        return childrenOf(this.supervisor.pid).find((pid) => this.#isOurs(pid));
    }

    /** Undefined while none runs. */
    get postmaster() {
        try {
            const pid = postmasterOf(this.data);
            return commandOf(pid).includes("postgres") ? pid : undefined;
        } catch {
            return undefined; // its file is not there
        }
    }

    /** Processes of PostgreSQL that work for the server. */
    get backends() {
        const { postmaster } = this;
        return (postmaster ? childrenOf(postmaster) : []).filter((pid) => commandOf(pid).includes("jingwei_app"));
    }

    #isOurs(pid) {
        return commandOf(pid).includes("serve");
    }

    psql(text, options) {
        return psql(this.data, text, options);
    }

    command(...words) {
        return spawnSync(kBinary, [...words, "--data", this.data], { encoding: "utf8" });
    }

    /** What `jingwei verify audit` says; throws when it finds anything. */
    verifyAudit() {
        const said = this.command("verify", "audit", "--county", kCounty);
        if (said.status !== 0) throw new Error(`the audit does not verify: ${said.stdout}${said.stderr}`);
        return said.stdout;
    }

    /** What PostgreSQL has logged. */
    databaseLog() {
        const folder = path.join(this.data, "postgres/log");
        return readdirSync(folder)
            .map((file) => readFileSync(path.join(folder, file), "utf8"))
            .join("");
    }
}

const commandOf = (pid) => {
    try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
        return ""; // it ended meanwhile
    }
};

export const has = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
