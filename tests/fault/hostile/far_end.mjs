// The clients of sloths.mjs at the far end of a cable: HOST PORT COUNT TEXTS. Says "said" when all have spoken.
import { Wire } from "./wire.mjs";

const [host, port, count, texts] = process.argv.slice(2);
const wires = Array.from({ length: Number(count) }, () => Wire.open(Number(port), { host }));
const said = JSON.parse(texts);
await Promise.all(wires.map((wire) => wire.opened));
await Promise.all(wires.map((wire, at) => wire.say(said[at % said.length])));
console.log("said");
setInterval(() => {}, 1_000_000);
