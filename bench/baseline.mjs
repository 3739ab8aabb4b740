// The bare server of bench/baseline over a database of its own in the same cluster.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import { kHere, Listening, program, psql, sqlFile } from "./ground.mjs";
import { say } from "./figures.mjs";

const kDatabase = "bench_baseline";
const kFolder = path.join(kHere, "baseline");
const kMostApart = 0.1; // of the number of cases, before it is filled anew

function install() {
    const lock = path.join(kFolder, "package-lock.json");
    const stamp = path.join(kFolder, "node_modules/.installed");
    if (existsSync(stamp) && readFileSync(stamp).equals(readFileSync(lock))) return;
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: kFolder, stdio: "inherit" });
    copyFileSync(lock, stamp);
}

const countIn = (data, database) => Number(psql(data, "SELECT count(*) FROM cases", { database })[0]);

function isFilled(data, cases) {
    if (psql(data, `SELECT 1 FROM pg_database WHERE datname = '${kDatabase}'`).length === 0) return false;
    try {
        return Math.abs(countIn(data, kDatabase) - cases) <= kMostApart * cases;
    } catch {
        return false; // an interrupted filling
    }
}

/** From one database into the other, without a file between them. */
async function copyPast(data) {
    const words = (database) => ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", path.join(data, "run"), "-U", "postgres", "-d", database];
    const from = spawn(program("psql"), [...words("jingwei"), "-c", sqlFile("baseline_past")], { stdio: ["ignore", "pipe", "inherit"] });
    const into = spawn(program("psql"), [...words(kDatabase), "-c", "COPY cases FROM STDIN"], { stdio: ["pipe", "ignore", "inherit"] });
    from.stdout.pipe(into.stdin);
    const code = await new Promise((resolve) => into.on("close", resolve));
    if (code !== 0) throw new Error("the past cases could not be copied");
}

async function fill(data) {
    const cases = countIn(data, "jingwei");
    if (isFilled(data, cases)) return;
    say(`filling the bare server's table with the same ${cases} cases`);
    psql(data, `DROP DATABASE IF EXISTS ${kDatabase}`);
    psql(data, `CREATE DATABASE ${kDatabase}`);
    psql(data, sqlFile("baseline"), { database: kDatabase });
    await copyPast(data);
    psql(data, sqlFile("baseline_indexes"), { database: kDatabase });
}

export async function startBaseline({ data }) {
    install();
    await fill(data);
    return Listening.start(process.execPath, [path.join(kFolder, "server.mjs"), path.join(data, "run"), kDatabase, "postgres"]);
}
