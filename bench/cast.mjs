// The people of the county who make the load, found in its database, and their sessions.
import { createHash, randomBytes, randomUUID } from "node:crypto";

import { psql, rowsOf, sqlFile } from "./ground.mjs";

const kRoles = ["worker", "lead", "desk", "handler"];

const digest = (text) => createHash("sha256").update(text).digest();

/** A session as server/access/token.cpp makes it. */
function newSession(county, account) {
    const token = `${county}.${randomBytes(32).toString("base64url")}`;
    return { county, account, token, csrf: digest(`csrf ${token}`).toString("base64url"), hash: digest(token).toString("hex") };
}

function insert(data, sessions) {
    const lines = sessions.map((one) => [one.county, randomUUID(), one.account, one.hash].join("\t"));
    const statement = sqlFile("insert_sessions").replace("\\copy made FROM pstdin", `COPY made FROM STDIN;\n${lines.join("\n")}\n\\.`);
    psql(data, statement);
}

/**
 * At least `wanted` sessions when that is more than there are people; a person has several then.
 * Answers (account, number) → session.
 */
export function signIn(data, county, accounts, wanted = 0) {
    const each = Math.max(1, Math.ceil(wanted / accounts.length));
    const held = new Map(accounts.map((account) => [account, Array.from({ length: each }, () => newSession(county, account))]));
    const all = [...held.values()].flat();
    insert(data, all);
    return { count: all.length, of: (account, number) => held.get(account)[number % each] };
}

/** What a cookie and a header need, as words of a plan: worker, worker_csrf, … */
function wordsOf(crew, session) {
    return kRoles.flatMap((role) => {
        const { token, csrf } = session(crew[role]);
        return [
            [role, token],
            [`${role}_csrf`, csrf],
        ];
    });
}

const quoted = (text) => JSON.stringify(text).slice(1, -1);

/** People who may read cases, with a place that is theirs, each with a session. */
export function readersOf(data, most) {
    const readers = rowsOf(data, "readers").slice(0, most);
    const signed = signIn(data, readers[0].county, [...new Set(readers.map((one) => one.account))]);
    return readers.map((one) => ({ ...one, reader: signed.of(one.account, 0).token }));
}

/** Crews with sessions, matters and what they report: a row of words each. */
export function castOf(data, { sessions = 0, most = 2000 } = {}) {
    const crews = rowsOf(data, "cast");
    const matters = rowsOf(data, "matters");
    if (crews.length === 0 || matters.length === 0) throw new Error("nobody in this county can take a case to its end: is the demo loaded?");
    const accounts = [...new Set(crews.flatMap((crew) => kRoles.map((role) => crew[role])))];
    const signed = signIn(data, crews[0].county, accounts, sessions);
    const rows = [];
    for (let at = 0; at < Math.min(most, Math.max(crews.length, signed.count)); ++at) {
        const crew = crews[at % crews.length];
        const number = Math.floor(at / crews.length);
        rows.push({
            ...Object.fromEntries(wordsOf(crew, (account) => signed.of(account, number))),
            grid: crew.grid,
            town: crew.town,
            unit: crew.unit,
            matter: matters[at % matters.length].id,
            text: quoted(crew.text),
            address: quoted(crew.address),
            lon: String(crew.lon),
            lat: String(crew.lat),
        });
    }
    return { rows, sessions: signed.count, people: accounts.length, county: crews[0].county, crews };
}
