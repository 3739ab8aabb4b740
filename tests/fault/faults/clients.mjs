// Clients that are slow, vanish, come in thousands, or send what nobody can take.
import { floods } from "../hostile/floods.mjs";
import { papers } from "../hostile/papers.mjs";
import { sloths } from "../hostile/sloths.mjs";
import { House, memoryMb, until } from "../house.mjs";
import { checkAll } from "../ledger.mjs";
import { Writers } from "../writers.mjs";

export const about = "slow clients, half-open connections, 10,000 connections, 1 GB uploads, bombs and depths";
export const defaults = { connections: 10_000, gigabytes: 1, patient: 1 };
export const short = { connections: 2_000, gigabytes: 0.1, patient: 0 };

const kMostMb = 400;
const kLongestMs = 3_000; // the crowd and those who write share this process

/** A check that also says what it did to everybody else. */
function watched(house, writers, { say, check }) {
    return async (sentence, body) => {
        writers.slowestMs = 0;
        await check(sentence, body);
        writers.slowestEver = Math.max(writers.slowestEver ?? 0, writers.slowestMs);
        say(`    meanwhile the slowest write of others took ${Math.round(writers.slowestMs)} ms; the server holds ${Math.round(memoryMb(house.worker))} MB, at most ${Math.round(memoryMb(house.worker, "VmHWM"))} MB so far`);
    };
}

export async function run(context) {
    const { say, check } = context;
    const house = await House.open("clients", { serve: ["--address", "0.0.0.0"] });
    try {
        const writers = new Writers(house, { count: 4, pauseMs: 10 });
        writers.start();
        await until("everybody writes", () => writers.servedSince(0) === writers.count);
        const { worker } = house;
        const before = memoryMb(worker);
        const hostileContext = { ...context, check: watched(house, writers, context) };
        for (const hostile of [papers, floods, sloths]) await hostile(house, writers, hostileContext);
        await writers.stop();
        say(`others wrote ${writers.acknowledged.length} times meanwhile, at most ${Math.round(writers.slowestEver)} ms a write; the server held ${Math.round(before)} MB before and ${Math.round(memoryMb(worker, "VmHWM"))} MB at most`);
        await check("others are served meanwhile, and nothing of theirs is lost", async () => {
            await checkAll(house, writers);
            if (writers.later.size) throw new Error(`they were told to come later: ${JSON.stringify([...writers.later])}`);
            if (writers.slowestEver > kLongestMs) throw new Error(`a write took ${writers.slowestEver} ms`);
        });
        await check("the same server is there, and its memory is bounded", () => {
            if (house.worker !== worker) throw new Error("another server took its place");
            const most = memoryMb(worker, "VmHWM");
            if (most > kMostMb) throw new Error(`${most} MB`);
        });
    } finally {
        await house.close();
    }
}
