// What one request asks of the database, from the server's own log of round trips and PostgreSQL's
// log of statements with their parameters.
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { kStatementLog, psql, stopStatementLog } from "./ground.mjs";

const kLogPauseMs = 300; // until both logs are written
const kTrip = / round trip: (.*)$/;

/** PostgreSQL writes every statement into a file of JSON. */
function startStatementLog(data) {
    for (const [name, value] of Object.entries(kStatementLog)) psql(data, `ALTER SYSTEM SET ${name} = '${value}'`);
    psql(data, "SELECT pg_reload_conf()");
}

/** `$1 = 'it''s', $2 = NULL` → ["it's", null]. */
export function parametersOf(detail) {
    const values = [];
    for (const [, text] of (detail ?? "").matchAll(/\$\d+ = (NULL|'(?:[^']|'')*')/g)) values.push(text === "NULL" ? null : text.slice(1, -1).replaceAll("''", "'"));
    return values;
}

/** A line of PostgreSQL's log as {pid, name, text, values}; nothing for what is no statement. */
export function statementOf(line) {
    const entry = JSON.parse(line);
    const found = /^execute ([^:]+): ([\s\S]*)$/.exec(entry.message ?? "");
    if (!found) return undefined;
    const text = found[2].replace(/^\s*--.*$/gm, "").trim();
    return { pid: entry.pid, name: found[1] === "<unnamed>" ? "db.text" : found[1], text, values: parametersOf(entry.detail) };
}

class LogFile {
    constructor(file) {
        this.file = file;
        this.skip();
    }

    skip() {
        this.from = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
    }

    lines() {
        return readFileSync(this.file).subarray(this.from).toString().split("\n").filter(Boolean);
    }
}

function newestJson(data) {
    const folder = path.join(data, "postgres/log");
    const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
    const age = (name) => statSync(path.join(folder, name)).mtimeMs;
    return path.join(folder, files.sort((a, b) => age(b) - age(a))[0]);
}

/** The transaction with a statement whose text is `wanted`, cut into the round trips that the server's log tells. */
export function tripsOf(trips, statements, wanted) {
    const own = new Map();
    for (const one of statements) own.set(one.pid, [...(own.get(one.pid) ?? []), one]);
    const session = [...own.values()].find((list) => list.some(({ text }) => wanted.test(text)));
    if (!session) throw new Error(`no statement is like ${wanted}`);
    const begin = session.map(({ name }) => name).lastIndexOf("db.begin", session.findIndex(({ text }) => wanted.test(text)));
    const end = session.findIndex(({ name }, at) => at > begin && name === "db.commit");
    return cut(session.slice(begin, end + 1), trips);
}

/** Which trips of the log these statements are: the names must agree one by one. */
function cut(list, trips) {
    const cutList = [];
    for (let at = 0; at < list.length; ) {
        const fits = (names) => names.every((name, i) => list[at + i]?.name === name) && (at > 0 || names[0] === "db.begin");
        const size = Math.max(0, ...trips.filter(fits).map((names) => names.length));
        if (size === 0) throw new Error(`no round trip begins with ${list[at].name}`);
        cutList.push(list.slice(at, at + size));
        at += size;
    }
    return cutList;
}

/** Records requests; the server must run with `--log-level debug`. */
export class Recorder {
    static async begin(data) {
        startStatementLog(data);
        await pause(kLogPauseMs);
        const recorder = new Recorder();
        recorder.data = data;
        return recorder;
    }

    /** The round trips of what `request` does in one transaction, that with a statement like `wanted`. */
    async record(wanted, request) {
        psql(this.data, "SELECT 1"); // so that there is a file
        await pause(kLogPauseMs);
        const ours = new LogFile(path.join(this.data, "serve.log"));
        const theirs = new LogFile(newestJson(this.data));
        const answer = await request();
        await pause(kLogPauseMs);
        const trips = ours.lines().map((line) => kTrip.exec(line)?.[1].split(" ")).filter(Boolean);
        const statements = theirs.lines().map(statementOf).filter(Boolean);
        return { answer, trips: tripsOf(trips, statements, wanted) };
    }

    end() {
        stopStatementLog(this.data);
    }
}
