// Sessions over hours, on a server whose clock is told the time.
import { ClockedServer } from "../replay/server.mjs";
import { program } from "../small_county/server.mjs";
import { Caller } from "../small_county/caller.mjs";
import path from "node:path";
import { equal } from "./expect.mjs";

const kPassword = "Replay-of-2018";
const kStart = Date.parse("2018-02-01T00:00:00Z");
const kMinuteMs = 60_000;

async function onClockedServer(work) {
    const binary = path.join(path.dirname(program()), "jingwei_clocked_server");
    const server = await ClockedServer.start(binary, "440310");
    try {
        let now = kStart;
        const wait = async (minutes) => server.setClock(new Date((now += minutes * kMinuteMs)));
        const door = { scheme: "http", port: server.port };
        await work({ signIn: () => new Caller(door).signIn("system", kPassword), wait });
    } finally {
        await server.stop();
    }
}

const statusOf = async (caller) => (await caller.send("GET", "/api/v1/session")).status;

export const idleTests = {
    async "a session ends two hours after its last request, and twelve hours after it began at the latest"() {
        await onClockedServer(async ({ signIn, wait }) => {
            const [idle, busy] = [await signIn(), await signIn()];
            await wait(119);
            equal(await statusOf(idle), 200, "119 minutes without a request");
            equal(await statusOf(busy), 200, "the other");
            await wait(119);
            equal(await statusOf(busy), 200, "after 238 minutes, not idle");
            await wait(2);
            equal(await statusOf(idle), 401, "121 minutes without a request");
            for (let minutes = 240; minutes < 12 * 60 - 60; minutes += 60) {
                await wait(60);
                equal(await statusOf(busy), 200, `busy after ${minutes + 60} minutes`);
            }
            await wait(61);
            equal(await statusOf(busy), 401, "after twelve hours");
        });
    },
};
