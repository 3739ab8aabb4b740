// One row of every table of a county, and by which right the server reads and writes it: what
// docs/row-rights.md speaks of. A new table only needs a line here and its rows there.
import { kCounty, kOtherVillage, kTown, kVillage, uuid } from "../small_county/small_county.mjs";
import { caseAt, stepOf } from "./cases.mjs";
import { photoForm } from "./case_operations.mjs";

const asSystem = (world) => world.person(`system.${kCounty}`);
const one = (world, sql) => world.database.one(sql);

/** Everything that the tables need beside what the county began with. */
export async function fillTables(world) {
    const file = uuid();
    const form = photoForm({ id: file });
    await world.person("reporter").must("POST", "/api/v1/files", { form });
    const object = await caseAt(world, "called", { files: [file] });
    const plate = stepOf("raise_plate", world, object);
    await world.person("maker.desk").post(plate.target, plate.body);
    const merged = await caseAt(world, "merged");
    const secret = await caseAt(world, "confidential");
    const accounts = `SELECT id FROM account WHERE county = '${kCounty}'`;
    await world.database.rows(`
        INSERT INTO case_watch (county, account, case_id, received_at)
            SELECT '${kCounty}', a.id, '${object.id}', now() FROM (${accounts}) a;
        INSERT INTO case_export (county, id, account, name, format, language, query, state, rows, asked_at, scope)
            SELECT '${kCounty}', gen_random_uuid(), a.id, 'x', 'csv', 'en', '{}', 'waiting', 0, now(), '' FROM (${accounts}) a;
        INSERT INTO api_token (county, id, account_id, name, token_hash, permissions, created_at, expires_at)
            SELECT '${kCounty}', gen_random_uuid(), a.id, 'x', sha256(a.id::text::bytea), '{case.read}',
                   now(), now() + interval '1 hour' FROM (${accounts}) a;
        INSERT INTO device_failure (county, account_id, device_id, failures, first_failure_at)
            SELECT '${kCounty}', a.id, gen_random_uuid(), 1, now() FROM (${accounts}) a;
        INSERT INTO role_grant (county, id, account_id, role, office, path, valid_from, granted_at)
            SELECT '${kCounty}', gen_random_uuid(), id, 'instructor', 'none', '${kVillage}', now(), now()
            FROM account WHERE county = '${kCounty}' AND login = 'maker.unit';
        INSERT INTO access_version (county, version) VALUES ('${kCounty}', 1) ON CONFLICT DO NOTHING;
        INSERT INTO job (county, id, kind, payload, due_at)
            VALUES ('${kCounty}', '${uuid()}', 'x', '{}', '2100-01-01')`);
    await world.appoint(asSystem(world), "maker.unit", "contact", kVillage).then(({ holding }) =>
        asSystem(world).post(`/api/v1/holdings/${holding}/away`, { id: uuid(), away_from: new Date().toISOString() }));
    const { years } = await asSystem(world).get("/api/v1/calendar/years/2026").then((year) => ({ years: [year] }));
    const days = years[0].days.map((day) => ({ ...day, name_en: `${day.name_en}.` }));
    await asSystem(world).post("/api/v1/calendar/years", { years: [{ year: 2026, source: "test", days }] });
    await asSystem(world).must("PUT", "/api/v1/calendar/working-time", {
        body: { hours: "08:30-12:00,14:30-18:00", yellow_percent: 25, yellow_working_days: 1, yellow_minutes: 30 },
    });
    await asSystem(world).must("PUT", "/api/v1/territory/settings", {
        body: { code_rule: "eighteen_digits", level_names: {}, complaint_phone: "12345" },
    });
    const member = await one(world, `SELECT id FROM staff_member WHERE county = '${kCounty}' AND path = '${kVillage}' LIMIT 1`);
    await asSystem(world).must("POST", `/api/v1/staff/${member}/photo`, { form: photoForm({}) });
    const today = new Date().toISOString().slice(0, 10);
    const record = { id: uuid(), kind: "award", title: "x", from_on: today, note: "" };
    await asSystem(world).post(`/api/v1/staff/${member}/records`, record);
    await asSystem(world).must("PATCH", `/api/v1/staff-records/${record.id}`, { body: { title: "y", from_on: today, note: "", seen_version: 1 } });
    await asSystem(world).must("PUT", "/api/v1/staff/settings", { body: { training_hours: 24 } });
    const node_id = await one(world, `SELECT id FROM territory WHERE path = '${kVillage}'`);
    await asSystem(world).post("/api/v1/meetings", { id: uuid(), node_id, held_at: new Date().toISOString(), subject: "x", minutes: "", present: [], excused: [] });
    const handed = await handedOver(world, node_id);
    await world.database.rows(`
        INSERT INTO work_log (county, id, member_id, node_id, path, day, text, written_at)
            VALUES ('${kCounty}', '${uuid()}', '${handed}', '${node_id}', '${kVillage}', '2026-01-05', 'x', now())`);
    const elsewhere = await one(world, `SELECT id FROM territory WHERE path = '${kOtherVillage}'`);
    const plan = uuid();
    const town = await one(world, `SELECT id FROM territory WHERE path = '${kTown}'`);
    const village = await one(world, `SELECT id FROM territory WHERE path = '${kVillage}'`);
    const begun = await asSystem(world).post("/api/v1/territory/plans", { id: plan, node_id: town, name: "方案" });
    const result = { id: uuid(), parent_id: village, name: "网格", kind: "general" };
    await asSystem(world).must("PATCH", `/api/v1/territory/plans/${plan}`, {
        body: { revision: begun.revision, changes: [{ kind: "add", touches: [], results: [result] }] },
    });
    return { object, merged, secret, file, member, elsewhere, plan };
}

/** A post of the village that went from one person to another. */
async function handedOver(world, node_id) {
    const [from, to, post, holding] = [uuid(), uuid(), uuid(), uuid()];
    for (const [id, name] of [[from, "前任"], [to, "后任"]]) await asSystem(world).post("/api/v1/staff", { id, name, duty_phone: "", node_id });
    await asSystem(world).post("/api/v1/posts", { id: post, node_id, kind: "contact", title: "", duties: "" });
    await asSystem(world).post(`/api/v1/posts/${post}/holdings`, { id: holding, member_id: from, side: "a" });
    await asSystem(world).post(`/api/v1/staff/${from}/handover`, { id: uuid(), to_member_id: to, holding_ids: [holding], note: "" });
    return from;
}

const kPending = uuid();
/** An account that nobody has. */
const kNobody = uuid();
/** An account that the village's administrator has just added. */
const newAccount = () => `INSERT INTO account (county, id, login, path, created_at)
    VALUES ('${kCounty}', '${kPending}', 'just.added', '${kVillage}', now())`;
const here = `path = '${kVillage}'`;
const granted = (made, sql) => `${here} AND account_id = (${sql.account})`;
const ofCase = (made) => `case_id = '${made.object.id}'`;
const fresh = () => ({ id: uuid() });
const read = { select: "case.read" };
const caseRow = { insert: "case.read", update: "case.read", delete: "case.read", ...read };
const edit = (right, reading = "") => ({ select: reading, insert: right, update: right, delete: right });
const ofMatter = (where, changes) => ({ kind: "county", where: () => where, rights: edit("matter.edit"), fresh: changes });
const ofCalendar = (changes) => ({ kind: "county", where: () => "true", rights: edit("calendar.edit"), fresh: changes });
const duty = (name) => ({ select: name, insert: name, update: name, delete: name });
/** Rows of one account: `mine` is their column. */
const ofAccount = (mine, more = {}) => ({ kind: "own", mine, rights: edit(""), ...more });
const secretCase = (made) => `id = '${made.secret.id}'`;

/**
 * Name in the table → {table, kind, where, rights, duties, fresh, self}. `rights` and `duties` say
 * per verb what the server's transaction is about; `fresh` changes the copy that is inserted, and
 * `self` names the columns in which it must tell who inserts it.
 */
export const targets = {
    "access_version": { kind: "county_open", where: () => "true", rights: {}, fresh: () => ({}) },
    "account (itself)": { ...ofAccount("id"), table: "account", only: ["select"] },
    "account (administration)": { kind: "place", table: "account", where: () => "login = 'maker.unit'", path: true,
        rights: { ...edit("account.edit", "account.read") }, duties: duty("accounts"), fresh: () => ({ id: uuid(), login: "new" }) },
    "account (grants)": { kind: "place", table: "account", where: () => "login = 'maker.unit'", rights: { select: "grant.read" }, duties: duty("grants"), only: ["select"] },
    "account_name": { kind: "county_open", where: () => "true", rights: {}, only: ["select"] },
    "account_name (administration)": { kind: "place", table: "account_name", where: () => "display_name = 'maker.unit'", rights: edit("account.edit", "account.read"), duties: duty("accounts"), fresh: () => ({ account_id: kPending }), before: newAccount, only: ["insert", "update"] },
    "api_token": ofAccount("account_id", { fresh: fresh, self: ["account_id"] }),
    "api_token (administration)": { kind: "place", table: "api_token", where: (made, sql) => `account_id = (${sql.account})`, rights: edit("account.edit", "account.read"), duties: duty("accounts"), fresh, only: ["select", "update"] },
    "audit_entry": { kind: "county", where: () => "true", rights: { select: "audit.read", insert: "" }, duties: { select: "audit" }, fresh, self: ["account_id"] },
    // The sealer takes what is pending every second, so there is something for each attempt alone.
    "audit_pending": { kind: "county", row: () => ({ county: kCounty, entry_id: kPending }),
        before: () => `INSERT INTO audit_pending VALUES ('${kCounty}', '${kPending}')`, rights: { select: "audit.read", insert: "", delete: "audit.read" }, duties: { select: "audit", delete: "audit" }, fresh: () => ({ entry_id: uuid() }) },
    "audit_seal": { kind: "county", where: () => "true", rights: { select: "audit.read", insert: "audit.read" }, duties: { select: "audit", insert: "audit" }, fresh: () => ({ number: 999 }) },
    "audit_seal (sealing)": { kind: "county", table: "audit_seal", where: () => "true", rights: { insert: "audit.read" }, duties: { insert: "seal" }, fresh: () => ({ number: 999 }), only: ["insert"] },
    "audit_pending (sealing)": { kind: "county", table: "audit_pending", row: () => ({ county: kCounty, entry_id: kPending }),
        before: () => `INSERT INTO audit_pending VALUES ('${kCounty}', '${kPending}')`, rights: { select: "audit.read", delete: "audit.read" }, duties: duty("seal"), only: ["select", "delete"] },
    "audit_entry (in the name of another)": { kind: "county", table: "audit_entry", where: (made, sql) => `account_id = (${sql.account})`, rights: { insert: "" }, fresh, only: ["insert"] },
    "base_map": { kind: "county", where: () => "true", rights: { select: "", insert: "case.read", update: "case.read" } },
    "map_tile": { kind: "county", where: () => "true", rights: { select: "", insert: "case.read", delete: "case.read" }, fresh: () => ({ y: 26 }) },
    "map_tile_set": { kind: "county", where: () => "true", rights: { select: "", insert: "case.read", update: "case.read" } },
    "calendar_day": ofCalendar(() => ({ day: "2026-03-03" })),
    "calendar_setting": ofCalendar(() => ({})),
    "calendar_year": ofCalendar(() => ({ year: 2050 })),
    "case_co_unit": { kind: "place", where: ofCase, rights: caseRow, fresh: (world) => ({ unit_id: world.units.get("bureau") }) },
    "case_export": ofAccount("account", { self: ["account"], fresh }),
    "case_file": { kind: "place", where: ofCase, rights: caseRow, ownFile: true },
    "case_merge": { kind: "place", where: (made) => `case_id = '${made.merged.id}'`, rights: caseRow, fresh: () => ({ step_id: uuid() }) },
    "case_number": { kind: "county_open", where: () => "true", rights: {}, fresh: () => ({ year: 2050 }) },
    "case_plate": { kind: "place", where: ofCase, rights: caseRow, fresh },
    "case_reporter": { kind: "place", where: ofCase, rights: caseRow, fresh: (world, made) => ({ case_id: made.object.id }) },
    "case_session": { kind: "place", where: ofCase, rights: caseRow, fresh: () => ({ no: 9 }) },
    "case_setting": { kind: "county", where: () => "true", rights: edit("setting.edit"), fresh: () => ({ version: 99 }) },
    "case_step": { kind: "place", where: ofCase, rights: caseRow, fresh: () => ({ id: uuid(), no: 99 }), self: ["account"] },
    "case_step (confidential)": { kind: "place", table: "case_step", where: (made) => `case_id = '${made.secret.id}'`, rights: caseRow, fresh: () => ({ id: uuid(), no: 99 }), self: ["account"] },
    "case_step (of no case)": { kind: "place", table: "case_step", where: ofCase, rights: caseRow, fresh: () => ({ id: uuid(), no: 1, case_id: uuid() }), self: ["account"], only: ["insert"] },
    "case_step (in the name of another)": { kind: "place", table: "case_step", where: (made) => `${ofCase(made)} AND action = 'sign'`, rights: caseRow, fresh: () => ({ id: uuid(), no: 99 }), only: ["insert"] },
    "case_watch": ofAccount("account", { self: ["account"], fresh: (world, made) => ({ case_id: made.merged.id }) }),
    "cases": { kind: "place", where: (made) => `id = '${made.object.id}'`, rights: caseRow, fresh: () => ({ id: uuid(), code: `x${uuid()}` }), self: ["reported_by"] },
    "cases (in the name of another)": { kind: "place", table: "cases", where: (made, sql) => `id = '${made.object.id}'`, rights: caseRow, fresh: () => ({ id: uuid(), code: `x${uuid()}`, reported_by: kNobody }), only: ["insert"] },
    "cases (confidential)": { kind: "place", table: "cases", where: secretCase, rights: caseRow, only: ["select", "update"] },
    "credential": ofAccount("account_id", { fresh: () => ({ account_id: uuid() }) }),
    "credential (administration)": { kind: "place", table: "credential", where: (made, sql) => `account_id = (${sql.account})`, rights: edit("account.edit", "account.read"), duties: duty("accounts"), fresh: () => ({ account_id: kPending }), before: newAccount },
    "device_failure": ofAccount("account_id", { fresh: () => ({ device_id: uuid() }) }),
    "file": { kind: "place", where: (made) => `id = '${made.file}'`, rights: { select: "case.read", insert: "file.upload", delete: "file.upload" }, fresh, self: ["account"] },
    "file (of staff)": { kind: "place", table: "file", where: (made) => `id = (SELECT photo_id FROM staff_member WHERE id = '${made.member}')`, rights: { select: "" }, only: ["select"] },
    "file (in the name of another)": { kind: "place", table: "file", where: (made) => `id = '${made.file}'`, rights: { insert: "file.upload" }, fresh: () => ({ id: uuid(), account: kNobody }), only: ["insert"] },
    "job": { kind: "county_open", where: () => "kind = 'x'", rights: {}, fresh },
    "job (of the whole county)": { kind: "county", table: "job", where: () => "kind = 'x'", rights: { select: "case.read", update: "case.read", delete: "case.read" }, only: ["select", "update", "delete"] },
    "matter": ofMatter("code = '010101'", () => ({ id: uuid(), code: "0101019999" })),
    "matter_catalogue": ofMatter("true", () => ({})),
    "matter_class": ofMatter("true", () => ({ code: "99" })),
    "matter_limit": ofMatter("true", () => ({ stage: "sign" })),
    "matter_subclass": ofMatter("true", () => ({ code: "9999" })),
    "matter_unit": ofMatter("true", () => ({ position: 99 })),
    "post": { kind: "place", where: () => here, rights: edit("staff.edit"), fresh },
    "post_away": { kind: "place", where: () => here, rights: edit("staff.edit"), fresh: () => ({ id: uuid(), away_from: "2050-01-01", away_to: "2050-02-01" }) },
    "post_holding": { kind: "place", where: () => here, rights: edit("staff.edit"), fresh: () => ({ id: uuid(), valid_from: "2050-01-01" }) },
    "role_grant (own)": { ...ofAccount("account_id"), table: "role_grant", only: ["select"] },
    "role_grant": { kind: "place", where: granted, rights: edit("grant.edit", "grant.read"), duties: duty("grants"), fresh: () => ({ id: uuid(), valid_from: "2050-01-01" }), self: ["granted_by"] },
    "role_grant (to oneself)": { kind: "place", table: "role_grant", where: granted, rights: edit("grant.edit", "grant.read"), duties: duty("grants"), fresh: () => ({ id: uuid(), valid_from: "2050-01-01" }), self: ["granted_by", "account_id"], only: ["insert"] },
    "role_grant (in the name of another)": { kind: "place", table: "role_grant", where: granted, rights: edit("grant.edit", "grant.read"), duties: duty("grants"), fresh: () => ({ id: uuid(), valid_from: "2050-01-01", granted_by: kNobody }), only: ["insert"] },
    "session": ofAccount("account_id", { fresh: () => ({ id: uuid(), token_hash: "\\x00" }) }),
    "session (administration)": { kind: "place", table: "session", where: (made, sql) => `account_id = (${sql.account})`, rights: edit("account.edit", "account.read"), duties: duty("accounts"), only: ["select", "update"] },
    "snapshot_version": { kind: "county_open", where: () => "true", rights: {}, fresh: () => ({ name: "other" }) },
    "staff_handover": { kind: "place", where: () => here, rights: edit("staff.edit", "staff.edit"), duties: duty("staff_record"), fresh, self: ["written_by"] },
    "staff_handover (in the name of another)": { kind: "place", table: "staff_handover", where: () => here, rights: edit("staff.edit"), duties: duty("staff_record"), fresh: () => ({ id: uuid(), written_by: kNobody }), only: ["insert"] },
    "staff_meeting": { kind: "place", where: () => here, rights: edit("meeting.edit", "staff.read"), duties: duty("staff_meeting"), fresh, self: ["written_by"] },
    "staff_meeting (in the name of another)": { kind: "place", table: "staff_meeting", where: () => here, rights: edit("meeting.edit"), duties: duty("staff_meeting"), fresh: () => ({ id: uuid(), written_by: kNobody }), only: ["insert"] },
    "staff_record": { kind: "place", where: () => here, rights: edit("staff.edit", "staff.edit"), duties: duty("staff_record"), fresh, self: ["written_by"] },
    "staff_record (without its duty)": { kind: "place", table: "staff_record", where: () => here, rights: edit("staff.edit", "staff.edit"), fresh, self: ["written_by"] },
    "staff_record (in the name of another)": { kind: "place", table: "staff_record", where: () => here, rights: edit("staff.edit"), duties: duty("staff_record"), fresh: () => ({ id: uuid(), written_by: kNobody }), only: ["insert"] },
    "staff_record_past": { kind: "place", where: () => here, rights: edit("staff.edit", "staff.edit"), duties: duty("staff_record"), fresh: () => ({ version: 99 }) },
    "staff_setting": { kind: "county", where: () => "true", rights: edit("setting.edit") },
    "staff_member": { kind: "place", where: (made) => `id = '${made.member}'`, rights: edit("staff.edit"), fresh: () => ({ id: uuid(), account_id: null }) },
    "territory": { kind: "place", where: () => here, rights: edit("territory.edit"), fresh: () => ({ id: uuid(), code: "371323101204777100" }) },
    "territory_past": { kind: "place", where: () => here, rights: edit("territory.edit"), fresh: () => ({ valid_from: "2001-01-01" }) },
    "territory_plan": { kind: "town", where: (made) => `id = '${made.plan}'`, rights: edit("territory.edit", "territory.read"), fresh },
    "territory_plan_change": { kind: "town", where: (made) => `plan_id = '${made.plan}'`, rights: edit("territory.edit", "territory.read"), fresh: () => ({ no: 99 }) },
    "territory_plan_step": { kind: "town", where: (made) => `plan_id = '${made.plan}'`, rights: edit("territory.edit", "territory.read"), fresh: () => ({ no: 99 }), self: ["account"] },
    "territory_setting": { kind: "county", where: () => "true", rights: edit("territory.edit") },
    // Others' notes are read by whoever leads there, and written by nobody.
    "work_log": { kind: "place", where: () => here, rights: edit("work_log.read", "work_log.read"), duties: duty("work_log"), fresh },
    "unit": { kind: "place", where: () => `${here} AND name = 'unit'`, rights: edit("unit.edit"), fresh },
};
