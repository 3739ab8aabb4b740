// Thousands of connections at once, and bytes that are no requests.
import { memoryMb, until } from "../house.mjs";
import { Wire, head } from "./wire.mjs";

const kAtOnce = 250;
const kMostKbEach = 40;

export const connectionsOf = async (house) => Number(/^jingwei_connections (\d+)$/m.exec(await (await house.get("/metrics")).text())[1]);

/** Opens them in groups, so that what is measured is how many are held and not how fast they come. */
async function open(house, count) {
    const wires = [];
    while (wires.length < count) {
        const group = Array.from({ length: Math.min(kAtOnce, count - wires.length) }, () => Wire.open(house.port));
        await Promise.all(group.map((wire) => wire.opened));
        wires.push(...group);
    }
    return wires;
}

/** Everybody asks once on the connection that he has; answers how many heard 200. */
async function askAll(wires) {
    for (const wire of wires) wire.heard = "";
    await Promise.all(wires.map((wire) => wire.say(head("GET", "/healthz"))));
    const answers = await Promise.all(wires.map((wire) => wire.answer()));
    return answers.filter((status) => status === 200).length;
}

async function crowd(house, { say, options, random }) {
    const count = options.connections;
    const before = { connections: await connectionsOf(house), mb: memoryMb(house.worker) };
    const wires = await open(house, count);
    const asked = [await askAll(wires), await askAll(wires)];
    const held = (await connectionsOf(house)) - before.connections;
    const kb = ((memoryMb(house.worker) - before.mb) * 1024) / count;
    say(`${count} connections: ${held} held, ${asked.join(" and ")} answered, ${kb.toFixed(1)} KB each`);
    for (const wire of wires) if (random.next() < 0.5) wire.socket.resetAndDestroy();
    for (const wire of wires) wire.close();
    if (asked.some((answered) => answered !== count)) throw new Error(`of ${count} were answered ${asked}`);
    if (kb > kMostKbEach) throw new Error(`${kb} KB a connection`);
    await until("all of them are forgotten", async () => (await connectionsOf(house)) <= before.connections + 1);
}

async function noise(house, { random }) {
    const texts = [..."\0\r\n \xff", "GET", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"];
    for (let number = 0; number < 200; ++number) {
        const length = Math.floor(random.between(1, 200));
        texts.push(String.fromCharCode(...Array.from({ length }, () => Math.floor(random.between(0, 256)))));
    }
    const wires = texts.map((text) => {
        const wire = Wire.open(house.port);
        wire.say(Buffer.from(`${text}\r\n\r\n`, "latin1"));
        return wire;
    });
    const statuses = await Promise.all(wires.map((wire) => wire.answer()));
    for (const wire of wires) wire.close();
    const strange = statuses.filter((status) => status !== 0 && (status < 400 || status === 500));
    if (strange.length) throw new Error(`bytes that are no request were answered ${strange}`);
}

export async function floods(house, writers, context) {
    await context.check(`${context.options.connections} connections are held and answered, for little memory`, () => crowd(house, context));
    await context.check("bytes that are no request are refused", () => noise(house, context));
}
