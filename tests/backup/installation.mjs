// An installation of the tests' own: the demo county in a data folder, the real server on it, people
// who write through HTTP, and PostgreSQL's own tools to look behind the server.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, chmodSync, rmSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const jingwei = process.env.JINGWEI_BINARY ?? path.join(root, "build/release/server/jingwei");
const kLimitMs = 120_000;
const kPassword = "Yunxi-demo-2026";

/** Runs the program to its end. */
export function run(...words) {
    const { status, stdout, stderr } = spawnSync(jingwei, words, { encoding: "utf8", timeout: kLimitMs });
    return { status, said: stdout, complained: stderr };
}

/** Runs it and must see it end well. */
export function must(...words) {
    const result = run(...words);
    if (result.status !== 0) throw new Error(`jingwei ${words.join(" ")}: ${result.complained}${result.said}`);
    return result.said;
}

/** Below /tmp for the user of the database to get in. */
export function temporaryFolder() {
    const folder = mkdtempSync("/tmp/jw-backup-");
    chmodSync(folder, 0o755);
    return folder;
}

export function uuid() {
    const octets = randomBytes(16);
    octets.writeUIntBE(Date.now(), 0, 6);
    octets[6] = 0x70 | (octets[6] & 0x0f);
    octets[8] = 0x80 | (octets[8] & 0x3f);
    return octets.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The server on a data folder. */
export class Server {
    static async start(data) {
        const server = new Server();
        server.child = spawn(jingwei, ["serve", "--data", data, "--port", "0", "--log-level", "error"], {
            stdio: ["ignore", "pipe", "inherit"],
        });
        server.ended = new Promise((resolve) => server.child.once("exit", resolve));
        const line = await new Promise((resolve, reject) => {
            createInterface({ input: server.child.stdout }).once("line", resolve);
            server.ended.then(() => reject(new Error(`the server on ${data} ended at once`)));
        });
        server.base = /http:\S+[^/]/.exec(line)[0];
        return server;
    }

    async stop() {
        this.child.kill("SIGTERM");
        await this.ended;
    }

    async get(target, headers = {}) {
        return fetch(this.base + target, { headers });
    }

    /** Signs in one of the demo's people. */
    async signIn(name) {
        const answer = await fetch(`${this.base}/api/v1/session`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ name, password: kPassword }),
        });
        if (!answer.ok) throw new Error(`${name} cannot sign in: ${await answer.text()}`);
        const { csrf_token } = await answer.json();
        const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
        return new Person(this, { Cookie: cookie, "X-CSRF-Token": csrf_token });
    }
}

/** Somebody signed in, who reports cases and adds photos. */
class Person {
    constructor(server, headers) {
        this.server = server;
        this.headers = headers;
    }

    async get(target) {
        const answer = await this.server.get(target, this.headers);
        if (!answer.ok) throw new Error(`${target}: ${answer.status} ${await answer.text()}`);
        return answer;
    }

    async send(method, target, body, headers = {}) {
        const answer = await fetch(this.server.base + target, { method, body, headers: { ...this.headers, ...headers } });
        if (!answer.ok) throw new Error(`${method} ${target}: ${answer.status} ${await answer.text()}`);
        return answer.json();
    }

    /** Returns the id once the server has acknowledged it. */
    async report(place) {
        const id = uuid();
        const body = { id, step_id: uuid(), description: "路灯不亮", ...place };
        await this.send("POST", "/api/v1/cases", JSON.stringify(body), { "Content-Type": "application/json" });
        return id;
    }

    async addPhoto(octets) {
        const id = uuid();
        const form = new FormData();
        form.set("id", id);
        form.set("file", new Blob([octets], { type: "image/png" }), "light.png");
        await this.send("POST", "/api/v1/files", form);
        return id;
    }
}

const programs = () => {
    const versions = readdirSync("/usr/lib/postgresql").sort((a, b) => b - a);
    return path.join("/usr/lib/postgresql", versions[0], "bin");
};

/** As whoever runs the database. */
function asDatabaseUser(...words) {
    const before = process.getuid() === 0 ? ["setpriv", "--reuid=jingwei", "--regid=jingwei", "--init-groups", "--"] : [];
    const [program, ...rest] = [...before, ...words];
    const { status, stdout, stderr } = spawnSync(program, rest, { encoding: "utf8", cwd: "/" });
    if (status !== 0) throw new Error(`${words.join(" ")}: ${stderr}${stdout}`);
    return stdout.trim();
}

/** Asks the database of a server that runs, as its superuser. */
export const query = (data, sql) =>
    asDatabaseUser("psql", "-h", path.join(data, "run"), "-U", "postgres", "-d", "jingwei", "-X", "-At", "-v", "ON_ERROR_STOP=1", "-c", sql);

/** Starts the database of a data folder without the server, which changes nothing in it. */
export function withDatabase(data, look) {
    const control = (word) => [path.join(programs(), "pg_ctl"), word, "--pgdata", path.join(data, "postgres"), "--wait", "--silent"];
    asDatabaseUser(...control("start"), "--log=/dev/null");
    try {
        return look((sql) => query(data, sql));
    } finally {
        asDatabaseUser(...control("stop"), "--mode=fast");
    }
}

const kTables = `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND relname <> 'spatial_ref_sys' ORDER BY relname`;

/** Table → rows. */
export function countRows(data) {
    return withDatabase(data, (ask) =>
        new Map(ask(kTables).split("\n").map((table) => [table, Number(ask(`SELECT count(*) FROM ${table}`))])),
    );
}

/** The same as `jingwei restore` printed it. */
export function printedRows(said) {
    return new Map([...said.matchAll(/^ *(\d+) {2}(\w+)$/gm)].map(([, rows, table]) => [table, Number(rows)]));
}

export async function casesIn(data) {
    const server = await Server.start(data);
    try {
        return new Set(query(data, "SELECT id FROM cases").split("\n"));
    } finally {
        await server.stop();
    }
}

export function remove(folder) {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
}
