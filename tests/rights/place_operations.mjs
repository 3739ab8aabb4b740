// How each operation on territory, units, posts and people is asked for, and on what.
import { formOf } from "../small_county/caller.mjs";
import { kCounty, kTown, kVillage, uuid } from "../small_county/small_county.mjs";
import { photoForm } from "./case_operations.mjs";

const get = (target) => ({ method: "GET", target });
const put = (method, target, body) => ({ method, target, body });
const village = (world) => world.nodes.get(kVillage);
const asSystem = (world) => world.person("system.371323");
const holds = (name) => (answer, object) => answer.text.includes(object[name]);
const csv = (lines) => formOf({}, { name: "1.csv", type: "text/csv", bytes: `${lines.join("\n")}\n` });
const written = (answer) => answer.body.written && answer.body.faulty === 0;
const encoded = encodeURIComponent;
let number = 0;
const fresh = (stem) => `${stem}${++number}`;

const inVillage = (ask, more = {}) => ({ kind: "place", make: (world) => ({ ...village(world) }), ask, ...more });

async function makeNode(world) {
    const body = { id: uuid(), parent_id: village(world).id, name: fresh("网格"), level: "grid", kind: "general" };
    return asSystem(world).post("/api/v1/territory", body);
}

async function makeUnit(world) {
    const body = { id: uuid(), node_id: village(world).id, name: fresh("站"), short_name: "", kind: "station" };
    return asSystem(world).post("/api/v1/units", { ...body, phone: "", duties: "" });
}

async function makePost(world) {
    const told = { node_id: village(world).id, kind: "contact", title: "", duties: "" };
    const post = { id: uuid(), ...told };
    await asSystem(world).post("/api/v1/posts", post);
    return post;
}

async function makeMember(world, node = village(world).id) {
    const member = { id: uuid(), name: fresh("李"), duty_phone: "", node_id: node };
    await asSystem(world).post("/api/v1/staff", member);
    return member;
}

async function makeHolding(world) {
    const [post, member, id] = [await makePost(world), await makeMember(world), uuid()];
    const body = { id, member_id: member.id, side: "a" };
    await asSystem(world).post(`/api/v1/posts/${post.id}/holdings`, body);
    return { id, post, member };
}

async function makeAway(world) {
    const holding = await makeHolding(world);
    const body = { id: uuid(), away_from: new Date(Date.now() + 1).toISOString() };
    await asSystem(world).post(`/api/v1/holdings/${holding.id}/away`, body);
    return { id: body.id };
}

async function withPhoto(world, node) {
    const member = await makeMember(world, node);
    const target = `/api/v1/staff/${member.id}/photo`;
    await asSystem(world).must("POST", target, { form: photoForm({}) });
    const file = await world.database.one(`SELECT photo_id FROM staff_member WHERE id = '${member.id}'`);
    return { ...member, file };
}

/** Somebody of the grid whose photo hangs on its board. */
async function onBoard(world) {
    const grid = world.nodes.get(world.grid);
    const member = await withPhoto(world, grid.id);
    const post = { id: uuid(), node_id: grid.id, kind: "assistant", title: "", duties: "" };
    await asSystem(world).post("/api/v1/posts", post);
    const holding = { id: uuid(), member_id: member.id, side: "a" };
    await asSystem(world).post(`/api/v1/posts/${post.id}/holdings`, holding);
    return { ...member, code: grid.code };
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const recordBody = () => ({ kind: "training", manner: "yearly", title: fresh("培训"), from_on: today(), hours: 4, note: "" });
const meetingBody = () => ({ held_at: new Date().toISOString(), subject: fresh("例会"), minutes: "", present: [], excused: [] });

async function makeRecord(world) {
    const member = await makeMember(world);
    const record = { id: uuid(), ...recordBody() };
    await asSystem(world).post(`/api/v1/staff/${member.id}/records`, record);
    return { ...record, member };
}

async function makeMeeting(world) {
    const meeting = { id: uuid(), node_id: village(world).id, ...meetingBody() };
    await asSystem(world).post("/api/v1/meetings", meeting);
    return meeting;
}

/** Somebody's note of his day, which nobody else can write. */
async function makeNote(world) {
    const [member, id] = [await makeMember(world), uuid()];
    await world.database.rows(`
        INSERT INTO work_log (county, id, member_id, node_id, path, day, text, written_at)
            VALUES ('${kCounty}', '${id}', '${member.id}', '${village(world).id}', '${kVillage}', '${today()}', 'x', now())`);
    return { id, member };
}

function territory() {
    const of = (object) => `/api/v1/territory/${object.id}`;
    return {
        "GET /api/v1/territory": inVillage(() => get(`/api/v1/territory?q=${encoded("文昌里")}`), { shows: holds("id") }),
        "POST /api/v1/territory": inVillage((world) => put("POST", "/api/v1/territory", {
            id: uuid(), parent_id: village(world).id, name: fresh("网格"), level: "grid", kind: "general",
        }), { hidden: ["parent_unknown"] }),
        "GET /api/v1/territory/{id}": inVillage((world, object) => get(of(object))),
        "PATCH /api/v1/territory/{id}": {
            kind: "place",
            make: makeNode,
            ask: (world, object) => put("PATCH", of(object), { seen: object.valid_from, name: "改名" }),
        },
        "POST /api/v1/territory/{id}/close": {
            kind: "place",
            make: makeNode,
            ask: (world, object) => put("POST", `${of(object)}/close`, {}),
        },
        "GET /api/v1/territory/at": inVillage(() => get("/api/v1/territory/at?lon=118.55&lat=35.75"), { shows: holds("path") }),
        "GET /api/v1/territory/boundaries": inVillage(() => get("/api/v1/territory/boundaries?level=village"), { shows: holds("id") }),
        "GET /api/v1/territory/coverage": inVillage(() => get(`/api/v1/territory/coverage?path=${kVillage}`), { hidden: ["node_unknown"] }),
        "GET /api/v1/territory/export": inVillage(() => get(`/api/v1/territory/export?path=${kVillage}`), { shows: holds("code") }),
        "POST /api/v1/territory/import": inVillage((world) => {
            const line = [village(world).code, world.nodes.get(kTown).code, "village", "division", fresh("文昌里村"), ""].join(",");
            return { method: "POST", target: "/api/v1/territory/import", form: csv(["code,parent,level,kind,name,households", line]) };
        }, { shows: written }),
    };
}

/** A plan of the town that adds a grid without a boundary, as far as `way` leads. */
const planOf = (...way) => async (world) => {
    const system = asSystem(world);
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const base = { id: uuid(), node_id: world.nodes.get(kTown).id, name: fresh("方案"), in_force_on: day };
    let plan = await system.post("/api/v1/territory/plans", base);
    const result = { id: uuid(), parent_id: village(world).id, name: fresh("网格"), kind: "general" };
    const changes = [{ kind: "add", touches: [], results: [result] }];
    const of = `/api/v1/territory/plans/${base.id}`;
    plan = await system.must("PATCH", of, { body: { revision: plan.revision, changes } });
    for (const step of way) plan = await system.post(`${of}/${step}`, { revision: plan.revision });
    return plan;
};

function plans() {
    const of = (object) => `/api/v1/territory/plans/${object.id}`;
    const made = (make, ask, more) => ({ kind: "town", make, ask, ...more });
    const step = (name, more) => (world, object) => put("POST", `${of(object)}/${name}`, { revision: object.revision, ...more });
    const square = (west) => ({ type: "Polygon", coordinates: [[[west, 35], [west + 0.01, 35], [west + 0.01, 35.01], [west, 35.01], [west, 35]]] });
    const drawing = (name, body) => ({ kind: "free", make: () => ({}), ask: () => put("POST", `/api/v1/territory/shapes/${name}`, body) });
    return {
        "GET /api/v1/territory/plans": made(planOf(), () => get("/api/v1/territory/plans?limit=200"), { shows: holds("id") }),
        "POST /api/v1/territory/plans": made((world) => world.nodes.get(kTown), (world, object) => put("POST", "/api/v1/territory/plans", {
            id: uuid(), node_id: object.id, name: fresh("方案"),
        }), { hidden: ["node_unknown"] }),
        "GET /api/v1/territory/plans/{id}": made(planOf(), (world, object) => get(of(object))),
        "GET /api/v1/territory/plans/{id}/check": made(planOf(), (world, object) => get(`${of(object)}/check`)),
        "PATCH /api/v1/territory/plans/{id}": made(planOf(), (world, object) => put("PATCH", of(object), { revision: object.revision, note: "改" })),
        "POST /api/v1/territory/plans/{id}/submit": made(planOf(), step("submit")),
        "POST /api/v1/territory/plans/{id}/withdraw": made(planOf("submit"), step("withdraw")),
        "POST /api/v1/territory/plans/{id}/approve": made(planOf("submit"), step("approve")),
        "POST /api/v1/territory/plans/{id}/refuse": made(planOf("submit"), step("refuse", { reason: "东界应沿河" })),
        "POST /api/v1/territory/shapes/split": drawing("split", { boundary: square(118), line: [{ lon: 118.005, lat: 34.9 }, { lon: 118.005, lat: 35.1 }] }),
        "POST /api/v1/territory/shapes/merge": drawing("merge", { areas: [square(118), square(118.01)] }),
        "POST /api/v1/territory/shapes/follow": drawing("follow", { before: square(118), after: square(118), neighbours: [square(118.01)] }),
    };
}

function units() {
    const of = (object) => `/api/v1/units/${object.id}`;
    const made = (ask, more) => ({ kind: "place", make: makeUnit, ask, ...more });
    return {
        "GET /api/v1/units": made((world, object) => get(`/api/v1/units?q=${encoded(object.name)}`), { shows: holds("id") }),
        "POST /api/v1/units": inVillage((world) => put("POST", "/api/v1/units", {
            id: uuid(), node_id: village(world).id, name: fresh("站"), short_name: "", kind: "station", phone: "", duties: "",
        }), { hidden: ["node_unknown"] }),
        "GET /api/v1/units/{id}": made((world, object) => get(of(object))),
        "PATCH /api/v1/units/{id}": made((world, object) => put("PATCH", of(object), { phone: fresh("12345") })),
        "POST /api/v1/units/{id}/close": made((world, object) => put("POST", `${of(object)}/close`, {})),
        "GET /api/v1/units/export": made(() => get("/api/v1/units/export"), { shows: holds("name") }),
        "POST /api/v1/units/import": made((world) => ({
            method: "POST", target: "/api/v1/units/import",
            form: csv(["node,name,kind", `${village(world).code},${fresh("站")},station`]),
        }), { shows: written }),
    };
}

function posts() {
    const made = (make, ask, more) => ({ kind: "place", make, ask, ...more });
    const unknown = { hidden: ["node_unknown", "post_unknown", "member_unknown"] };
    return {
        "GET /api/v1/posts": made(makePost, (world) => get(`/api/v1/posts?node_id=${village(world).id}`), { shows: holds("id") }),
        "POST /api/v1/posts": inVillage((world) => put("POST", "/api/v1/posts", {
            id: uuid(), node_id: village(world).id, kind: "contact", title: "", duties: "",
        }), unknown),
        "PATCH /api/v1/posts/{id}": made(makePost, (world, object) => put("PATCH", `/api/v1/posts/${object.id}`, { title: fresh("联络员") })),
        "POST /api/v1/posts/{id}/close": made(makePost, (world, object) => put("POST", `/api/v1/posts/${object.id}/close`, {})),
        "POST /api/v1/posts/{id}/holdings": made(
            async (world) => ({ post: await makePost(world), member: await makeMember(world) }),
            (world, { post, member }) => put("POST", `/api/v1/posts/${post.id}/holdings`, { id: uuid(), member_id: member.id, side: "a" }),
            unknown),
        "POST /api/v1/holdings/{id}/end": made(makeHolding, (world, object) => put("POST", `/api/v1/holdings/${object.id}/end`, {})),
        "POST /api/v1/holdings/{id}/away": made(makeHolding, (world, object) => put("POST", `/api/v1/holdings/${object.id}/away`, {
            id: uuid(), away_from: new Date().toISOString(),
        }), { hidden: ["holding_unknown"] }),
        "POST /api/v1/away/{id}/end": made(makeAway, (world, object) => put("POST", `/api/v1/away/${object.id}/end`, {})),
        "GET /api/v1/posts/export": made(makeHolding, () => get("/api/v1/posts/export"), { shows: (answer, object) => answer.text.includes(object.member.name) }),
        "POST /api/v1/posts/import": inVillage((world) => ({
            method: "POST", target: "/api/v1/posts/import",
            form: csv(["node,post,title,side,name,phone", `${village(world).code},contact,${fresh("联络")},a,${fresh("赵")},${fresh("0539")}`]),
        }), { shows: written }),
    };
}

function people() {
    const photoOf = (object) => `/api/v1/staff/${object.id}/photo`;
    const made = (make, ask, more) => ({ kind: "place", make, ask, ...more });
    const atVillage = (world) => makeMember(world);
    return {
        "GET /api/v1/staff": made(atVillage, (world, object) => get(`/api/v1/staff?q=${encoded(object.name)}`), { shows: holds("id") }),
        "POST /api/v1/staff": inVillage((world) => put("POST", "/api/v1/staff", {
            id: uuid(), node_id: village(world).id, name: fresh("李"), duty_phone: "",
        }), { hidden: ["node_unknown"] }),
        "PATCH /api/v1/staff/{id}": made(atVillage, (world, object) => put("PATCH", `/api/v1/staff/${object.id}`, { duty_phone: fresh("12345") })),
        "GET /api/v1/staff/coverage": inVillage(() => get(`/api/v1/staff/coverage?path=${kVillage}`), { hidden: ["node_unknown"] }),
        "GET /api/v1/staff/{id}/photo": made((world) => withPhoto(world), (world, object) => get(photoOf(object))),
        "POST /api/v1/staff/{id}/photo": made(atVillage, (world, object) => ({ method: "POST", target: photoOf(object), form: photoForm({}) })),
        "DELETE /api/v1/staff/{id}/photo": made((world) => withPhoto(world), (world, object) => ({ method: "DELETE", target: photoOf(object) })),
        "GET /api/v1/public/grids/{code}/card": { kind: "public", make: (world) => world.nodes.get(world.grid), ask: (world, object) => get(`/api/v1/public/grids/${object.code}/card`) },
        "GET /api/v1/public/grids/{code}/photos/{id}": { kind: "public", make: onBoard, ask: (world, object) => get(`/api/v1/public/grids/${object.code}/photos/${object.file}`) },
    };
}

function service() {
    const made = (make, ask, more) => ({ kind: "place", make, ask, ...more });
    const recordOf = (object) => `/api/v1/staff-records/${object.id}`;
    const meetingOf = (object) => `/api/v1/meetings/${object.id}`;
    const { kind, ...content } = recordBody();
    return {
        "GET /api/v1/staff/{id}/records": made(makeRecord, (world, object) => get(`/api/v1/staff/${object.member.id}/records`), { shows: holds("id") }),
        "POST /api/v1/staff/{id}/records": made((world) => makeMember(world), (world, object) =>
            put("POST", `/api/v1/staff/${object.id}/records`, { id: uuid(), kind, ...content })),
        "PATCH /api/v1/staff-records/{id}": made(makeRecord, (world, object) =>
            put("PATCH", recordOf(object), { ...content, title: fresh("培训"), seen_version: 1 })),
        "DELETE /api/v1/staff-records/{id}": made(makeRecord, (world, object) => ({ method: "DELETE", target: `${recordOf(object)}?seen_version=1` })),
        "GET /api/v1/staff-records/{id}/past": made(makeRecord, (world, object) => get(`${recordOf(object)}/past`)),
        "GET /api/v1/staff/due": inVillage(() => get(`/api/v1/staff/due?path=${kVillage}`), { hidden: ["node_unknown"] }),
        "GET /api/v1/staff/{id}/handover": made(makeHolding, (world, object) => get(`/api/v1/staff/${object.member.id}/handover`), { shows: holds("id") }),
        "POST /api/v1/staff/{id}/handover": made(
            async (world) => ({ ...(await makeHolding(world)), successor: await makeMember(world) }),
            (world, object) => put("POST", `/api/v1/staff/${object.member.id}/handover`, {
                id: uuid(), to_member_id: object.successor.id, holding_ids: [object.id], note: "",
            })),
        "GET /api/v1/meetings": made(makeMeeting, () => get("/api/v1/meetings?limit=100"), { shows: holds("id") }),
        "POST /api/v1/meetings": inVillage((world) => put("POST", "/api/v1/meetings", {
            id: uuid(), node_id: village(world).id, ...meetingBody(),
        }), { hidden: ["node_unknown"] }),
        "PATCH /api/v1/meetings/{id}": made(makeMeeting, (world, object) => put("PATCH", meetingOf(object), meetingBody())),
        "DELETE /api/v1/meetings/{id}": made(makeMeeting, (world, object) => ({ method: "DELETE", target: meetingOf(object) })),
        "GET /api/v1/work-log": made(makeNote, (world, object) => get(`/api/v1/work-log?member_id=${object.member.id}`), { shows: holds("id") }),
    };
}

export const placeOperations = { ...territory(), ...plans(), ...units(), ...posts(), ...people(), ...service() };
