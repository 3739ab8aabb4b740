// Starts jingwei_clocked_server and speaks with it: HTTP with tokens, and the clock by its input.
import { spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

const kPassword = "Replay-of-2018";
const kAnswerLimitMs = 120_000;

export class Refused extends Error {
    constructor(status, problem, what) {
        super(`${what}: ${status} ${JSON.stringify(problem)}`);
        this.status = status;
        this.problem = problem;
    }
}

/** One account that acts over HTTP. */
class Caller {
    constructor(server) {
        this.server = server;
        this.headers = { "Accept-Language": "zh-CN" };
    }

    call(method, target, body) {
        const text = body === undefined ? undefined : JSON.stringify(body);
        const headers = { ...this.headers };
        if (text !== undefined) headers["Content-Type"] = "application/json";
        return new Promise((resolve, reject) => {
            const sent = request(
                {
                    port: this.server.port,
                    agent: this.server.agent,
                    method,
                    path: target,
                    headers,
                    timeout: kAnswerLimitMs,
                },
                (answer) => {
                    const chunks = [];
                    answer.on("data", (chunk) => chunks.push(chunk));
                    answer.on("end", () => {
                        const said = Buffer.concat(chunks).toString();
                        const value = said ? JSON.parse(said) : undefined;
                        if (answer.statusCode < 300) resolve({ value, headers: answer.headers });
                        else reject(new Refused(answer.statusCode, value, `${method} ${target}`));
                    });
                },
            );
            sent.on("timeout", () => sent.destroy(new Error(`${target}: no answer`)));
            sent.on("error", reject);
            sent.end(text);
        });
    }

    async get(target) {
        return (await this.call("GET", target)).value;
    }

    async post(target, body) {
        return (await this.call("POST", target, body)).value;
    }

    /** Signs in, and takes a token: sessions end when simulated months pass. */
    async signIn(name, expiresAt) {
        const { value, headers } = await this.call("POST", "/api/v1/session", {
            name,
            password: kPassword,
        });
        const cookie = headers["set-cookie"].map((line) => line.split(";")[0]).join("; ");
        this.account = value.account;
        this.headers.Cookie = cookie;
        this.headers["X-CSRF-Token"] = value.csrf_token;
        if (value.permissions.length === 0) return this;
        const made = await this.post("/api/v1/me/tokens", {
            name: "replay",
            permissions: value.permissions,
            expires_at: expiresAt,
        });
        this.headers = { "Accept-Language": "zh-CN", Authorization: `Bearer ${made.secret}` };
        return this;
    }
}

export class ClockedServer {
    static async start(binary, county) {
        const server = new ClockedServer();
        server.folder = mkdtempSync(path.join(tmpdir(), "jw-replay-"));
        chmodSync(server.folder, 0o755); // as root, the database belongs to another user
        server.agent = new Agent({ keepAlive: true, maxSockets: 8 });
        server.child = spawn(binary, [path.join(server.folder, "data"), county], {
            stdio: ["pipe", "pipe", "inherit"],
        });
        server.waiting = [];
        createInterface({ input: server.child.stdout }).on("line", (line) =>
            server.waiting.shift()?.(line),
        );
        server.ended = new Promise((resolve) => server.child.on("close", resolve));
        const first = await Promise.race([server.#line(), server.ended.then(() => "ended")]);
        if (!first.startsWith("listening ")) throw new Error(`the server said: ${first}`);
        server.port = Number(first.split(" ")[1]);
        return server;
    }

    #line() {
        return new Promise((resolve) => this.waiting.push(resolve));
    }

    async #tell(line) {
        const answer = this.#line();
        this.child.stdin.write(`${line}\n`);
        return answer;
    }

    async setClock(date) {
        const said = await this.#tell(`clock ${date.toISOString()}`);
        if (said !== "ok") throw new Error(said);
    }

    async runTimers() {
        return Number(await this.#tell("timers"));
    }

    caller() {
        return new Caller(this);
    }

    async stop() {
        this.agent.destroy();
        this.child.stdin.end();
        await this.ended;
        rmSync(this.folder, { recursive: true, force: true });
    }
}
