// Scanners speak HTML forms and know neither JSON, path parameters nor CSRF tokens. The stand-in
// gives them a page with one form for every operation of the contract, and sends what they put into
// a field to the place in the real request that the field stands for, with a live session.
import { execFile } from "node:child_process";
import http from "node:http";

import { Caller, formOf } from "../small_county/caller.mjs";
import { kCounty, kOtherCounty, kPassword, kVillage, uuid } from "../small_county/small_county.mjs";
import { specs } from "../rights/matrix.mjs";
import { grantsOf, loginOf, placesOf } from "../rights/people.mjs";
import { operationOf } from "../rights/table.mjs";

const kFresh = /(^|\.)(id|step_id)$/;
const kMostBody = 1 << 20;

/** Elements of a list that are attacked: all are read alike, and a scanner leaves out forms of hundreds of fields. */
const kOfList = 3;

/** "a.b.0" → leaf, of a body. */
function leavesOf(value, path = "") {
    if (value === null || typeof value !== "object") return [[path, value]];
    const children = Object.entries(value).slice(0, Array.isArray(value) ? kOfList : undefined);
    return children.flatMap(([name, child]) => leavesOf(child, path ? `${path}.${name}` : name));
}

function withLeaves(body, given) {
    const copy = structuredClone(body);
    for (const [path, text] of given) {
        const names = path.split(".");
        const last = names.pop();
        const holder = names.reduce((part, name) => part[name], copy);
        const before = holder[last];
        holder[last] = String(before) === text ? before : text;
    }
    return copy;
}

/** The parts of a path that stand for its parameters, in the order of the contract. */
function pathFields(template, path) {
    const names = template.split("/");
    return path.split("/").flatMap((part, at) => (names[at]?.startsWith("{") ? [[`path.${names[at].slice(1, -1)}`, decodeURIComponent(part)]] : []));
}

let accounts = 0;

async function mendCatalogue(world) {
    await world.person(`system.${kCounty}`).post("/api/v1/matters/import", world.catalogue);
    world.matter = await world.database.one(
        `SELECT id FROM matter WHERE county = '${kCounty}' AND code = '010101' ORDER BY version DESC LIMIT 1`);
}

/** Of an operation: who may, how it is asked, and the fields of the request as it was asked last. */
export class Target {
    constructor(world, name, row, parameters) {
        Object.assign(this, { world, name, spec: specs[name], attacked: new Set(), answers: new Map() });
        const [method, template] = operationOf(name).split(" ");
        Object.assign(this, { method, template, queryNames: parameters });
        this.column = [...row.cells].find(([, letters]) => letters)?.[0] ?? "dispatcher";
        this.letter = row.cells.get(this.column)?.[0] ?? "o";
    }

    /** An account of its own: what is attacked with it ends nobody else's session. */
    async #newAsker() {
        const places = { o: ["here", "county"], b: ["above", "county"], s: ["beside"], a: ["above"] }[this.letter];
        const place = (this.spec.kind === "county" ? ["county", "above"] : places).find((one) => placesOf(this.column).includes(one)) ?? "county";
        if (this.column === "reporter") return this.world.person("reporter");
        const login = `target${++accounts}`;
        await this.world.addAccount(login, kCounty, kVillage);
        for (const [role, where] of grantsOf(this.column, place)) await this.world.grant(login, kCounty, role, where);
        const asker = await new Caller(this.world.server).signIn(login, kPassword);
        this.world.people.set(login, asker);
        return asker;
    }

    /** Another object, and another account where the object is the account's own. */
    async renew() {
        if (!this.asker || this.spec.kind === "own") this.asker = await this.#newAsker();
        const session = await this.asker.send("GET", "/api/v1/session");
        if (session.status === 401) await this.#comeBack();
        else this.asker.csrf = session.body.csrf_token;
        this.asker.permissions ??= session.body.permissions;
        const make = async () => this.spec.make?.(this.world, this.asker) ?? {};
        const object = await make().catch(async () => {
            // An attack on the catalogue may have ended the matter that cases are made of.
            await mendCatalogue(this.world);
            return make();
        });
        const request = await this.spec.ask(this.world, object, this.asker);
        const [path, query] = request.target.split("?");
        this.request = request;
        const asked = new URLSearchParams(query ?? "");
        this.fields = new Map([
            ...pathFields(this.template, path),
            ...this.queryNames.map((name) => [`query.${name}`, asked.get(name) ?? ""]),
            ...(request.body ? leavesOf(request.body).map(([name, value]) => [`body.${name}`, String(value)]) : []),
            ...(request.form ? [["file.name", "1.png"], ["file.bytes", "GIF89a"]] : []),
        ]);
        if (this.fields.size === 0) this.fields.set("query.q", "");
        this.path = path;
        this.number = (this.number ?? 0) + 1;
    }

    /** Sends what a scanner filled in; answers what the server said. */
    async send(given, tool) {
        const changed = [...given].filter(([name, text]) => this.fields.has(name) && this.fields.get(name) !== text);
        if (changed.length) this.attacked.add(tool);
        const value = (name) => (given.has(name) ? given.get(name) : this.fields.get(name));
        const parts = this.template.split("/").map((part) => (part.startsWith("{") ? encodeURIComponent(value(`path.${part.slice(1, -1)}`)) : part));
        const query = new URLSearchParams();
        for (const name of [...this.queryNames, ...(this.fields.has("query.q") ? ["q"] : [])])
            if (value(`query.${name}`)) query.set(name, value(`query.${name}`));
        const target = parts.join("/") + (query.size ? `?${query}` : "");
        const options = { headers: { Accept: "*/*" } };
        if (this.request.body) options.body = this.#body(given, changed);
        if (this.request.form) options.form = formOf({ id: uuid() }, { name: value("file.name").replace(/[\r\n"]/g, ""), type: "image/png", bytes: value("file.bytes") });
        if (this.request.stream) options.stream = true;
        let answer = await this.asker.send(this.method, target, options);
        if (answer.status === 401 && this.asker.login) {
            await this.#comeBack();
            answer = await this.asker.send(this.method, target, options);
        }
        answer.stream?.destroy();
        this.answers.set(answer.status, (this.answers.get(answer.status) ?? 0) + 1);
        if (answer.status < 300 && this.method !== "GET") await this.renew();
        return answer;
    }

    #body(given, changed) {
        const isBody = ([name]) => name.startsWith("body.");
        const untouched = new Set(changed.map(([name]) => name));
        const body = withLeaves(this.request.body, changed.filter(isBody).map(([name, text]) => [name.slice(5), text]));
        for (const [path] of leavesOf(this.request.body))
            if (kFresh.test(path) && !untouched.has(`body.${path}`) && !path.includes(".")) body[path] = uuid();
        return body;
    }

    /** A session that an attack ended, or an account that it locked: begun anew, so that the next attack gets in. */
    async #comeBack() {
        const { login } = this.asker;
        await this.world.database.rows(`
            UPDATE credential SET password_hash = (SELECT password_hash FROM credential c JOIN account a ON a.id = c.account_id WHERE a.login = 'reporter'),
                failures = 0, first_failure_at = NULL, locked_until = NULL, totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL
            WHERE account_id = (SELECT id FROM account WHERE county <> '${kOtherCounty}' AND login = '${login}')`);
        this.asker.cookies.clear();
        this.asker.csrf = undefined;
        await this.asker.signIn(login, kPassword);
    }
}

/**
 * An operation that is open to both kinds of attack, made so on purpose and nowhere but here: when the
 * scanners do not find it, they would not have found another.
 */
async function canary(world, given) {
    const text = (given.get("q") ?? "").replaceAll("\0", "");
    const psql = ["-X", "-A", "-t", "-h", `${world.server.data}/run`, "-U", "postgres", "-d", "jingwei"];
    const sql = `SELECT name FROM territory WHERE name = '${text.replaceAll("\\", "")}'`;
    const told = await new Promise((resolve) =>
        execFile("psql", [...psql, "-c", sql], { timeout: 10_000 }, (fault, out, complaints) => resolve(fault ? complaints : out)));
    return `<html><body><p>${text}</p><pre>${told}</pre></body></html>`;
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

function page(targets) {
    const forms = targets.map((target, at) => {
        const fields = [...target.fields].map(([name, value]) => `<input type="text" name="${escaped(name)}" value="${escaped(value)}">`);
        return `<form method="post" action="/operation/${at}">${fields.join("")}<input type="submit" value="go"></form>`;
    });
    forms.push('<form method="post" action="/canary"><input type="text" name="q" value="x"><input type="submit" value="go"></form>');
    return `<!DOCTYPE html><html><head><title>operations</title></head><body>${forms.join("\n")}</body></html>`;
}

/** Serves the page and the forms; `tool` is told by the port that is asked. */
export async function standIn(targets, tool) {
    const queues = new Map();
    const inTurn = (target, work) => {
        const turn = (queues.get(target) ?? Promise.resolve()).then(work, work);
        queues.set(target, turn);
        return turn;
    };
    const server = http.createServer((request, response) => {
        const chunks = [];
        let size = 0;
        request.on("data", (chunk) => (size += chunk.length) > kMostBody ? request.destroy() : chunks.push(chunk));
        request.on("end", async () => {
            if (request.url.startsWith("/canary")) {
                response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
                response.end(await canary(targets[0].world, new URLSearchParams(Buffer.concat(chunks).toString())));
                return;
            }
            const found = /^\/operation\/(\d+)/.exec(request.url);
            if (!found) {
                response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
                response.end(page(targets));
                return;
            }
            const target = targets[Number(found[1])];
            const given = new URLSearchParams(Buffer.concat(chunks).toString() || new URL(request.url, "http://x").search);
            try {
                const answer = await inTurn(target, () => target.send(new Map(given), tool));
                const { "content-type": type = "text/plain", location } = answer.headers;
                response.writeHead(answer.status, { "Content-Type": type, ...(location && { Location: location }) });
                response.end(answer.text);
            } catch (fault) {
                console.error(`${target.name}: ${fault.message.slice(0, 300)}`);
                response.writeHead(502);
                response.end("the stand-in failed");
                target.failures = (target.failures ?? 0) + 1;
            }
        });
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { port: server.address().port, close: () => server.close() };
}
