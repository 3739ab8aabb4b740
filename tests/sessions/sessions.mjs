// A session is begun by signing in and by nothing else, is used by its own pages and by nothing
// else, and ends for good.
import { Caller, formOf } from "../small_county/caller.mjs";
import { kCounty, kPassword, kVillage, uuid } from "../small_county/small_county.mjs";
import { totpCode } from "../rights/person_operations.mjs";
import { operations } from "../rights/table.mjs";
import { equal, holds, refused } from "./expect.mjs";

const kCookie = "jingwei_session";
let number = 0;

/** Somebody who has never signed in. */
export async function newcomer(world) {
    const login = `newcomer${++number}`;
    await world.addAccount(login, kCounty, kVillage);
    await world.grant(login, kCounty, "grid_worker", kVillage);
    return login;
}

const signedIn = (world, login) => new Caller(world.server).signIn(login, kPassword);
const isIn = async (caller) => (await caller.send("GET", "/api/v1/session")).status === 200;

/** A browser that shows exactly these cookies and this token. */
function showing(world, cookie, csrf) {
    const caller = new Caller(world.server);
    if (cookie) caller.cookies.set(kCookie, cookie);
    caller.csrf = csrf;
    return caller;
}

/** Something of the kind that the operation reads, so that nothing else is refused before. */
function contentFor(operation) {
    const isForm = /\/(files|import|photo)$/.test(operation);
    if (isForm && operation.startsWith("POST") && !operation.includes("/matters/"))
        return { form: formOf({ id: uuid() }, { name: "1.csv", type: "text/csv", bytes: "code" }) };
    return operation.startsWith("DELETE") || operation.endsWith("/watch") ? {} : { body: {} };
}

export const sessionTests = {
    async "a cookie that somebody else chose is never signed in"(world) {
        const login = await newcomer(world);
        const planted = (await signedIn(world, login)).cookies.get(kCookie).replace(/.{6}$/, "AAAAAA");
        const victim = showing(world, planted);
        await victim.signIn(login, kPassword);
        holds(victim.cookies.get(kCookie) !== planted, "signing in kept the cookie that was there");
        equal(await isIn(showing(world, planted)), false, "the planted cookie is signed in");
    },

    async "signing in over a session ends the one that was there"(world) {
        const login = await newcomer(world);
        const first = await signedIn(world, login);
        const old = first.cookies.get(kCookie);
        await first.signIn(login, kPassword);
        equal(await isIn(first), true, "the new session");
        equal(await isIn(showing(world, old)), false, "the old session");
    },

    async "the cookie is for the server alone: no script reads it, no other site sends it"(world) {
        const caller = new Caller(world.server);
        const body = { name: await newcomer(world), password: kPassword };
        const { headers } = await caller.send("POST", "/api/v1/session", { body });
        for (const line of headers["set-cookie"]) {
            holds(/; HttpOnly/.test(line), `${line} is read by scripts`);
            holds(/; SameSite=(Lax|Strict)/.test(line), `${line} is sent by other sites`);
            holds(/; Path=\/(;|$)/.test(line) && !/Domain=/.test(line), `${line} reaches other hosts`);
        }
    },

    async "no unsafe operation is done without the token of that very session"(world) {
        const [mine, other] = [await signedIn(world, "worker"), await signedIn(world, "colleague")];
        const ended = await signedIn(world, "worker");
        await ended.must("DELETE", "/api/v1/session");
        const wrong = { none: undefined, empty: "", ofAnother: other.csrf, ofEnded: ended.csrf, guessed: "A".repeat(43) };
        let asked = 0;
        for (const [operation, permission] of operations()) {
            const [method, path] = operation.split(" ");
            if (method === "GET" || permission === "anyone") continue;
            const target = path.replace(/\{[a-z]+\}/g, uuid());
            for (const [what, token] of Object.entries(wrong)) {
                const attacker = showing(world, mine.cookies.get(kCookie), token);
                const answer = await attacker.send(method, target, contentFor(operation));
                equal(answer.body?.code, "csrf_token_wrong", `${operation} with token ${what}`);
                ++asked;
            }
        }
        holds(asked > 400, `only ${asked} requests`);
        equal(await isIn(mine), true, "the session after all that");
    },

    async "a form of another site does nothing, whatever it calls its content"(world) {
        const victim = await signedIn(world, "worker");
        for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
            const forged = showing(world, victim.cookies.get(kCookie));
            const headers = { "Content-Type": type, Origin: "https://elsewhere.example" };
            const answer = await forged.send("POST", "/api/v1/me/totp", { headers, body: { old_password: kPassword } });
            holds(answer.status === 403 || answer.status === 415, `${type}: ${answer.status}`);
        }
    },

    async "a cookie that was copied opens nothing after its owner signed out"(world) {
        const owner = await signedIn(world, await newcomer(world));
        const copy = showing(world, owner.cookies.get(kCookie), owner.csrf);
        equal(await isIn(copy), true, "the copy before");
        await owner.must("DELETE", "/api/v1/session");
        equal(await isIn(copy), false, "the copy after");
        equal((await copy.send("GET", "/api/v1/cases")).status, 401, "cases for the copy");
    },

    async "a new password ends every session, and begins another for who set it"(world) {
        const login = await newcomer(world);
        const [here, there] = [await signedIn(world, login), await signedIn(world, login)];
        const before = here.cookies.get(kCookie);
        const body = { old_password: kPassword, new_password: "Another-county-2026" };
        await here.post("/api/v1/session/password", body);
        equal(await isIn(here), true, "who set it");
        equal(await isIn(there), false, "the other session");
        equal(await isIn(showing(world, before)), false, "the cookie from before");
    },

    async "one word ends all sessions but the one that says it"(world) {
        const login = await newcomer(world);
        const here = await signedIn(world, login);
        const others = [await signedIn(world, login), await signedIn(world, login)];
        await here.must("DELETE", "/api/v1/me/sessions");
        equal(await isIn(here), true, "here");
        for (const other of others) equal(await isIn(other), false, "elsewhere");
        equal(await isIn(await signedIn(world, "colleague")), true, "a colleague");
        equal((await here.get("/api/v1/me/sessions")).items.length, 1, "open sessions");
    },

    async "a token ends when it is revoked, and never opens what its maker may not do"(world) {
        const maker = await signedIn(world, await newcomer(world));
        const order = { name: "x", expires_at: new Date(Date.now() + 60_000).toISOString() };
        const { token, secret } = await maker.post("/api/v1/me/tokens", { ...order, permissions: ["case.read"] });
        const program = new Caller(world.server);
        const headers = { Authorization: `Bearer ${secret}` };
        equal((await program.send("GET", "/api/v1/cases", { headers })).status, 200, "with the token");
        refused(await program.send("GET", "/api/v1/territory", { headers }), 403, "permission_missing");
        refused(await program.send("DELETE", "/api/v1/me/sessions", { headers }), 403, "not_with_a_token");
        refused(await maker.send("POST", "/api/v1/me/tokens", { body: { ...order, permissions: ["account.edit"] } }), 400, "not_your_permission");
        await maker.must("DELETE", `/api/v1/me/tokens/${token.id}`);
        equal((await program.send("GET", "/api/v1/cases", { headers })).status, 401, "revoked");
    },

    async "a code of the second factor is good once"(world) {
        const login = await newcomer(world);
        const owner = await signedIn(world, login);
        const { secret } = await owner.post("/api/v1/me/totp", { old_password: kPassword });
        const code = totpCode(secret);
        await owner.post("/api/v1/me/totp/confirm", { code });
        const attempt = (totp) => new Caller(world.server).send("POST", "/api/v1/session", { body: { name: login, password: kPassword, totp } });
        refused(await attempt(code), 401, "sign_in_failed");
        const next = totpCode(secret, Date.now() + 30_000);
        equal((await attempt(next)).status, 200, "the next code");
        refused(await attempt(next), 401, "sign_in_failed");
        refused(await attempt(undefined), 401, "totp_required");
    },
};
