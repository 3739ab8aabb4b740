// A bare connection that says what it is told, and what there is to say.
import net from "node:net";

import { newId } from "../../../bench/caller.mjs";

export class Wire {
    /** Never throws: what went wrong is in `problem`. */
    static open(port, { host = "127.0.0.1" } = {}) {
        const wire = new Wire();
        wire.heard = "";
        wire.socket = net.connect({ port, host });
        wire.socket.on("data", (chunk) => (wire.heard += chunk.toString("latin1")));
        wire.socket.on("error", (problem) => (wire.problem = problem));
        wire.ended = new Promise((resolve) => wire.socket.once("close", () => resolve((wire.closedAt = performance.now()))));
        wire.opened = new Promise((resolve) => {
            wire.socket.once("connect", () => resolve(true));
            wire.socket.once("close", () => resolve(false));
        });
        return wire;
    }

    /** Resolves when the system has taken it, or when the connection is over. */
    say(text) {
        if (this.socket.destroyed) return Promise.resolve();
        return Promise.race([new Promise((resolve) => this.socket.write(text, () => resolve())), this.ended]);
    }

    get status() {
        return Number(/^HTTP\/1\.1 (\d+) /.exec(this.heard)?.[1] ?? 0);
    }

    /** The status of the answer, once its head is there or the connection over. */
    async answer() {
        await Promise.race([this.ended, new Promise((resolve) => {
            const look = () => this.heard.includes("\r\n\r\n") && resolve();
            this.socket.on("data", look);
            look();
        })]);
        return this.status;
    }

    close() {
        this.socket.destroy();
    }
}

export const head = (method, target, lines = []) => [`${method} ${target} HTTP/1.1`, "Host: 127.0.0.1", "Accept-Language: en", ...lines, "", ""].join("\r\n");
export const signedIn = (row, role = "worker") => [`Cookie: jingwei_session=${row[role]}`, `X-CSRF-Token: ${row[`${role}_csrf`]}`];

const kBoundary = "fault";

/** The lines of a head that a form comes under, and the form up to the octets of its file. */
export const formLines = (length) => [`Content-Type: multipart/form-data; boundary=${kBoundary}`, length];
export const formHead = (name = "a.jpg", type = "image/jpeg") =>
    `--${kBoundary}\r\nContent-Disposition: form-data; name="id"\r\n\r\n${newId()}\r\n--${kBoundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
export const kFormEnd = `\r\n--${kBoundary}--\r\n`;

/** One file, sent whole; answers the status and what was said. */
export async function sendFile(port, row, octets, name, type) {
    const body = Buffer.concat([Buffer.from(formHead(name, type)), octets, Buffer.from(kFormEnd)]);
    const wire = Wire.open(port);
    await wire.say(head("POST", "/api/v1/files", [...signedIn(row), ...formLines(`Content-Length: ${body.length}`)]));
    await wire.say(body);
    const status = await wire.answer();
    wire.close();
    return { status, heard: wire.heard };
}
