// How each operation on cases and files is asked for, and on what.
import { deflateSync } from "node:zlib";

import { formOf } from "../small_county/caller.mjs";
import { kCounty, kVillage, uuid } from "../small_county/small_county.mjs";
import { caseAt, stepOf } from "./cases.mjs";

/** The stage at which a case can take each step. */
const kStageOf = {
    accept: "reported", reject: "reported", self_close: "reported", pass_up: "reported",
    pass_down: "passedUp", assign: "reported", designate: "returnedTwice", sign: "assigned",
    return: "assigned", arrive: "helped", handle: "handling", add_co_unit: "handling",
    finish_co_task: "helped", ask_extension: "handling", grant_extension: "extensionAsked",
    refuse_extension: "extensionAsked", ask_suspension: "handling", suspend: "handling",
    refuse_suspension: "suspensionAsked", resume: "suspended", verify_pass: "handled",
    verify_fail: "handled", answer: "verified", close: "answered", sample_pass: "selfClosed",
    sample_fail: "selfClosed", follow_up: "closed", reopen: "closed", archive: "closed",
    void: "reported", merge: "reported", unmerge: "merged", urge: "helped", instruct: "helped",
    raise_plate: "helped", reply_plate: "plated", lift_plate: "plated", whistle: "helped",
    attend: "called", conclude_session: "called", comment: "helped",
    make_confidential: "helped", lift_confidential: "confidential",
};

function crc(bytes) {
    let sum = ~0;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; ++bit) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return ~sum >>> 0;
}

function chunk(name, data) {
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
    const named = Buffer.concat([Buffer.from(name), data]);
    head.writeUInt32BE(data.length);
    tail.writeUInt32BE(crc(named));
    return Buffer.concat([head, named, tail]);
}

/** A grey photo of 64 × 64 points. */
export function photo() {
    const size = Buffer.alloc(13);
    size.writeUInt32BE(64, 0);
    size.writeUInt32BE(64, 4);
    size[8] = 8; // bits, and no colour
    const rows = deflateSync(Buffer.alloc(64 * 65, 0));
    const parts = [chunk("IHDR", size), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
    return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

const photoForm = (fields) => formOf(fields, { name: "1.png", type: "image/png", bytes: photo() });

async function withFile(world, stage) {
    const file = uuid();
    const form = photoForm({ id: file });
    await world.person("reporter").must("POST", "/api/v1/files", { form });
    return { ...(await caseAt(world, stage, { files: [file] })), file };
}

const holds = (name) => (answer, object) => answer.text.includes(object[name]);
const onCase = (stage) => ({ kind: "place", make: (world) => caseAt(world, stage) });
const get = (target) => ({ method: "GET", target });
const kHourMs = 3_600_000;
const anHourAgo = Date.now() - kHourMs;
let seconds = 0;
let callers = 0;

/** Received in a second in which nothing else was, so that figures tell of it alone. */
async function anotherSecond(world) {
    const at = new Date(anHourAgo + ++seconds * 1000);
    const object = await caseAt(world, "helped", { received_at: at.toISOString() });
    const to = new Date(at.getTime() + 500);
    return { ...object, period: `from=${at.toISOString()}&to=${to.toISOString()}` };
}

function steps() {
    const made = {};
    for (const [action, stage] of Object.entries(kStageOf)) {
        made[`POST /api/v1/cases/{id}/steps/${action}`] = {
            ...onCase(stage),
            ask: (world, object) => stepOf(action, world, object),
        };
    }
    for (const action of ["answer", "comment", "follow_up", "reopen", "urge"])
        made[`POST /api/v1/cases/{id}/steps/${action} (by hotline)`] = {
            kind: "place",
            make: (world) => caseAt(world, kStageOf[action], { channel: "hotline" }),
            ask: (world, object) => stepOf(action, world, object),
        };
    made["POST /api/v1/cases/{id}/steps/comment (confidential)"] = {
        ...onCase("confidential"),
        ask: (world, object) => stepOf("comment", world, object),
    };
    return made;
}

function reports() {
    const body = (world, more) => ({
        id: uuid(), step_id: uuid(), channel: "worker", matter: world.matter, path: kVillage,
        description: "井盖不见了", ...more,
    });
    const by = (more) => ({
        kind: "place",
        make: () => ({}),
        hidden: ["case_node_unknown", "case_matter_unknown", "case_channel_refused"],
        ask: (world) => ({ method: "POST", target: "/api/v1/cases", body: body(world, more) }),
    });
    return { "POST /api/v1/cases": by({}), "POST /api/v1/cases (hotline)": by({ channel: "hotline" }) };
}

const contactOf = (world, object) => ({
    method: "POST",
    target: `/api/v1/cases/${object.id}/contact`,
    body: { step_id: uuid(), purpose: "电话回访核实" },
});

function reading() {
    const one = (object) => get(`/api/v1/cases/${object.id}`);
    return {
        "GET /api/v1/cases": {
            ...onCase("helped"),
            ask: (world, object) => get(`/api/v1/cases?q=${object.code}`),
            shows: holds("id"),
        },
        "GET /api/v1/cases/sessions": {
            ...onCase("called"),
            ask: () => get("/api/v1/cases/sessions?limit=100"),
            shows: holds("id"),
        },
        "GET /api/v1/cases (confidential)": {
            ...onCase("confidential"),
            ask: (world, object) => get(`/api/v1/cases?q=${object.code}`),
            shows: holds("id"),
        },
        "GET /api/v1/cases/{id}": { ...onCase("helped"), ask: (world, object) => one(object) },
        "GET /api/v1/cases/{id} (confidential)": {
            ...onCase("confidential"),
            ask: (world, object) => one(object),
        },
        "GET /api/v1/cases/by-code/{code}": {
            ...onCase("helped"),
            ask: (world, object) => get(`/api/v1/cases/by-code/${object.code}`),
        },
        "GET /api/v1/cases/similar": {
            ...onCase("helped"),
            ask: () => get(`/api/v1/cases/similar?path=${kVillage}&text=${encodeURIComponent("路灯不亮")}`),
            shows: holds("id"),
        },
        "GET /api/v1/cases/figures": {
            kind: "place",
            make: anotherSecond,
            ask: (world, object) => get(`/api/v1/cases/figures?path=${kVillage}&${object.period}`),
            shows: (answer) => answer.body.counts.received > 0,
            hidden: ["case_node_unknown"],
        },
        "GET /api/v1/cases/counted": {
            kind: "place",
            make: anotherSecond,
            ask: (world, object) => get(`/api/v1/cases/counted?figure=received&path=${kVillage}&${object.period}`),
            shows: holds("id"),
            hidden: ["case_node_unknown"],
        },
        "POST /api/v1/cases/of-caller": {
            kind: "place",
            make: async (world) => {
                const phone = `139${String(++callers).padStart(8, "0")}`;
                return { ...(await caseAt(world, "helped", { reporter: { name: "李明", phone } })), phone };
            },
            ask: (world, object) => ({ method: "POST", target: "/api/v1/cases/of-caller", body: { phone: object.phone, purpose: "接听来电" } }),
            shows: holds("id"),
        },
        "GET /api/v1/cases/situation": {
            kind: "place",
            make: (world) => caseAt(world, "helped", { point: { lon: 118.6, lat: 35.8 } }),
            ask: () => get(`/api/v1/cases/situation?path=${kVillage}`),
            shows: holds("id"),
        },
        "GET /api/v1/cases/counts": { kind: "free", ask: () => get("/api/v1/cases/counts") },
        "GET /api/v1/events": {
            kind: "free",
            ask: () => ({ ...get("/api/v1/events"), stream: true }),
        },
        "POST /api/v1/cases/{id}/contact": { ...onCase("helped"), ask: contactOf },
        "POST /api/v1/cases/{id}/contact (by hotline)": {
            kind: "place",
            make: (world) => caseAt(world, "helped", { channel: "hotline" }),
            ask: contactOf,
        },
    };
}

/** Following is one's own mark on a case: done where the case is seen, and nothing elsewhere. */
function watching() {
    const target = (object) => `/api/v1/cases/${object.id}/watch`;
    const rows = (world, object, asker) => world.database.one(
        `SELECT count(*) FROM case_watch WHERE case_id = '${object.id}' AND account = '${asker.account}'`);
    return {
        "POST /api/v1/cases/{id}/watch": {
            ...onCase("helped"),
            ask: (world, object) => ({ method: "POST", target: target(object) }),
            shows: async (answer, object, world, asker) => await rows(world, object, asker) === "1",
        },
        "DELETE /api/v1/cases/{id}/watch": {
            kind: "own",
            make: async (world, owner) => {
                const object = await caseAt(world, "helped");
                await world.database.rows(
                    `INSERT INTO case_watch (county, account, case_id, received_at)
                     VALUES ('${kCounty}', '${owner.account}', '${object.id}', now())`);
                return { ...object, owner };
            },
            ask: (world, object) => ({ method: "DELETE", target: target(object) }),
            shows: async (answer, object, world) => await rows(world, object, object.owner) === "0",
        },
    };
}

function files() {
    const one = (object) => get(`/api/v1/files/${object.file}`);
    return {
        "POST /api/v1/files": {
            kind: "free",
            ask: () => ({ method: "POST", target: "/api/v1/files", form: photoForm({ id: uuid() }) }),
        },
        "GET /api/v1/files/{id}": {
            kind: "place",
            make: (world) => withFile(world, "helped"),
            ask: (world, object) => one(object),
        },
        "GET /api/v1/files/{id} (confidential)": {
            kind: "place",
            make: (world) => withFile(world, "confidential"),
            ask: (world, object) => one(object),
        },
    };
}

/** A copy of a list that the owner has just asked for. */
function exports_() {
    const one = (object) => `/api/v1/exports/${object.id}`;
    const own = (ask, more) => ({
        kind: "own",
        make: async (world, owner) => {
            const id = uuid();
            await world.database.rows(`
                INSERT INTO case_export (county, id, account, name, format, language, query, state, rows, asked_at, scope)
                VALUES ('${kCounty}', '${id}', '${owner.account}', 'x', 'csv', 'en', '{}', 'waiting', 0, now(), '')`);
            return { id, owner };
        },
        ask,
        ...more,
    });
    const body = () => ({ id: uuid(), name: "x", format: "csv", query: {} });
    return {
        "POST /api/v1/exports": { kind: "free", ask: () => ({ method: "POST", target: "/api/v1/exports", body: body() }) },
        "GET /api/v1/exports": own(() => get("/api/v1/exports"), { shows: holds("id") }),
        "GET /api/v1/exports/{id}/file": own((world, object) => get(`${one(object)}/file`), { admits: ["export_not_ready"] }),
        "DELETE /api/v1/exports/{id}": own((world, object) => ({ method: "DELETE", target: one(object) })),
    };
}

export const caseOperations = { ...reports(), ...reading(), ...watching(), ...steps(), ...files(), ...exports_() };
export { photoForm };
