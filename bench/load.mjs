// Runs the load client with a plan: see bench/load/plan.h.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

/** Rows of {word: value} as the words and the cast of a plan. */
export function castIn(rows) {
    const words = Object.keys(rows[0]);
    return { words, cast: rows.map((row) => words.map((word) => row[word])) };
}

/** The figures of one run. `whenListening` is called, and waited for, when all streams are open. */
export async function load(client, plan, whenListening = () => {}) {
    const folder = mkdtempSync(path.join(tmpdir(), "jingwei-bench-"));
    const file = path.join(folder, "plan.json");
    writeFileSync(file, JSON.stringify(plan));
    try {
        const child = spawn(client, [file], { stdio: ["pipe", "pipe", "inherit"] });
        let last = "";
        createInterface({ input: child.stdout }).on("line", async (line) => {
            if (line !== "listening") return void (last = line);
            await whenListening();
            child.stdin.write("go\n");
        });
        const code = await new Promise((resolve) => child.on("close", resolve));
        if (code !== 0) throw new Error(`the load client ended with ${code}`);
        return JSON.parse(last);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
