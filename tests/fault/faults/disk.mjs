// A disk that is really full: the whole data folder lies on a small file system.
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import path from "node:path";

import { sendFile } from "../hostile/wire.mjs";
import { checkAll } from "../ledger.mjs";
import { House, folderOf, pause, until } from "../house.mjs";
import { Writers } from "../writers.mjs";

export const about = "the disk of the data folder is full for a while, then not";
export const defaults = { rounds: 5, seconds: 10 };
export const short = { rounds: 1, seconds: 3 };

const kMegabytes = 400;
const kEnough = 200; // writes before the disk is full
const kBackMs = 8_000; // a start that failed is tried again after two seconds at most
const kMostLogFiles = 20;
const kPiece = Buffer.alloc(1 << 16, 0x66);

function mount(folder) {
    mkdirSync(folder, { recursive: true });
    const outcome = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kMegabytes}m,mode=755`, "jingwei-fault", folder], { encoding: "utf8" });
    return outcome.status === 0;
}

/** Takes all that is left, to the last page. */
function fill(file) {
    const filler = openSync(file, "a");
    try {
        for (let size = kPiece.length; size > 0; size = size > 1 ? size >> 1 : 0) {
            try {
                for (;;) if (writeSync(filler, kPiece, 0, size) < size) break;
            } catch (problem) {
                if (problem.code !== "ENOSPC") throw problem;
            }
        }
    } finally {
        closeSync(filler);
    }
}

/** A picture, sent by somebody who may. */
async function photo(house, row) {
    const { status, heard } = await sendFile(house.port, row, Buffer.alloc(1_000_000, 0x78));
    return { status, later: /\r\nRetry-After: /i.test(heard) };
}

/** Keeps the disk full; what the server frees meanwhile is taken as well. */
async function full(file, seconds) {
    const end = Date.now() + seconds * 1_000;
    while (Date.now() < end) {
        fill(file);
        await pause(50);
    }
}

/** Lets PostgreSQL use up the files of its log that it has in store: without a new one it has to end. */
function exhaustLog(house) {
    for (let files = 0; files < kMostLogFiles; ++files) {
        try {
            house.psql("SELECT txid_current(), pg_switch_wal()");
        } catch {
            return; // that was the last
        }
    }
}

async function round(house, writers, seconds, filler, say) {
    fill(filler);
    const sent = await photo(house, writers.rows[0]);
    exhaustLog(house);
    await full(filler, seconds);
    const health = (await house.get("/healthz")).status;
    const before = writers.acknowledged.length;
    rmSync(filler);
    const freed = performance.now();
    await until("everybody writes again", () => writers.servedSince(freed) === writers.count);
    const ms = Math.round(performance.now() - freed);
    const panics = house.databaseLog().split("PANIC:").length - 1;
    say(`full for ${seconds} s (${before} writes acknowledged by then, PostgreSQL has ended ${panics} times): a picture was answered ${sent.status}, health ${health}; everybody writes again ${ms} ms after there was room`);
    return { sent, health, ms };
}

export async function run({ say, check, skip, options }) {
    const data = folderOf("disk");
    const mounted = mount(data);
    if (!mounted) return check("a full disk", () => skip("this user may not mount"));
    const filler = path.join(data, "filler");
    const house = await House.open("disk", { data }).catch((problem) => {
        spawnSync("umount", [data]);
        throw problem;
    });
    try {
        const writers = new Writers(house, { count: 4 });
        writers.start();
        await until("everybody has written", () => writers.acknowledged.length >= kEnough);
        say(`${Math.round((statfsSync(data).bavail * statfsSync(data).bsize) / 1e6)} MB free at first`);
        const rounds = [];
        for (let number = 0; number < options.rounds; ++number) rounds.push(await round(house, writers, options.seconds, filler, say));
        await writers.stop();
        say(`answers beside yes: ${JSON.stringify(Object.fromEntries(writers.later))}`);
        await check("while it is full, everybody is told 503 and when to come again, and the process lives", () => {
            for (const { sent, health } of rounds) if (sent.status !== 503 || !sent.later || health !== 200) throw new Error(JSON.stringify(rounds));
            if (!writers.later.get(503)) throw new Error("no write was refused: the disk was not full");
        });
        await check("when there is room again it goes on by itself", () => {
            if (rounds.some(({ ms }) => ms > kBackMs)) throw new Error(JSON.stringify(rounds));
        });
        await check("nothing acknowledged is lost, nothing is there twice, and the audit verifies", () => checkAll(house, writers));
    } finally {
        await house.stop();
        spawnSync("umount", [data]);
        await house.close();
    }
}
