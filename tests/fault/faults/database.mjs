// The database is somebody else's, and away: stopped, or there and mute.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";

import { childrenOf } from "../../../bench/ground.mjs";
import { checkAll } from "../ledger.mjs";
import { House, freePort, kBinary, pause, until } from "../house.mjs";
import { Writers, ask, headersOf } from "../writers.mjs";

export const about = "a PostgreSQL that somebody else runs goes away and comes back, or stops answering";
export const defaults = { rounds: 5, seconds: 5, muteSeconds: 45 };
export const short = { rounds: 1, seconds: 2, muteSeconds: 0 };

const kSoonMs = 3_000; // until a write is told that the database is away
const kBackMs = 5_000;
const kNoticedMs = 3_000;

/** A second server, on the database of the first, whose own server then stops: only the database is left. */
class Guest {
    static async open(house) {
        const guest = new Guest();
        guest.data = `${house.data}-guest`;
        mkdirSync(guest.data, { recursive: true });
        for (const name of ["keys", "seals"]) cpSync(path.join(house.data, name), path.join(guest.data, name), { recursive: true });
        guest.port = await freePort();
        const url = `dbname=jingwei host=${path.join(house.data, "run")} user=postgres`;
        guest.child = spawn(kBinary, ["serve", "--database", url, "--data", guest.data, "--port", String(guest.port)], { stdio: "ignore" });
        await until("the guest is ready", async () => (await house.get.call(guest, "/readyz").catch(() => undefined))?.ok);
        return guest;
    }

    async close() {
        const ended = new Promise((resolve) => this.child.once("close", resolve));
        this.child.kill("SIGTERM");
        await ended;
        rmSync(this.data, { recursive: true, force: true });
    }
}

const status = async (guest, target) => (await House.prototype.get.call(guest, target)).status;

/** What somebody who writes and somebody who asks how it is are told, and how soon. */
async function told(guest, writers, limitMs) {
    const began = performance.now();
    const answer = await ask({ port: guest.port, method: "GET", target: "/api/v1/cases?view=done&limit=1", headers: headersOf(writers.rows[0], "desk"), limitMs });
    const ms = Math.round(performance.now() - began);
    return { status: answer.status, later: answer.headers?.["retry-after"], ms, health: await status(guest, "/healthz") };
}

function expectLater(found) {
    if (found.status !== 503 || !found.later || found.health !== 200) throw new Error(JSON.stringify(found));
}

async function away(house, guest, writers, seconds, say) {
    house.supervisor.kill("SIGTERM"); // its server first, then the database
    await house.ended;
    const found = await told(guest, writers, 10_000);
    const noticed = performance.now();
    await until("the server says that it is not ready", async () => (await status(guest, "/readyz")) === 503, kNoticedMs);
    const noticedMs = Math.round(performance.now() - noticed);
    await pause(seconds * 1_000);
    await house.start();
    const back = performance.now();
    await until("everybody writes again", () => writers.servedSince(back) === writers.count);
    const ms = Math.round(performance.now() - back);
    say(`away: ${found.status} after ${found.ms} ms, readyz says so ${noticedMs} ms later; everybody writes again ${ms} ms after it is back`);
    return { ...found, back: ms };
}

/** Every process of PostgreSQL stands still, as behind a network that swallows everything. */
async function mute(house, guest, writers, seconds, say) {
    const processes = [house.postmaster, ...childrenOf(house.postmaster)];
    for (const pid of processes) process.kill(pid, "SIGSTOP");
    const found = await told(guest, writers, 60_000);
    const ready = await status(guest, "/readyz").catch((problem) => problem.name); // within five seconds
    await pause(seconds * 1_000);
    for (const pid of processes) process.kill(pid, "SIGCONT");
    const back = performance.now();
    await until("everybody writes again", () => writers.servedSince(back) === writers.count);
    say(`mute: ${found.status} after ${found.ms} ms, healthz ${found.health}, readyz ${ready}; everybody writes again ${Math.round(performance.now() - back)} ms after it speaks`);
    return { ...found, ready };
}

export async function run({ say, check, options }) {
    const house = await House.open("database");
    const guest = await Guest.open(house);
    try {
        const writers = new Writers({ data: house.data, port: guest.port }, { count: 4 });
        writers.start();
        await until("everybody writes", () => writers.servedSince(0) === writers.count);
        const rounds = [];
        for (let number = 0; number < options.rounds; ++number) rounds.push(await away(house, guest, writers, options.seconds, say));
        await check("without a database everybody is told 503 at once, and the process lives", () => {
            for (const found of rounds) {
                expectLater(found);
                if (found.ms > kSoonMs) throw new Error(JSON.stringify(found));
            }
        });
        await check("when it is back, so is everybody", () => {
            if (rounds.some(({ back }) => back > kBackMs)) throw new Error(JSON.stringify(rounds));
        });
        if (options.muteSeconds)
            await check("a database that says nothing is given up within its limit", async () => {
                const found = await mute(house, guest, writers, options.muteSeconds, say);
                expectLater(found);
                if (found.ready !== 503) throw new Error(JSON.stringify(found));
            });
        await writers.stop();
        await check("nothing acknowledged is lost, nothing is there twice, and the audit verifies", () => checkAll(house, writers));
    } finally {
        await guest.close();
        await house.close();
    }
}
