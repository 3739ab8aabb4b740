// Cases that lie in the village, brought as far as an operation needs them. Everything is done over
// HTTP by people who may, none of whom the matrix asks.
import { kVillage, uuid } from "../small_county/small_county.mjs";

/** Who prepares: login → grants of [role, place]. The reporter works in the village beside. */
export const makers = {
    "maker.worker": [["grid_worker", kVillage]],
    "maker.desk": [["dispatcher", kVillage]],
    "maker.secret": [["dispatcher", kVillage], ["confidant", kVillage]],
    "maker.unit": [["handler", "unit"]],
    "maker.hotline": [["hotline_taker", kVillage]],
};

const later = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** The body of a step beside its head; `world` knows units. */
export const bodies = {
    add_co_unit: (world) => ({ unit: world.units.get("helper"), text: "帮忙" }),
    assign: (world) => ({ unit: world.units.get("unit") }),
    designate: (world) => ({ unit: world.units.get("unit") }),
    ask_extension: () => ({ amount: 1, text: "要时间" }),
    grant_extension: () => ({ amount: 1, text: "可以" }),
    ask_suspension: () => ({ days: 1, text: "等材料" }),
    suspend: () => ({ days: 1, text: "等材料" }),
    follow_up: () => ({ solved: "yes", satisfied: "yes" }),
    merge: (world, object) => ({ into: object.other, text: "同一件事" }),
    pass_up: () => ({ text: "本级办不了" }),
    pass_down: () => ({ text: "请就近处理", path: kVillage }),
    raise_plate: () => ({ level: "yellow", reply_days: 2, text: "太慢" }),
    whistle: (world) => ({
        units: [world.units.get("helper")], meets_at: later(24), meeting_place: "村委会", text: "会商",
    }),
};
/** Steps whose body is a note that may be left away; every other has a text. */
const kNotes = new Set([
    "accept", "sign", "arrive", "verify_pass", "close", "archive", "resume", "unmerge", "lift_plate",
    "make_confidential", "lift_confidential", "attend", "sample_pass",
]);

/** The request of a step on a case as it now stands. */
export function stepOf(action, world, object) {
    const body = bodies[action]?.(world, object) ?? (kNotes.has(action) ? {} : { text: "如实记录" });
    const head = { step_id: uuid(), expected_step: object.step_no };
    const target = `/api/v1/cases/${object.id}/steps/${action}`;
    return { method: "POST", target, body: { ...head, ...body } };
}

const desk = (action) => ["maker.desk", action];
const unit = (action) => ["maker.unit", action];
const secret = (action) => ["maker.secret", action];
const assigned = [desk("assign")];
const handling = [...assigned, unit("sign")];
const helped = [...handling, desk("add_co_unit")];
const returnedTwice = [...assigned, unit("return"), ...assigned, unit("return")];
const handled = [...handling, unit("handle")];
const verified = [...handled, desk("verify_pass")];
const closed = [...verified, desk("answer"), desk("close")];

/** What has happened to a case before: [who, action] after the report. */
export const stages = {
    reported: [], assigned, handling, helped, returnedTwice, handled, verified, closed,
    answered: [...verified, desk("answer")],
    passedUp: [desk("pass_up")],
    selfClosed: [["maker.worker", "self_close"]],
    extensionAsked: [...handling, unit("ask_extension")],
    suspensionAsked: [...handling, unit("ask_suspension")],
    suspended: [...handling, desk("suspend")],
    merged: [desk("merge")],
    plated: [...helped, desk("raise_plate")],
    called: [...helped, desk("whistle")],
    confidential: [...helped, secret("make_confidential")],
};

async function report(world, more = {}) {
    const body = {
        id: uuid(), step_id: uuid(), channel: "worker", matter: world.matter, path: kVillage,
        description: "路灯不亮", reporter: { name: "王小明", phone: "13800000001" }, ...more,
    };
    const by = body.channel === "hotline" ? "maker.hotline" : "reporter";
    return world.person(by).post("/api/v1/cases", body);
}

/** A fresh case at that stage: {id, code, step_no, other}. */
export async function caseAt(world, stage, more) {
    const receipt = await report(world, more);
    const object = { id: receipt.case_id, code: receipt.code, step_no: receipt.step_no };
    const script = stages[stage];
    const merges = stage === "merged" || stage === "reported";
    if (merges) object.other = (await report(world)).case_id;
    for (const [who, action] of script) {
        const { target, body } = stepOf(action, world, object);
        object.step_no = (await world.person(who).post(target, body)).step_no;
    }
    return object;
}
