// Two scanners over every operation of api/openapi.json, with live sessions. Called by run.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import { closeConnections } from "../small_county/caller.mjs";
import { makeFolder, removeFolder, root } from "../small_county/server.mjs";
import { SmallCounty } from "../small_county/small_county.mjs";
import { worldOf } from "../rights/matrix.mjs";
import { logins } from "../rights/people.mjs";
import { declared, operationOf, operations } from "../rights/table.mjs";
import { standIn, Target } from "./stand_in.mjs";

const kModules = "sql,blindsql,xss,permanentxss,exec,file,crlf,redirect,shellshock,methods";
/** Longest time of one attack module of wapiti over all operations, and of sqlmap on one. */
const kModuleSeconds = Number(process.env.SCAN_MODULE_SECONDS ?? 90);
const kOperationSeconds = Number(process.env.SCAN_OPERATION_SECONDS ?? 40);
const kHands = 2;
/** What must be found, so that finding nothing else means something. */
const kCanary = "/canary";
const words = process.argv.slice(2);

function queryNames(operation) {
    const { paths } = JSON.parse(readFileSync(path.join(root, "api/openapi.json"), "utf8"));
    const [method, address] = operation.split(" ");
    const { parameters = [] } = paths[address][method.toLowerCase()];
    return parameters.filter((one) => one.in === "query").map((one) => one.name);
}

/** One target for every operation: its first row in docs/rights.md. */
async function makeTargets(world) {
    const rows = declared();
    const targets = [];
    for (const operation of operations().keys()) {
        if (words.length && !words.some((word) => operation.includes(word))) continue;
        const name = [...rows.keys()].find((one) => operationOf(one) === operation);
        const target = new Target(world, name, rows.get(name), queryNames(operation));
        await target.renew();
        targets.push(target);
    }
    return targets;
}

function run(command, args, seconds) {
    return new Promise((resolve) => {
        const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, HOME: run.home } });
        let said = "";
        const keep = (chunk) => (said = (said + chunk).slice(-200_000));
        child.stdout.on("data", keep);
        child.stderr.on("data", keep);
        const alarm = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
        child.on("close", () => resolve(said, clearTimeout(alarm)));
    });
}

/** What wapiti found: its report, and answers of 500 and above. */
async function wapiti(port, folder) {
    const report = path.join(folder, "wapiti.json");
    const modules = kModules.split(",").length;
    const said = await run("wapiti", [
        "-u", `http://127.0.0.1:${port}/`, "--scope", "folder", "-m", kModules, "-d", "1", "-f", "json", "-o", report,
        "--max-attack-time", String(kModuleSeconds), "--max-parameters", "100", "--store-session", folder,
        "--store-config", path.join(folder, "config"), "--flush-session", "-t", "20", "--no-bugreport", "-v", "1",
    ], modules * (kModuleSeconds + 30) + 120);
    writeFileSync(path.join(folder, "wapiti.log"), said);
    const told = JSON.parse(readFileSync(report, "utf8"));
    const found = [...Object.entries(told.vulnerabilities), ...Object.entries(told.anomalies)];
    return found.flatMap(([kind, all]) => all.map((one) => `wapiti: ${kind}: ${one.method} ${one.path} ${one.parameter ?? ""} ${one.info}`));
}

/** What sqlmap found on one operation, or on the canary. */
async function sqlmapOn(port, name, address, fields, folder) {
    const data = new URLSearchParams([...fields]).toString();
    const said = await run("sqlmap", [
        "-u", `http://127.0.0.1:${port}/${address}`, "--data", data, "--batch", "--dbms", "PostgreSQL", "--level", "1", "--risk", "1",
        "--technique", "BEUS", "--ignore-code", "400,401,403,404,405,409,413,415,422,429", "--disable-coloring", "--flush-session",
        "--output-dir", path.join(folder, "sqlmap"), "--timeout", "20", "--retries", "0",
    ], kOperationSeconds);
    const points = /identified the following injection point[\s\S]*?---([\s\S]*?)---/.exec(said);
    return points ? [`sqlmap: ${name}: ${points[1].trim().replaceAll("\n", " ")}`] : [];
}

async function sqlmap(port, targets, folder) {
    const found = [];
    const queue = targets.entries();
    const hand = async () => {
        for (const [at, target] of queue)
            found.push(...(await sqlmapOn(port, target.name, `operation/${at}`, target.fields, folder)));
    };
    found.push(...(await sqlmapOn(port, kCanary, "canary", [["q", "x"]], folder)));
    await Promise.all(Array.from({ length: kHands }, hand));
    return found;
}

/** Nothing that was put in may break the server. */
function broken(targets) {
    return targets.flatMap((target) => [
        ...[...target.answers].filter(([status]) => status >= 500).map(([status, times]) => `server: ${target.name}: ${status}, ${times} times`),
        ...(target.failures ? [`stand-in: ${target.name}: ${target.failures} times`] : []),
    ]);
}

const folder = makeFolder("scan");
run.home = folder;
const started = Date.now();
const county = await SmallCounty.open("scanned", logins(), ["--workers", "16"]);
try {
    const targets = await makeTargets(worldOf(county));
    console.log(`${targets.length} operations, ${targets.reduce((sum, one) => sum + one.fields.size, 0)} fields`);
    let found = [];
    for (const [tool, attack] of [["sqlmap", (port) => sqlmap(port, targets, folder)], ["wapiti", (port) => wapiti(port, folder)]]) {
        const door = await standIn(targets, tool);
        const told = await attack(door.port);
        door.close();
        const isCanary = (one) => one.includes(kCanary);
        if (!told.some(isCanary)) found.push(`${tool}: blind: it did not find what was there to be found`);
        found = [...found, ...told.filter((one) => !isCanary(one))];
        const reached = targets.filter((one) => one.attacked.has(tool));
        console.log(`${tool}: attacked ${reached.length} of ${targets.length} operations (${Math.round((Date.now() - started) / 1000)} s)`);
        targets.filter((one) => !one.attacked.has(tool)).forEach((one) => console.log(`    not ${one.name}`));
    }
    found.push(...broken(targets));
    found.forEach((one) => console.log(one));
    const requests = targets.reduce((sum, one) => sum + [...one.answers.values()].reduce((a, b) => a + b, 0), 0);
    const attacked = targets.filter((one) => one.attacked.size === 2).length;
    console.log(`${requests} requests in ${Math.round((Date.now() - started) / 1000)} s`);
    console.log(`attacked ${attacked} of ${targets.length} operations, findings ${found.length}`);
    mkdirSync(path.join(root, "build"), { recursive: true });
    const tallies = targets.map((one) => [one.name, Object.fromEntries(one.answers)]);
    writeFileSync(path.join(root, "build/scan.json"), JSON.stringify({ found, answers: Object.fromEntries(tallies) }, null, 2));
    process.exitCode = attacked === targets.length && found.length === 0 ? 0 : 1;
} finally {
    await county.close();
    removeFolder(folder);
    closeConnections();
}
