// How each operation on accounts, grants, and one's own account is asked for, and on what.
import { createHmac } from "node:crypto";

import { kCounty, kPassword, kVillage, uuid } from "../small_county/small_county.mjs";

const get = (target) => ({ method: "GET", target });
const post = (target, body) => ({ method: "POST", target, body });
const own = (target) => ({ kind: "free", ask: () => get(target) });
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
let number = 0;

/** An account of the village that holds nothing yet. */
async function subject(world) {
    const login = `subject${++number}`;
    await world.addAccount(login, kCounty, kVillage);
    const id = await world.database.one(`SELECT id FROM account WHERE login = '${login}'`);
    return { id, login };
}

async function grantedSubject(world) {
    const { id, login } = await subject(world);
    await world.grant(login, kCounty, "instructor", kVillage);
    const grant = await world.database.one(`SELECT id FROM role_grant WHERE account_id = '${id}'`);
    return { id, login, grant };
}

function accounts() {
    const of = (object) => `/api/v1/accounts/${object.id}`;
    const made = (ask, more) => ({ kind: "place", make: subject, ask, ...more });
    const shows = (answer, object) => answer.text.includes(object.id);
    const here = (ask) => ({ kind: "place", make: () => ({}), ask, hidden: ["not_a_path_of_county"] });
    return {
        "GET /api/v1/accounts": made((world, object) => get(`/api/v1/accounts?q=${object.login}`), { shows }),
        "POST /api/v1/accounts": here(() => post("/api/v1/accounts", {
            id: uuid(), login: `added${++number}`, display_name: "新人", path: kVillage, new_password: "New-person-2026",
        })),
        "GET /api/v1/accounts/{id}": made((world, object) => get(of(object))),
        "PATCH /api/v1/accounts/{id}": made((world, object) => ({ method: "PATCH", target: of(object), body: { display_name: `改名${++number}` } })),
        "POST /api/v1/accounts/{id}/password": made((world, object) => post(`${of(object)}/password`, { new_password: "Other-person-2026" })),
        "GET /api/v1/accounts/{id}/grants": {
            kind: "place", make: grantedSubject, ask: (world, object) => get(`${of(object)}/grants`),
            shows: (answer, object) => answer.text.includes(object.grant),
        },
        "POST /api/v1/grants": made((world, object) => post("/api/v1/grants", {
            id: uuid(), account_id: object.id, role: "instructor", path: kVillage, valid_from: new Date().toISOString(),
        }), { hidden: ["account_unknown", "not_a_path_of_county"] }),
        "DELETE /api/v1/grants/{id}": { kind: "place", make: grantedSubject, ask: (world, object) => ({ method: "DELETE", target: `/api/v1/grants/${object.grant}` }) },
        "GET /api/v1/rights": {
            kind: "place", make: grantedSubject, shows,
            ask: () => get(`/api/v1/rights?permission=case.urge&path=${kVillage}`),
        },
    };
}

/** The code that an authenticator shows for a secret in base 32. */
export function totpCode(secret, at = Date.now()) {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const bits = [...secret].map((one) => alphabet.indexOf(one).toString(2).padStart(5, "0")).join("");
    const key = Buffer.from(bits.match(/.{8}/g).map((octet) => parseInt(octet, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
    const mac = createHmac("sha1", key).update(step).digest();
    const from = mac.at(-1) & 15;
    return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** What belongs to one account is tried by that account, by a colleague, and from elsewhere. */
function ownThings() {
    const of = (make, ask, more) => ({ kind: "own", make, ask, twin: true, ...more });
    const setUp = async (world, owner) =>
        owner.post("/api/v1/me/totp", { old_password: kPassword });
    const turnOn = async (world, owner) => {
        const { secret } = await setUp(world, owner);
        await owner.post("/api/v1/me/totp/confirm", { code: totpCode(secret) });
        owner.csrf = (await owner.get("/api/v1/session")).csrf_token;
        return {};
    };
    const token = async (world, owner) => {
        const [permission] = (await owner.get("/api/v1/session")).permissions;
        const id = uuid();
        await world.database.rows(`
            INSERT INTO api_token (county, id, account_id, name, token_hash, permissions, created_at, expires_at)
                VALUES ('${kCounty}', '${id}', '${owner.account}', 'x', sha256('${id}'), '{${permission ?? "case.read"}}', now(),
                        now() + interval '1 hour')`);
        return { id };
    };
    const session = async (world, owner) => {
        await world.again(owner);
        const { items } = await owner.get("/api/v1/me/sessions");
        return { id: items.find((one) => !one.current).id };
    };
    return {
        "DELETE /api/v1/me/sessions/{id}": of(session, (world, object) => ({ method: "DELETE", target: `/api/v1/me/sessions/${object.id}` })),
        "DELETE /api/v1/me/sessions": { ...of(session, () => ({ method: "DELETE", target: "/api/v1/me/sessions" })), alone: true },
        "DELETE /api/v1/me/tokens/{id}": of(token, (world, object) => ({ method: "DELETE", target: `/api/v1/me/tokens/${object.id}` })),
        "POST /api/v1/me/totp": { ...of(() => ({}), () => post("/api/v1/me/totp", { old_password: kPassword })), alone: true },
        "POST /api/v1/me/totp/confirm": { ...of(setUp, (world, object) => post("/api/v1/me/totp/confirm", { code: totpCode(object.secret) })), alone: true },
        "POST /api/v1/me/totp/disable": { ...of(turnOn, () => post("/api/v1/me/totp/disable", { old_password: kPassword })), alone: true },
        "POST /api/v1/session/password": { ...of(() => ({}), () => post("/api/v1/session/password", { old_password: kPassword, new_password: "Another-county-2026" })), alone: true },
        "DELETE /api/v1/session": { ...of(() => ({}), () => ({ method: "DELETE", target: "/api/v1/session" })), alone: true },
        "POST /api/v1/session": { ...of(() => ({}), (world, object, asker) => post("/api/v1/session", { name: asker.login, password: kPassword })), alone: true },
    };
}

/** Absences are of one's own posts: who holds none has nothing to enter. */
function absences() {
    const holding = async (world, owner) =>
        (await world.appoint(world.person("system.371323"), owner.login, "contact", kVillage)).holding;
    const away = async (world, owner) => {
        const id = uuid();
        await owner.post("/api/v1/me/away", { id, holding_id: await holding(world, owner), away_to: inAnHour() });
        return { id };
    };
    const hidden = ["away_no_post"];
    return {
        "POST /api/v1/me/away": {
            kind: "own", twin: true, hidden,
            make: async (world, owner) => ({ holding: await holding(world, owner) }),
            ask: (world, object) => post("/api/v1/me/away", { id: uuid(), holding_id: object.holding, away_to: inAnHour() }),
        },
        "POST /api/v1/me/away/{id}/end": {
            kind: "own", twin: true, make: away, hidden,
            ask: (world, object) => post(`/api/v1/me/away/${object.id}/end`, {}),
        },
    };
}

/** Notes of one's days are about places of one's own posts. */
function notes() {
    const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const place = (world) => world.nodes.get(kVillage).id;
    const hold = (world, owner) => world.appoint(world.person("system.371323"), owner.login, "contact", kVillage);
    const hidden = ["log_no_post", "log_elsewhere"];
    const body = (world, id) => ({ id, day: today(), node_id: place(world), text: "走访" });
    const note = async (world, owner) => {
        const id = uuid();
        await hold(world, owner);
        await owner.post("/api/v1/me/work-log", body(world, id));
        return { id };
    };
    const of = (object) => `/api/v1/me/work-log/${object.id}`;
    return {
        "POST /api/v1/me/work-log": {
            kind: "own", twin: true, hidden, make: async (world, owner) => ({ held: await hold(world, owner) }),
            ask: (world) => post("/api/v1/me/work-log", body(world, uuid())),
        },
        "PATCH /api/v1/me/work-log/{id}": {
            kind: "own", twin: true, make: note, ask: (world, object) => ({ method: "PATCH", target: of(object), body: { text: "走访三户" } }),
        },
        "DELETE /api/v1/me/work-log/{id}": {
            kind: "own", twin: true, make: note, ask: (world, object) => ({ method: "DELETE", target: of(object) }),
        },
    };
}

export const personOperations = {
    ...accounts(),
    ...ownThings(),
    ...absences(),
    ...notes(),
    "GET /api/v1/me/records": own("/api/v1/me/records"),
    "GET /api/v1/me/work-log": own("/api/v1/me/work-log"),
    "GET /api/v1/me": own("/api/v1/me"),
    "GET /api/v1/me/grants": own("/api/v1/me/grants"),
    "GET /api/v1/me/posts": own("/api/v1/me/posts"),
    "GET /api/v1/me/sessions": own("/api/v1/me/sessions"),
    "GET /api/v1/me/tokens": own("/api/v1/me/tokens"),
    "POST /api/v1/me/tokens": {
        kind: "free", needsPermissions: true, hidden: ["not_your_permission"],
        ask: (world, object, asker) => post("/api/v1/me/tokens", {
            name: "x", permissions: [asker.permissions[0] ?? "case.read"], expires_at: inAnHour(),
        }),
    },
    "GET /api/v1/roles": own("/api/v1/roles"),
    "GET /api/v1/session": own("/api/v1/session"),
};
