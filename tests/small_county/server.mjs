// A `jingwei serve` of a test's own: a folder, a private database, a free port.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The program under test. */
export function program() {
    const given = process.env.JINGWEI_BINARY ?? path.join(root, "build/release/server/jingwei");
    if (!existsSync(given)) throw new Error("build Jingwei first: tools/build release jingwei");
    return given;
}

/** A folder that goes when the test ends; open to the user whom the database runs as. */
export function makeFolder(name) {
    const folder = mkdtempSync(`/tmp/jw-${name}-`);
    chmodSync(folder, 0o755);
    return folder;
}

export function removeFolder(folder) {
    rmSync(folder, { recursive: true, force: true });
}

/** One run of `jingwei serve`; the same folder may be served again later, of another county. */
export class Server {
    /** `words` are further options of `jingwei serve`. */
    static async start(folder, county, words = []) {
        const server = new Server();
        server.data = path.join(folder, "data");
        server.county = county;
        const options = ["serve", "--data", server.data, "--county", county, "--port", "0"];
        server.child = spawn(program(), [...options, "--log-level", "warning", ...words], {
            stdio: ["ignore", "pipe", "pipe"],
        });
        server.said = "";
        const keep = (chunk) => (server.said = (server.said + chunk).slice(-20_000));
        server.child.stderr.on("data", keep);
        server.ended = new Promise((resolve) => server.child.once("close", resolve));
        const listening = new Promise((resolve) =>
            createInterface({ input: server.child.stdout }).on("line", (line) => {
                keep(`${line}\n`);
                const found = /listens on (https?):\/\/.*:(\d+)\//.exec(line);
                if (found) resolve(found);
            }),
        );
        const first = await Promise.race([listening, server.ended.then(() => undefined)]);
        if (!first) throw new Error(`the server did not get ready:\n${server.said}`);
        server.scheme = first[1];
        server.port = Number(first[2]);
        return server;
    }

    /** A command of administration beside this server; answers what it printed. */
    command(words, input = "") {
        const done = spawnSync(program(), [...words, "--data", this.data], {
            encoding: "utf8",
            input,
        });
        if (done.status !== 0) throw new Error(`jingwei ${words.join(" ")}: ${done.stderr}`);
        return done.stdout.trim();
    }

    async stop() {
        if (this.child.exitCode === null) this.child.kill("SIGTERM");
        await this.ended;
    }
}
