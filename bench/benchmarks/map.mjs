import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";

import { median, round, say, table } from "../figures.mjs";
import { kRoot, machine, psql, startServer } from "../ground.mjs";

export const about =
    "a base map out of an extract of OpenStreetMap: seconds of the import and size of the tiles, then every tile in turns with an answer that reads as little as any (GET /session). Wants ../shared/data/osm, or --extracts FILE,FILE";
export const defaults = { rounds: 5, extracts: "monaco-2016.osm.pbf,liechtenstein-2015.osm.pbf" };

const kCounty = "371323";
const kSecret = "Tiles-of-2026-are-here";

const fileOf = (name) => [name, path.join(kRoot, "../shared/data/osm", name)].find((one) => existsSync(one));

function command({ binary, data }, words, input = "") {
    return execFileSync(binary, [...words, "--county", kCounty, "--data", data], { input }).toString();
}

/** Milliseconds of one GET on a connection that is kept, and what came. */
async function timed(origin, target, headers) {
    const began = performance.now();
    const answer = await fetch(origin + target, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${target}: ${answer.status}`);
    return performance.now() - began;
}

async function signIn(origin) {
    const answer = await fetch(`${origin}/api/v1/session`, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ name: "bench", password: kSecret }),
    });
    if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
    return { Cookie: answer.headers.get("set-cookie").split(";")[0] };
}

async function measure(options, name) {
    const file = fileOf(name);
    if (!file) throw new Error(`there is no ${name}: name your own with --extracts`);
    const began = performance.now();
    const said = command(options, ["import", "map", file]);
    const import_s = round((performance.now() - began) / 1000);
    const [, making_s, writing_s] = /([\d.]+) s to make them, ([\d.]+) s to put/.exec(said);
    const server = await startServer(options);
    try {
        const origin = `http://127.0.0.1:${server.port}`;
        const headers = await signIn(origin);
        const tiles = psql(options.data, "SELECT zoom || '/' || x || '/' || y FROM map_tile ORDER BY zoom, x, y");
        const [octets] = psql(options.data, "SELECT sum(length(octets)) FROM map_tile");
        const times = { tile: [], session: [] };
        for (let at = 0; at < options.rounds; ++at) {
            for (const tile of tiles) {
                times.tile.push(await timed(origin, `/api/v1/map/tiles/${tile}`, headers));
                times.session.push(await timed(origin, "/api/v1/session", headers));
            }
        }
        const figures = { import_s, making_s: Number(making_s), writing_s: Number(writing_s), tiles: tiles.length, mb: round(octets / 1e6) };
        const medians = { tile_ms: round(median(times.tile)), session_ms: round(median(times.session)) };
        return { figures: { ...figures, ...medians }, on: machine(options.data) };
    } finally {
        await server.stop();
    }
}

export async function run(options) {
    mkdirSync(path.dirname(options.data), { recursive: true });
    const data = mkdtempSync(`${options.data}-map-`);
    chmodSync(data, 0o755); // PostgreSQL runs as another user
    const own = { ...options, data, serve: `${options.serve ?? ""} --county ${kCounty}`.trim() };
    try {
        command(own, ["import", "divisions", "--folder", path.join(kRoot, "data/divisions")]);
        command(own, ["user", "add", "--keep-password", "bench"], kSecret);
        const found = {};
        let on;
        for (const name of String(options.extracts).split(",")) {
            const measured = await measure(own, name);
            found[path.basename(name)] = measured.figures;
            on = measured.on;
        }
        const head = ["", "import s", "tilemaker s", "database s", "tiles", "MB", "tile ms", "session ms"];
        table(head, Object.entries(found).map(([name, figures]) => [name, ...Object.values(figures)]));
        say("medians of one request after the other");
        return { ...found, on };
    } finally {
        rmSync(data, { recursive: true, force: true });
    }
}
