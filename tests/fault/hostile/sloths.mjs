// Connections that take their time, or are gone without a word.
import { execFileSync, spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { connectionsOf } from "./floods.mjs";
import { Wire, head, signedIn } from "./wire.mjs";
import { has, pause, until } from "../house.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const kMany = 100;
const kJson = "Content-Type: application/json";

/** Each says its text an octet a second; answers the statuses and after how long the last was refused. */
async function drip(house, text, begun = "") {
    const wires = Array.from({ length: kMany }, () => Wire.open(house.port));
    await Promise.all(wires.map((wire) => wire.opened));
    const began = performance.now();
    for (const wire of wires) wire.say(begun);
    let at = 0;
    const timer = setInterval(() => {
        for (const wire of wires) if (!wire.heard) wire.say(text[at % text.length]);
        ++at;
    }, 1_000);
    const statuses = await Promise.all(wires.map((wire) => wire.answer()));
    clearInterval(timer);
    const seconds = (performance.now() - began) / 1_000;
    for (const wire of wires) wire.close();
    return { statuses: [...new Set(statuses)], seconds };
}

async function expectSlow(dripped, mostSeconds, say, what) {
    say(`${what}: answered ${dripped.statuses} after ${dripped.seconds.toFixed(1)} s`);
    if (String(dripped.statuses) !== "408" || dripped.seconds > mostSeconds) throw new Error(JSON.stringify(dripped));
}

/** Asks for much again and again, and reads nothing. */
async function deaf(house, writers, say) {
    const before = await connectionsOf(house);
    const wires = Array.from({ length: kMany }, () => Wire.open(house.port));
    await Promise.all(wires.map((wire) => wire.opened));
    const began = performance.now();
    const request = head("GET", "/api/v1/map/base", signedIn(writers.rows[0]));
    for (const wire of wires) {
        wire.socket.pause();
        wire.say(request.repeat(50));
    }
    await until("they are held", async () => (await connectionsOf(house)) >= before + kMany);
    await until("the server has given them up", async () => (await connectionsOf(house)) <= before + 1, 120_000);
    say(`who reads nothing is given up after ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    for (const wire of wires) wire.close();
}

async function idle(house, say) {
    const wires = Array.from({ length: kMany }, () => Wire.open(house.port));
    await Promise.all(wires.map((wire) => wire.opened));
    const began = performance.now();
    await Promise.all(wires.map((wire) => wire.ended));
    say(`who says nothing is given up after ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    if (performance.now() - began > 90_000) throw new Error("too late");
}

const ip = (...words) => execFileSync("ip", words, { stdio: ["ignore", "pipe", "pipe"] });

/** A network of two ends whose cable can be pulled. */
class Cable {
    constructor() {
        this.name = `jwf${process.pid % 100_000}`;
        ip("netns", "add", this.name);
        ip("link", "add", this.name, "type", "veth", "peer", "name", "far", "netns", this.name);
        ip("addr", "add", "10.213.77.1/30", "dev", this.name);
        ip("link", "set", this.name, "up");
        ip("-n", this.name, "addr", "add", "10.213.77.2/30", "dev", "far");
        ip("-n", this.name, "link", "set", "far", "up");
    }

    pull() {
        ip("-n", this.name, "link", "set", "far", "down");
    }

    remove() {
        ip("netns", "del", this.name); // and with it the cable
    }
}

/** Clients at the far end: idle ones, some in the middle of a body, some that listen to live events. */
async function halfOpen(house, writers, say) {
    const before = await connectionsOf(house);
    const cable = new Cable();
    const session = signedIn(writers.rows[0]);
    const texts = [head("GET", "/healthz"), head("POST", "/api/v1/cases", [...session, kJson, "Content-Length: 500"]), head("GET", "/api/v1/events", [...session, "Accept: text/event-stream"])];
    const child = spawn("ip", ["netns", "exec", cable.name, process.execPath, path.join(here, "far_end.mjs"), "10.213.77.1", String(house.port), String(kMany), JSON.stringify(texts)], { stdio: ["ignore", "pipe", "inherit"] });
    try {
        await new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
        await until("all are held", async () => (await connectionsOf(house)) >= before + kMany);
        cable.pull();
        const began = performance.now();
        await until("the server has noticed that they are gone", async () => (await connectionsOf(house)) <= before + 1, 180_000);
        say(`${kMany} clients whose cable was pulled are given up after ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    } finally {
        child.kill("SIGKILL");
        cable.remove();
    }
}

const mayPull = () => {
    try {
        new Cable().remove();
        return has("ip");
    } catch {
        return false;
    }
};

export async function sloths(house, writers, { check, skip, say, options }) {
    const [row] = writers.rows;
    const slowHead = check("a head that comes an octet a second is refused after ten seconds", async () => expectSlow(await drip(house, head("GET", `/${"a".repeat(90)}`)), 13, say, "slow heads"));
    if (!options.patient) return slowHead;
    const body = head("POST", "/api/v1/cases", [...signedIn(row), kJson, "Content-Length: 10000"]);
    await Promise.all([
        slowHead,
        check("a body that comes an octet a second is refused after twenty seconds", async () => expectSlow(await drip(house, "a", body), 25, say, "slow bodies")),
        check("who says nothing is given up", () => idle(house, say)),
    ]);
    await pause(0);
    await check("who reads nothing is given up", () => deaf(house, writers, say));
    await check("half-open connections are given up", () => (mayPull() ? halfOpen(house, writers, say) : skip("this user may not make networks")));
}
