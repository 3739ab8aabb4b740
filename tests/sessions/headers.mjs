// What the server says with every answer, so that a browser does nothing that was not meant.
import { execFileSync } from "node:child_process";
import { connect } from "node:tls";
import path from "node:path";

import { Caller } from "../small_county/caller.mjs";
import { kCounty, kPassword } from "../small_county/small_county.mjs";
import { makeFolder, removeFolder, Server } from "../small_county/server.mjs";
import { equal, holds } from "./expect.mjs";

const kEverywhere = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
};

/** The directives of a policy: "script-src" → its sources. */
function policyOf(headers) {
    const text = headers["content-security-policy"] ?? "";
    return new Map(text.split(";").map((part) => part.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
}

/** One answer of every kind. */
async function answers(world) {
    const worker = world.person("worker");
    const page = await world.nobody.send("GET", "/desk/");
    const script = /src="([^"]+\.js)"/.exec(page.text)?.[1];
    holds(script, "the desk has no script: build the web apps first");
    const card = `/api/v1/public/grids/${world.nodes.get(world.grid).code}/card`;
    return {
        page,
        script: await world.nobody.send("GET", script),
        "missing page": await world.nobody.send("GET", "/nothing/here.html"),
        answer: await worker.send("GET", "/api/v1/session"),
        "public answer": await world.nobody.send("GET", card),
        "refusal of a stranger": await world.nobody.send("GET", "/api/v1/cases"),
        "refusal of a colleague": await worker.send("GET", "/api/v1/audit"),
        "refusal of a form": await worker.send("POST", "/api/v1/cases", { body: {} }),
        "missing operation": await worker.send("GET", "/api/v1/no-such-thing"),
        download: await worker.send("GET", "/api/v1/units/export"),
        events: await worker.send("GET", "/api/v1/events", { stream: true }),
        metrics: await world.nobody.send("GET", "/metrics"),
    };
}

/** A key and a certificate for the loopback address. */
function makeCertificate(folder) {
    const [key, cert] = ["key.pem", "cert.pem"].map((name) => path.join(folder, name));
    const words = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"];
    execFileSync("openssl", [...words, "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", cert], { stdio: "pipe" });
    return ["--tls-key", key, "--tls-cert", cert];
}

/** Which version a client gets that speaks nothing newer than `most`; nothing when refused. */
function spoken(port, most) {
    return new Promise((resolve) => {
        const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false, minVersion: "TLSv1", maxVersion: most, ciphers: "DEFAULT@SECLEVEL=0" });
        socket.on("secureConnect", () => resolve(socket.getProtocol()) ?? socket.destroy());
        socket.on("error", () => resolve(undefined));
    });
}

export const headerTests = {
    async "every answer forbids guessing its type, leaking its address and being framed"(world) {
        for (const [kind, { headers, stream }] of Object.entries(await answers(world))) {
            stream?.destroy();
            for (const [name, value] of Object.entries(kEverywhere)) equal(headers[name], value, `${name} of ${kind}`);
            equal(policyOf(headers).get("frame-ancestors")?.join(), "'none'", `frame-ancestors of ${kind}`);
            equal(headers.server, undefined, `${kind} names its program`);
            equal(headers["access-control-allow-origin"], undefined, `${kind} is read by other sites`);
            equal(headers["strict-transport-security"], undefined, `${kind} without TLS`);
        }
    },

    async "a page runs its own scripts, and no word of script that stands in it"(world) {
        const policy = policyOf((await answers(world)).page.headers);
        equal(policy.get("default-src").join(), "'none'", "default-src");
        equal(policy.get("script-src").join(), "'self'", "script-src");
        equal(policy.get("object-src").join(), "'none'", "object-src");
        equal(policy.get("base-uri").join(), "'none'", "base-uri");
        equal(policy.get("form-action").join(), "'self'", "form-action");
        equal(policy.get("connect-src").join(), "'self'", "connect-src");
        for (const [name, sources] of policy)
            holds(!sources.some((one) => /unsafe-eval|^https?:|^\*/.test(one)), `${name} ${sources}`);
    },

    async "whatever is no page does nothing when it is shown as one"(world) {
        const { page, script, ...others } = await answers(world);
        for (const [kind, { headers, stream }] of Object.entries(others)) {
            stream?.destroy();
            const policy = policyOf(headers);
            equal(policy.get("default-src")?.join(), "'none'", `default-src of ${kind}`);
            holds(policy.has("sandbox"), `${kind} is not in a sandbox`);
        }
    },

    async "no proxy and no browser keeps what is somebody's own"(world) {
        const { answer, download } = await answers(world);
        for (const { headers } of [answer, download]) holds(/no-store/.test(headers["cache-control"]), headers["cache-control"]);
    },

    async "under TLS the browser is told to stay there, and the cookies are for TLS alone"() {
        const folder = makeFolder("tls");
        const server = await Server.start(folder, kCounty, makeCertificate(folder));
        try {
            server.command(["user", "add", "--county", kCounty, "--keep-password", "somebody"], kPassword);
            const caller = new Caller(server);
            const body = { name: "somebody", password: kPassword };
            const { status, headers } = await caller.send("POST", "/api/v1/session", { body });
            equal(status, 200, "signing in");
            holds(/max-age=\d{8,}/.test(headers["strict-transport-security"] ?? ""), "no HSTS");
            for (const line of headers["set-cookie"]) holds(/; Secure/.test(line), `${line} goes without TLS`);
            equal(await spoken(server.port, "TLSv1.1"), undefined, "TLS 1.1");
            equal(await spoken(server.port, "TLSv1.3"), "TLSv1.3", "the newest TLS");
        } finally {
            await server.stop();
            removeFolder(folder);
        }
    },
};
