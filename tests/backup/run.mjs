// Backup and restore by the program itself: under load, to a moment, and what is refused. Called by
// ./test; the last line is "N passed, N failed, N skipped".
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { crc32, deflateSync } from "node:zlib";

import { Server, casesIn, countRows, jingwei, must, printedRows, query, remove, run, temporaryFolder, withDatabase } from "./installation.mjs";

const kWriters = 4;
const kCases = "150";
const tally = { passed: 0, failed: 0 };
const folder = temporaryFolder();
const at = (name) => path.join(folder, name);
const [data, backup, safe] = [at("data"), at("backup"), at("safe")];
const keys = path.join(safe, "jingwei-keys");

async function test(name, body) {
    try {
        await body();
        ++tally.passed;
    } catch (problem) {
        ++tally.failed;
        console.log(problem.stack);
        console.log(`FAILED: ${name}`);
    }
}

function expect(holds, what) {
    if (!holds) throw new Error(what);
}

/** Every refusal says what to do, and leaves nothing that looks whole. */
function expectRefusal(result, words, target) {
    expect(result.status === 1, `it ended with ${result.status}: ${result.said}`);
    for (const word of words) expect(result.complained.includes(word), `no "${word}" in: ${result.complained}`);
    expect(!existsSync(target), `${target} is there`);
    expect(!existsSync(`${target}.restoring`), `${target}.restoring is there`);
}

const restore = (target, ...more) => run("restore", "--from", backup, "--keys", keys, "--data", target, ...more);
const bases = () => readdirSync(path.join(backup, "base")).sort();
const segments = () => readdirSync(path.join(backup, "wal")).filter((name) => /^[0-9A-F]{24}\.gz$/.test(name));

/** With owners, as an operator copies a backup. */
const copyWhole = (from, to) => spawnSync("cp", ["-a", from, to]);

/** A PNG of one pixel. */
function photo(...rgb) {
    const chunk = (type, octets) => {
        const body = Buffer.concat([Buffer.from(type), octets]);
        const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
        size.writeUInt32BE(octets.length);
        sum.writeUInt32BE(crc32(body));
        return Buffer.concat([size, body, sum]);
    };
    return Buffer.concat([
        Buffer.from("89504e470d0a1a0a", "hex"),
        chunk("IHDR", Buffer.from("00000001000000010802000000", "hex")),
        chunk("IDAT", deflateSync(Buffer.from([0, ...rgb]))),
        chunk("IEND", Buffer.alloc(0)),
    ]);
}

/** Waits for the clock to show another millisecond. */
function nextMillisecond() {
    const now = Date.now();
    while (Date.now() === now);
    return Date.now();
}

/** People who report without a pause until told to stop; each write with when it was sent and acknowledged. */
class Load {
    constructor(person, place) {
        this.writes = [];
        this.stopped = false;
        this.done = Promise.all(
            Array.from({ length: kWriters }, async () => {
                while (!this.stopped) {
                    const sent = Date.now();
                    const id = await person.report(place);
                    this.writes.push({ id, sent, acknowledged: Date.now() });
                }
            }),
        );
    }
    async stop() {
        this.stopped = true;
        await this.done;
    }
}

/** Beside the writers, who are in this process. */
async function backUp(...more) {
    const child = spawn(jingwei, ["backup", "--data", data, "--to", backup, ...more], { stdio: ["ignore", "ignore", "pipe"] });
    let complained = "";
    child.stderr.on("data", (text) => (complained += text));
    const status = await new Promise((resolve) => child.once("exit", resolve));
    if (status !== 0) throw new Error(`backup: ${complained}`);
}

const story = {};

/** Two backups of a server at work, two known writes with a moment between them. */
async function play() {
    must("demo", "--scale", "town", "--cases", kCases, "--data", data);
    const server = await Server.start(data);
    const person = await server.signIn("hotline1");
    const matters = await (await person.get("/api/v1/matters")).json();
    const [county] = (await (await person.get("/api/v1/territory")).json()).items;
    const place = { channel: "hotline", matter: matters.classes[0].subclasses[0].matters[0].id, path: county.path };
    story.firstPhoto = await person.addPhoto(photo(255, 0, 0));
    const load = new Load(person, place);
    const before = load.writes.length;
    await backUp("--keys-to", safe);
    story.duringBackup = load.writes.length - before;
    story.latePhoto = await person.addPhoto(photo(0, 0, 255));
    story.lastBefore = await person.report(place);
    story.moment = nextMillisecond();
    nextMillisecond();
    story.firstAfter = await person.report(place);
    await backUp();
    await load.stop();
    story.writes = load.writes;
    await server.stop();
    story.rows = countRows(data);
}

await test("a server at work is copied while people go on writing", async () => {
    await play();
    expect(story.duringBackup > 0, "nobody could write during the backup");
    expect(bases().length === 2, `there are ${bases().length} base backups`);
    console.log(`${story.writes.length} writes by ${kWriters} people, ${story.duringBackup} of them during the backup`);
});

await test("a restore to a moment between two writes has exactly the writes before it", async () => {
    const target = at("then");
    const result = restore(target, "--at", new Date(story.moment).toISOString());
    expect(result.status === 0, result.complained + result.said);
    expect(/\nsound\n/.test(result.said), `the audit is not sound:\n${result.said}`);
    const there = await casesIn(target);
    expect(there.has(story.lastBefore), "the write before the moment is missing");
    expect(!there.has(story.firstAfter), "the write after the moment is there");
    const lost = story.writes.filter((write) => write.acknowledged < story.moment && !there.has(write.id));
    const early = story.writes.filter((write) => write.sent > story.moment && there.has(write.id));
    expect(lost.length === 0, `${lost.length} acknowledged writes are lost`);
    expect(early.length === 0, `${early.length} later writes are there`);
    expect(printedRows(result.said).get("cases") === there.size, "it counts other cases than there are");
    remove(target);
});

await test("a restore to the end has every row of every table, and serves", async () => {
    const target = at("end");
    const result = restore(target);
    expect(result.status === 0, result.complained + result.said);
    expect(/\nsound\n/.test(result.said), `the audit is not sound:\n${result.said}`);
    const rows = printedRows(result.said);
    const wrong = [...story.rows].filter(([table, count]) => rows.get(table) !== count);
    expect(rows.size === story.rows.size && wrong.length === 0, `other rows than before: ${JSON.stringify(wrong)}`);
    const server = await Server.start(target);
    try {
        const person = await server.signIn("hotline1");
        await person.get(`/api/v1/cases/${story.firstAfter}`);
        for (const id of [story.firstPhoto, story.latePhoto]) await person.get(`/api/v1/files/${id}`);
    } finally {
        await server.stop();
    }
});

await test("what was restored does not write into the backup of its original", () => {
    const archived = segments().length;
    const result = run("backup", "--data", at("end"), "--to", backup);
    expect(result.status === 1 && result.complained.includes("another installation"), result.complained);
    expect(segments().length === archived, "the archive has grown");
});

await test("what was restored can be backed up and restored again", () => {
    must("backup", "--data", at("end"), "--to", at("backup-of-end"));
    const result = run("restore", "--from", at("backup-of-end"), "--keys", keys, "--data", at("again"));
    expect(result.status === 0, result.complained + result.said);
    const rows = printedRows(result.said);
    for (const table of ["cases", "case_step", "file"]) expect(rows.get(table) === story.rows.get(table), `other ${table}`);
    for (const name of ["end", "again", "backup-of-end"]) remove(at(name));
});

await test("a folder that is not empty is refused and left alone", () => {
    const target = at("full");
    mkdirSync(target);
    writeFileSync(path.join(target, "mine"), "mine");
    const result = restore(target);
    expect(result.status === 1 && result.complained.includes("--data: ") && result.complained.includes("is not empty"), result.complained);
    expect(readdirSync(target).join() === "mine", "something was put into it");
});

await test("the keys of another installation are refused", () => {
    const strange = at("strange-keys");
    writeFileSync(strange, `1 ${"ab".repeat(32)}\n`, { mode: 0o600 });
    expectRefusal(run("restore", "--from", backup, "--keys", strange, "--data", at("x")), ["--keys: ", "key 1"], at("x"));
});

await test("a moment before the first backup is refused with the earliest that there is", () => {
    expectRefusal(restore(at("x"), "--at", "2020-01-01T00:00:00+08:00"), ["--at: ", "oldest backup"], at("x"));
});

await test("a moment without an offset is refused with an example", () => {
    expectRefusal(restore(at("x"), "--at", "2026-11-29 03:00"), ["--at: ", "+08:00"], at("x"));
});

await test("a moment after the end of the archive is refused", () => {
    expectRefusal(restore(at("x"), "--at", "2100-01-01T00:00:00Z"), ["--at: the archive ends before"], at("x"));
});

await test("a damaged base backup is refused by the name of its file", () => {
    const copy = at("damaged");
    copyWhole(backup, copy);
    const file = path.join(copy, "base", bases()[1], "postgres", "base.tar.gz");
    const octets = readFileSync(file);
    octets[octets.length >> 1] ^= 1;
    writeFileSync(file, octets);
    expectRefusal(run("restore", "--from", copy, "--keys", keys, "--data", at("x")), [file, "damaged"], at("x"));
    truncateSync(path.join(copy, "base", bases()[1], "manifest.json"), 20);
    expectRefusal(run("restore", "--from", copy, "--keys", keys, "--data", at("x")), ["manifest.json", "damaged"], at("x"));
});

await test("a damaged photo is refused by the name of its file", () => {
    const copy = at("damaged");
    rmSync(copy, { recursive: true });
    copyWhole(backup, copy);
    const [first] = readdirSync(path.join(copy, "files"));
    const [name] = readdirSync(path.join(copy, "files", first)).filter((each) => !each.endsWith(".thumb"));
    truncateSync(path.join(copy, "files", first, name), 10);
    expectRefusal(run("restore", "--from", copy, "--keys", keys, "--data", at("x")), [name, "damaged"], at("x"));
    rmSync(path.join(copy, "files", first, name));
    const result = run("restore", "--from", copy, "--keys", keys, "--data", at("x"));
    expect(result.status === 1 && result.said.includes(`MISSING the photo or document ${name}`), result.said);
    remove(at("x"));
    remove(copy);
});

await test("keys and backups are kept apart", () => {
    const inside = run("backup", "--data", data, "--to", path.join(data, "backup-of-it"));
    expect(inside.status === 1 && inside.complained.includes("--to: "), inside.complained);
    const beside = run("backup", "--data", data, "--to", backup, "--keys-to", path.join(backup, "keys"));
    expect(beside.status === 1 && beside.complained.includes("--keys-to: "), beside.complained);
    const words = readFileSync(keys, "utf8").trim().split(" ")[1];
    const kept = readdirSync(backup, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const leaking = kept.filter((entry) => readFileSync(path.join(entry.parentPath ?? entry.path, entry.name)).includes(words));
    expect(leaking.length === 0, `the key is in ${leaking.map((entry) => entry.name)}`);
});

await test("a database of somebody else is refused with what to do", () => {
    const taken = run("backup", "--database", "postgresql://db.example/jingwei", "--to", at("theirs"));
    expect(taken.status === 1 && taken.complained.includes("pgBackRest"), taken.complained);
    expect(!existsSync(at("theirs")), "something was begun");
    expectRefusal(restore(at("x"), "--database", "postgresql://db.example/jingwei"), ["pg_dump"], at("x"));
});

await test("an archive that cannot be written is a warning in /readyz, and the backup says why", async () => {
    const server = await Server.start(data);
    const aside = at("wal-aside");
    try {
        renameSync(path.join(backup, "wal"), aside);
        writeFileSync(path.join(backup, "wal"), "in the way");
        const warned = async () => (await (await server.get("/readyz")).json()).warnings.find((each) => each.name === "backup");
        const result = run("backup", "--data", data, "--to", backup);
        expect(result.status === 1, result.said);
        query(data, "SELECT pg_create_restore_point('x'), pg_switch_wal()");
        const end = Date.now() + 60_000;
        while (!(await warned()) && Date.now() < end);
        expect((await warned())?.problem.includes("does not get into the archive"), "no warning");
    } finally {
        rmSync(path.join(backup, "wal"), { recursive: true });
        renameSync(aside, path.join(backup, "wal"));
        await server.stop();
    }
});

await test("old backups go with the part of the archive that only they need", () => {
    const [before, archived] = [bases(), segments().length];
    must("backup", "--data", data, "--to", backup, "--keep", "1");
    expect(bases().length === 1 && !before.includes(bases()[0]), `there are ${bases()}`);
    expect(segments().length < archived, "the archive was not pruned");
});

await test("a restore tells what was done to the audit behind the server", () => {
    withDatabase(data, (ask) => ask("DELETE FROM audit_entry WHERE id = (SELECT entries[1] FROM audit_seal ORDER BY number LIMIT 1)"));
    must("backup", "--data", data, "--to", backup);
    const result = restore(at("tampered"));
    expect(result.status === 1, "it ended well");
    expect(/FAULT seal 1 entry .*: the entry was deleted/.test(result.said), result.said);
    expect(existsSync(at("tampered")), "the installation is not there for a closer look");
});

remove(folder);
console.log(`${tally.passed} passed, ${tally.failed} failed, 0 skipped`);
process.exitCode = tally.failed ? 1 : 0;
