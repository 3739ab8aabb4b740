// Requests that are too much: in bytes, in depth, or in what they become when they are unpacked.
import { readdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

import { until } from "../house.mjs";
import { Wire, formHead, formLines, head, sendFile, signedIn } from "./wire.mjs";

// Packed aside, so that the people who write in this process are not held up by it.
const gzip = promisify(zlib.gzip);
const deflate = promisify(zlib.deflate);
const kPiece = Buffer.alloc(256 * 1024, 0x61);
const kJson = "Content-Type: application/json";

/** Sends `bytes` octets in pieces until the server has had enough; answers its status and what was sent. */
async function pour(wire, bytes, frame = (piece) => [piece]) {
    let sent = 0;
    while (sent < bytes && !wire.heard && !wire.socket.destroyed) {
        for (const part of frame(kPiece)) await wire.say(part);
        sent += kPiece.length;
    }
    return { status: await wire.answer(), sent };
}

const chunk = (piece) => [`${piece.length.toString(16)}\r\n`, piece, "\r\n"];

async function upload(house, row, bytes, chunked) {
    const wire = Wire.open(house.port);
    const length = chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${bytes}`;
    await wire.say(head("POST", "/api/v1/files", [...signedIn(row), ...formLines(length)]));
    const begin = formHead();
    await wire.say(chunked ? `${begin.length.toString(16)}\r\n${begin}\r\n` : begin);
    const poured = await pour(wire, bytes, chunked ? chunk : undefined);
    wire.close();
    return poured;
}

/** One JSON body, answered. */
async function post(house, row, body, lines = []) {
    const wire = Wire.open(house.port);
    await wire.say(head("POST", "/api/v1/cases", [...signedIn(row), kJson, `Content-Length: ${body.length}`, ...lines]));
    await wire.say(body);
    const status = await wire.answer();
    const { heard } = wire;
    wire.close();
    return { status, heard };
}

function crc(bytes) {
    let value = ~0;
    for (const byte of bytes) {
        value ^= byte;
        for (let bit = 0; bit < 8; ++bit) value = (value >>> 1) ^ (0xedb88320 & -(value & 1));
    }
    return ~value >>> 0;
}

function pngChunk(kind, data) {
    const named = Buffer.concat([Buffer.from(kind), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length);
    frame.writeUInt32BE(crc(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A picture of `side` × `side` white points that claims no more than it holds, packed to nearly nothing. */
async function pngBomb(side) {
    const size = Buffer.alloc(13);
    size.writeUInt32BE(side);
    size.writeUInt32BE(side, 4);
    size.set([8, 2], 8); // 8 bits, three colours
    const packed = await deflate(Buffer.alloc(side * (1 + 3 * side), 0xff), { level: 9 });
    return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), pngChunk("IHDR", size), pngChunk("IDAT", packed), pngChunk("IEND", Buffer.alloc(0))]);
}

function expect(status, wanted, what) {
    if (status !== wanted) throw new Error(`${what}: ${status} instead of ${wanted}`);
}

async function deep(house, row) {
    const levels = 100_000;
    const texts = ["[".repeat(levels) + "]".repeat(levels), '{"a":'.repeat(levels) + "1" + "}".repeat(levels), "[".repeat(levels)];
    for (const text of texts) expect((await post(house, row, Buffer.from(text))).status, 400, `${text.slice(0, 8)}…`);
}

async function large(house, row, bytes, say) {
    for (const chunked of [false, true]) {
        const { status, sent } = await upload(house, row, bytes, chunked);
        say(`an upload of ${bytes / 1e9} GB, ${chunked ? "its length unsaid" : "its length said"}: ${status} after ${Math.round(sent / 1e6)} MB`);
        expect(status, 413, "upload");
    }
    const wire = Wire.open(house.port);
    await wire.say(head("POST", "/api/v1/cases", [...signedIn(row), kJson, "Transfer-Encoding: chunked"]));
    expect((await pour(wire, bytes, chunk)).status, 413, "JSON without end");
    wire.close();
    const folder = path.join(house.data, "uploads");
    await until("what was begun is removed", () => readdirSync(folder).length === 0);
}

async function bombs(house, row) {
    const packed = await gzip(Buffer.alloc(300_000_000, 0x20), { level: 9 });
    const { status } = await post(house, row, packed, ["Content-Encoding: gzip"]);
    expect(status, 415, "a body that would have to be unpacked");
    expect((await sendFile(house.port, row, await pngBomb(10_000), "a.png", "image/png")).status, 413, "a picture of 100 million points");
}

export async function papers(house, writers, { check, say, options }) {
    const [row] = writers.rows;
    await check("JSON nested 100,000 deep is refused as wrong", () => deep(house, row));
    await check("uploads and bodies beyond their limit are refused before they have arrived, and leave nothing behind", () => large(house, row, options.gigabytes * 1e9, say));
    await check("nothing packed is unpacked, no picture opened that is too large", () => bombs(house, row));
}
