import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { round, say, table } from "../figures.mjs";
import { machine, program, psql, rowsOf, sqlFile, startServer } from "../ground.mjs";

export const about =
    "loading a county's past cases, made on the way, with keys, indexes and statistics at its end; compared with a plain COPY of the same rows into the same tables, which have theirs; at least half its rate. And its territory from a GeoJSON file, in less than 5 s";
export const defaults = { cases: 100_000 };

const kTables = ["cases", "case_step", "case_co_unit", "case_session", "case_plate", "case_reporter"]; // a table comes after those it refers to
const kCopy = "plain_copy";
const kPlaying = "演绎"; // what the progress of the demo begins with while cases are made
const kDone = "完成";

/** Loads the county; answers the seconds from the first case to the end of the load. */
function loadCounty({ binary, data, scale, cases }) {
    const child = spawn(binary, ["demo", "--scale", scale, "--cases", String(cases), "--data", data], { stdio: ["ignore", "ignore", "pipe"] });
    const seen = {};
    child.stderr.setEncoding("utf8").on("data", (text) => {
        for (const word of [kPlaying, kDone]) if (text.includes(word)) seen[word] ??= performance.now();
    });
    return new Promise((resolve, reject) => {
        child.on("close", (code) => (code || !seen[kDone] ? reject(new Error(`the demo ended with ${code}`)) : resolve((seen[kDone] - seen[kPlaying]) / 1000)));
    });
}

/** Writes the rows into files and copies them into a database that has the same tables and nothing in them. */
function copyPlainly(data) {
    const columns = Object.fromEntries(kTables.map((name) => [name, psql(data, sqlFile("copied_columns"), { variables: { table: name } })[0]]));
    const file = (name) => path.join(data, `${name}.copy`);
    for (const name of kTables) psql(data, `\\copy ${name} (${columns[name]}) to '${file(name)}'`);
    psql(data, `CREATE DATABASE ${kCopy}`);
    const schema = execFileSync(program("pg_dump"), ["-s", "-h", path.join(data, "run"), "-U", "postgres", "jingwei"], { maxBuffer: 1 << 28 });
    psql(data, schema, { database: kCopy });
    const began = performance.now();
    for (const name of kTables) psql(data, `\\copy ${name} (${columns[name]}) from '${file(name)}'`, { database: kCopy });
    return (performance.now() - began) / 1000;
}

/** Takes the territory of that county into an installation that has none; answers how many grids and the seconds. */
function importTerritory({ binary, data }) {
    const features = rowsOf(data, "grids");
    const file = path.join(data, "territory.geojson");
    writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features }));
    const [county] = psql(data, "SELECT county FROM territory LIMIT 1");
    const fresh = path.join(data, "fresh");
    mkdirSync(fresh);
    execFileSync(binary, ["migrate", "--data", fresh], { stdio: "ignore" });
    const began = performance.now();
    execFileSync(binary, ["import", "territory", file, "--county", county, "--data", fresh], { stdio: ["ignore", "ignore", "inherit"] });
    return { grids: features.filter((one) => one.properties.level === "grid").length, territory_s: round((performance.now() - began) / 1000) };
}

export async function run(options) {
    mkdirSync(path.dirname(options.data), { recursive: true });
    const data = mkdtempSync(`${options.data}-import-`);
    chmodSync(data, 0o755); // PostgreSQL runs as another user
    const own = { ...options, data };
    let server;
    try {
        const load_s = await loadCounty(own);
        server = await startServer(own);
        const on = machine(data);
        const copy_s = copyPlainly(data);
        const territory = importTerritory(own);
        const figures = { cases: on.cases, load_s: round(load_s), copy_s: round(copy_s), load_per_s: Math.round(on.cases / load_s), copy_per_s: Math.round(on.cases / copy_s), rate: round(copy_s / load_s) };
        table(["", "s", "cases/s"], [["load", figures.load_s, figures.load_per_s], ["plain COPY", figures.copy_s, figures.copy_per_s]]);
        say(`${territory.grids} grids with their polygons are taken in within ${territory.territory_s} s`);
        say(`the load runs at ${figures.rate} of the rate of a plain COPY`);
        return { ...figures, ...territory, on };
    } finally {
        await server?.stop();
        rmSync(data, { recursive: true, force: true });
    }
}
