// Asks every operation as every role from every place, and says who was let in.
import { caseOperations } from "./case_operations.mjs";
import { countyOperations } from "./county_operations.mjs";
import { columns, grantsOf, kOnlyOfCases, loginOf, placesOf } from "./people.mjs";
import { personOperations } from "./person_operations.mjs";
import { placeOperations } from "./place_operations.mjs";
import { publicOperations } from "./public_operations.mjs";
import { isOfCases } from "./table.mjs";
import { Caller } from "../small_county/caller.mjs";
import { kCounty, kPassword, kVillage } from "../small_county/small_county.mjs";

export const specs = {
    ...caseOperations, ...placeOperations, ...personOperations, ...countyOperations,
    ...publicOperations,
};

/** Where the object lies, seen from the place for which the role was granted: own, below, beside,
 *  above, or in another county. */
const kRelations = {
    place: { o: ["here"], b: ["above", "county"], s: ["beside"], a: ["below"], x: ["other"] },
    town: { o: ["above"], b: ["county"], a: ["here", "beside", "below"], x: ["other"] },
    county: { o: ["county"], a: ["above", "here"], x: ["other"] },
    map: { o: ["county", "above", "here", "beside", "below"], x: ["other"] },
    free: { o: ["county", "above", "here", "beside", "below", "other"] },
    public: { o: ["county", "above", "here", "beside", "below", "other"] },
    once: { o: ["other"] },
    own: { o: ["twin"], s: ["beside"], x: ["other"] },
};

const columnsOf = (row) => columns.filter((one) => isOfCases(row) || !kOnlyOfCases.includes(one));

/** The cells of a row: {column, letter, place}; a place that a role cannot have makes none. */
export function cellsOf(row) {
    const spec = specs[row];
    const cells = [];
    for (const column of columnsOf(row))
        for (const [letter, places] of Object.entries(kRelations[spec.kind]))
            for (const place of places) {
                const there = place === "twin" || placesOf(column).includes(place);
                if (there && !(spec.alone && letter !== "o")) cells.push({ column, letter, place });
            }
    return cells;
}

let number = 0;

/** The county as the operations see it: with what only the matrix asks of it. */
export function worldOf(county) {
    county.again = async (owner) => {
        const other = new Caller(county.server);
        return other.signIn(owner.login, kPassword);
    };
    county.twin = async (column) => {
        const place = placesOf(column).includes("here") ? "here" : "county";
        const login = `twin${++number}.${column}`.slice(0, 32);
        await county.addAccount(login, kCounty, kVillage);
        for (const [role, where] of grantsOf(column, place))
            await county.grant(login, kCounty, role, where);
        const caller = await new Caller(county.server).signIn(login, kPassword);
        county.people.set(login, caller);
        return caller;
    };
    return county;
}

async function permissionsOf(caller) {
    caller.permissions ??= (await caller.get("/api/v1/session")).permissions;
}

/** "in", "out", or what was wrong with the question. */
async function ask(world, spec, object, asker, letter) {
    if (spec.local && letter === "x") {
        const before = await ownRows(world);
        const verdict = await ask(world, { ...spec, local: false }, object, asker);
        return verdict === "in" && before === (await ownRows(world)) ? "out" : verdict;
    }
    if (spec.needsPermissions && asker.account) await permissionsOf(asker);
    const { method, target, ...rest } = spec.ask(world, object, asker);
    const answer = await asker.send(method, target, rest);
    answer.stream?.destroy();
    if (answer.status < 400) {
        const shown = !spec.shows || (await spec.shows(answer, object, world, asker));
        return shown ? "in" : "out";
    }
    if (answer.status === 401 && !asker.account) return "out";
    if (answer.status === 403 || answer.status === 404) return "out";
    if (spec.hidden?.includes(answer.body?.code)) return "out";
    // Refused for what it is, which is told to nobody who is not let in.
    if (spec.admits?.includes(answer.body?.code)) return "in";
    return `${answer.status} ${answer.text.slice(0, 300)}`;
}

/** Somebody signed out, who knows no more than a name when signing in is the question. */
function stranger(world) {
    const nobody = world.nobody;
    nobody.login = "reporter";
    nobody.permissions = [];
    return nobody;
}

const makeFor = (world, spec, owner) => spec.make?.(world, owner) ?? {};
const spends = (spec, row) => spec.spends ?? !row.startsWith("GET ");

const kSessions = `SELECT 'session', md5(string_agg(
    id::text || coalesce(ended_at::text, ''), '|' ORDER BY id)) FROM session`;
/** The last of these tell how far a job is that somebody who is let in has asked for. */
const kUnwatched = ["session", "audit_entry", "audit_pending", "audit_seal", "case_number", "spatial_ref_sys", "job", "case_export"];

/** A statement that answers a digest of every table, except those in which a refusal may leave its
 *  trace; `where` chooses rows. */
async function digestsOf(world, unwatched, where) {
    const row = `SELECT %L, md5(coalesce(string_agg(t::text, $$|$$ ORDER BY t::text), $$$$)) FROM %I t ${where}`;
    return world.database.one(`
        SELECT string_agg(format('${row}', relname, relname), ' UNION ALL ' ORDER BY relname)
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
          AND relname <> ALL ('{${unwatched.join(",")}}')`);
}

async function digests(world) {
    world.watched ??= await digestsOf(world, kUnwatched, "");
    return new Map(await world.database.rows(`${world.watched} UNION ALL ${kSessions}`));
}

/** What the first county has in all tables: whoever is elsewhere changes none of it. */
async function ownRows(world) {
    const unwatched = [...kUnwatched, "role", "schema_migration"];
    world.ofCounty ??= await digestsOf(world, unwatched, `WHERE county = $$${kCounty}$$`);
    return JSON.stringify(await world.database.rows(world.ofCounty));
}

function changedTables(before, after) {
    return [...after].filter(([table, digest]) => before.get(table) !== digest).map(([table]) => table);
}

async function oneByOne(items, work) {
    for (const item of items) await work(item);
}

async function eightAtATime(items, work) {
    const queue = items.values();
    const hand = async () => {
        for (const item of queue) await work(item);
    };
    await Promise.all(Array.from({ length: 8 }, hand));
}

export class Row {
    constructor(world, name) {
        Object.assign(this, { world, name, spec: specs[name], faults: [] });
    }

    askerOf({ column, place }) {
        return this.world.person(loginOf(column, place));
    }

    /** What each cell is, on an object of its own: to write the table anew. */
    async observe() {
        const seen = new Map();
        for (const column of columnsOf(this.name)) {
            const letters = new Map();
            for (const cell of cellsOf(this.name).filter((one) => one.column === column)) {
                const owner = this.spec.twin || this.spec.kind === "own" ? await this.world.twin(column) : undefined;
                const object = await makeFor(this.world, this.spec, owner);
                const asker = cell.place === "twin" ? owner : this.askerOf(cell);
                const verdict = await ask(this.world, this.spec, object, asker, cell.letter);
                if (verdict !== "in" && verdict !== "out") this.faults.push(`${column} ${cell.place}: ${verdict}`);
                const so = letters.get(cell.letter) ?? verdict;
                if (so !== verdict) this.faults.push(`${column}: ${cell.letter} differs by place`);
                letters.set(cell.letter, verdict);
            }
            seen.set(column, [...letters].filter(([, verdict]) => verdict === "in").map(([letter]) => letter).join(""));
        }
        const owner = this.spec.kind === "own" ? await this.world.twin("dispatcher") : undefined;
        const object = await makeFor(this.world, this.spec, owner);
        const signedOut = (await ask(this.world, this.spec, object, stranger(this.world))) === "in";
        return { seen, signedOut };
    }

    /** Compares every cell with the declared row. */
    async check(declaredRow) {
        this.asked = 0;
        const byOwner = this.spec.kind === "own";
        const groups = byOwner ? columnsOf(this.name).map((one) => [one]) : [columnsOf(this.name)];
        this.allowed = 0;
        for (const group of groups) await this.#checkGroup(declaredRow, group);
        if (this.allowed === 0) this.faults.push("nobody may, so nothing is proved");
    }

    async #checkGroup(declaredRow, group) {
        const { world, spec } = this;
        const cells = cellsOf(this.name).filter((cell) => group.includes(cell.column));
        const isAllowed = (cell) => declaredRow.cells.get(cell.column).includes(cell.letter);
        const owner = spec.kind === "own" ? await world.twin(group[0]) : undefined;
        const object = await makeFor(world, spec, owner);
        const refused = cells.filter((cell) => !isAllowed(cell));
        const isElsewhere = (cell) => spec.local && cell.letter === "x";
        for (const cell of refused.filter(isElsewhere)) await this.#expect(cell, "out", object, owner);
        const before = await digests(world);
        await eightAtATime(refused.filter((one) => !isElsewhere(one)), (cell) =>
            this.#expect(cell, "out", object, owner));
        if (!declaredRow.signedOut) await this.#expectStranger("out", object);
        const changed = changedTables(before, await digests(world));
        if (changed.length) this.faults.push(`refusals changed ${changed.join(", ")}`);
        // The first who may do it does it with what the others were refused: so it could be done.
        const [first, ...others] = cells.filter(isAllowed);
        if (first) await this.#expect(first, "in", object, owner);
        const again = async () => (spends(spec, this.name) ? makeFor(world, spec, owner) : object);
        // Territory and the like is one thing that everybody edits: there one would be too late.
        const each = isOfCases(this.name) && spec.kind === "place" ? eightAtATime : oneByOne;
        await each(others, async (cell) => this.#expect(cell, "in", await again(), owner));
        if (declaredRow.signedOut) await this.#expectStranger("in", await again());
        this.allowed += cells.filter(isAllowed).length;
    }

    async #expect(cell, expected, object, owner) {
        const asker = cell.place === "twin" ? owner : this.askerOf(cell);
        const verdict = await ask(this.world, this.spec, object, asker, cell.letter);
        ++this.asked;
        if (verdict !== expected)
            this.faults.push(`${cell.column} (${cell.letter}, ${cell.place}): ${verdict} instead of ${expected}`);
    }

    async #expectStranger(expected, object) {
        const verdict = await ask(this.world, this.spec, object, stranger(this.world));
        ++this.asked;
        if (verdict !== expected) this.faults.push(`signed out: ${verdict} instead of ${expected}`);
    }
}
