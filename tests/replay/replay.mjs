// Sends real requests through the whole loop over HTTP while a simulated clock runs, and compares
// what the server then holds with the file. See docs/replay.md.
import { randomBytes } from "node:crypto";

import { ClockedServer, Refused } from "./server.mjs";
import { catalogueOf, channels, countBy, kUnknown, unitsOf } from "./requests.mjs";

const kCounty = "440310";
const kMinute = 60_000;
const kDay = 24 * 60 * kMinute;
const kBucket = 30 * kMinute; // requests and steps of half an hour are sent side by side
const kAtOnce = 8;
const kMostGrants = 90; // of one account; the server allows 100

/** A UUIDv7 of that moment. */
function uuid(at) {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(at.getTime(), 0, 6);
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = bytes.toString("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

async function inParallel(jobs, work) {
    const queue = jobs.values();
    const worker = async () => {
        for (const job of queue) await work(job);
    };
    await Promise.all(Array.from({ length: kAtOnce }, worker));
}

/** Catalogue, units, one grid without a polygon in every community, rights of the handlers. */
async function setUp(server, rows) {
    const now = new Date("2018-02-01T00:00:00Z");
    const until = new Date("2019-01-31T00:00:00Z").toISOString();
    const signIn = (name) => server.caller().signIn(name, until);
    const system = await signIn("system");
    const security = await signIn("security");
    const catalogue = catalogueOf(rows);
    await system.post("/api/v1/matters/import", catalogue.file);
    const under = async (node) => {
        const target = `/api/v1/territory?parent=${encodeURIComponent(node.path)}`;
        return (await system.get(target)).items;
    };
    const [county] = (await system.get("/api/v1/territory")).items;
    const streets = await under(county);
    const villages = (await Promise.all(streets.map(under))).flat();

    const grids = new Map();
    for (const node of villages) {
        const made = await system.post("/api/v1/territory", {
            id: uuid(now),
            parent_id: node.id,
            name: "第一网格",
            level: "grid",
            kind: "general",
        });
        grids.set(node.name.replace(/居委会$/, ""), made.path);
    }

    const units = new Map();
    const handlers = [];
    for (const name of ["handler1", "handler2"]) {
        const caller = server.caller();
        handlers.push(await caller.signIn(name, until));
    }
    let number = 0;
    for (const name of unitsOf(rows)) {
        const handler = handlers[Math.floor(number++ / kMostGrants)];
        const id = uuid(now);
        await system.post("/api/v1/units", {
            id,
            node_id: county.id,
            name,
            short_name: "",
            kind: "department",
            phone: "",
            duties: "",
        });
        await security.post("/api/v1/grants", {
            id: uuid(now),
            account_id: handler.account,
            role: "handler",
            unit_id: id,
            valid_from: now.toISOString(),
        });
        units.set(name, { id, handler });
    }
    for (const [index, name] of ["handler1", "handler2"].entries())
        Object.assign(handlers[index], await signIn(name));
    const matters = matterIds(await system.get("/api/v1/matters"));
    return { catalogue, county, grids, units, matters, centre: await signIn("centre") };
}

function matterIds(tree) {
    const ids = new Map();
    const walk = (value) => {
        if (Array.isArray(value)) value.forEach(walk);
        else if (value && typeof value === "object") {
            if (value.id && value.code) ids.set(value.code, value.id);
            Object.values(value).forEach(walk);
        }
    };
    walk(tree);
    return ids;
}

/** The steps of one request after its report: who, what, and how long after the step before. */
function scriptOf(row, world) {
    const { centre } = world;
    const unit = world.units.get(row.unit);
    if (!unit) return [{ by: centre, action: "accept", after: 20 * kMinute, body: {} }]; // nobody to send it to
    const handling = row.overdue === "yes" ? 20 * kDay : 2 * kDay;
    const script = [
        { by: centre, action: "assign", after: 20 * kMinute, body: { unit: unit.id } },
        { by: unit.handler, action: "sign", after: 2 * 60 * kMinute, body: {} },
    ];
    if (row.overdue === kUnknown) return script; // whether it was ever handled, the file does not say
    const note = { text: "回放" };
    return script.concat([
        { by: unit.handler, action: "handle", after: handling, body: note },
        { by: centre, action: "verify_pass", after: 30 * kMinute, body: {} },
        { by: centre, action: "answer", after: 30 * kMinute, body: note },
        { by: centre, action: "close", after: 30 * kMinute, body: {} },
        {
            by: centre,
            action: "follow_up",
            after: kDay,
            body: { solved: "not_reached", satisfied: "not_reached" },
        },
        { by: centre, action: "archive", after: kDay, body: {} },
    ]);
}

function report(row, world) {
    return {
        id: row.id,
        step_id: uuid(row.at),
        channel: channels[row.source],
        matter: world.matters.get(world.catalogue.codeOf(row)),
        description: `${row.sub}（${row.kind}）`,
        path: world.grids.get(row.community) ?? world.county.path,
        received_at: row.at.toISOString(),
        outside_no: `${row.source} ${row.no}`,
    };
}

/** Everything that happens, by half hours; calls `done` after each with the number of requests. */
async function play(server, rows, world, done) {
    const buckets = new Map();
    const put = (at, job) => {
        const slot = Math.ceil(at / kBucket) * kBucket;
        if (!buckets.has(slot)) buckets.set(slot, []);
        buckets.get(slot).push(job);
    };
    const figures = { requests: 0, refusals: new Map() };
    const next = (row, script, stepNo, at) => {
        const [step, ...rest] = script;
        if (!step) return;
        put(at + step.after, async (now) => {
            const answer = await act(row, step, stepNo, now, figures);
            if (answer) next(row, rest, answer.step_no, now);
        });
    };
    for (const row of rows) {
        row.id = uuid(row.at);
        put(row.at.getTime(), async (now) => {
            figures.requests += 1;
            const receipt = await world.centre.post("/api/v1/cases", report(row, world));
            next(row, scriptOf(row, world), receipt.step_no, now);
        });
    }
    let timed = 0;
    while (buckets.size > 0) {
        const slot = Math.min(...buckets.keys());
        const jobs = buckets.get(slot);
        buckets.delete(slot);
        await server.setClock(new Date(slot));
        if (slot - timed >= kDay) {
            await server.runTimers();
            timed = slot;
        }
        await inParallel(jobs, (job) => job(slot));
        done(slot, figures);
    }
    return figures;
}

/** One step; when a timer was faster, the same step after the timer's. */
async function act(row, step, stepNo, now, figures) {
    for (let expected = stepNo, attempt = 0; attempt < 4; ++attempt) {
        figures.requests += 1;
        try {
            return await step.by.post(`/api/v1/cases/${row.id}/steps/${step.action}`, {
                step_id: uuid(new Date(now)),
                expected_step: expected,
                ...step.body,
            });
        } catch (problem) {
            if (!(problem instanceof Refused)) throw problem;
            const code = `${step.action}: ${problem.problem?.type ?? problem.status}`;
            figures.refusals.set(code, (figures.refusals.get(code) ?? 0) + 1);
            if (problem.status !== 409) throw problem;
            expected = (await step.by.get(`/api/v1/cases/${row.id}`)).step_no;
        }
    }
    throw new Error(`${step.action} of ${row.no}: refused four times`);
}

/** Every case that the server has, by id. */
async function readBack(world) {
    const found = new Map();
    for (const view of ["open", "done"]) {
        let after = "";
        do {
            const page = await world.centre.get(`/api/v1/cases?view=${view}&limit=100${after}`);
            for (const item of page.items) found.set(item.id, item);
            after = page.next ? `&after=${encodeURIComponent(page.next)}` : "";
        } while (after);
    }
    return found;
}

/** [what, expected, found] of everything that differs. */
function differences(rows, cases, world) {
    const wrong = [];
    const compare = (what, expected, found) => {
        for (const key of new Set([...expected.keys(), ...found.keys()]))
            if ((expected.get(key) ?? 0) !== (found.get(key) ?? 0))
                wrong.push([`${what} ${key}`, expected.get(key) ?? 0, found.get(key) ?? 0]);
    };
    const held = rows
        .filter((row) => cases.has(row.id))
        .map((row) => ({ row, item: cases.get(row.id) }));
    if (cases.size !== rows.length) wrong.push(["cases", rows.length, cases.size]);
    const place = (item) => item.grid_name.split(" / ").map((name) => name.replace(/居委会$/, ""));
    const street = ({ item }) => place(item).find((name) => name.endsWith("街道")) ?? kUnknown;
    const community = ({ item }) => place(item).find((name) => name.endsWith("社区")) ?? kUnknown;
    compare(
        "street",
        countBy(rows, (row) => row.street),
        countBy(held, street),
    );
    compare(
        "community",
        countBy(rows, (row) => row.community),
        countBy(held, community),
    );
    compare(
        "channel",
        countBy(rows, (row) => channels[row.source]),
        countBy(held, ({ item }) => item.channel),
    );
    compare(
        "unit",
        countBy(rows, (row) => row.unit),
        countBy(held, ({ item }) => item.unit_name || kUnknown),
    );
    const names = new Map();
    for (const each of world.catalogue.file.classes)
        for (const sub of each.subclasses)
            for (const matter of sub.matters) names.set(matter.code, matter.name_zh);
    compare(
        "matter",
        countBy(rows, (row) => names.get(world.catalogue.codeOf(row))),
        countBy(held, ({ item }) => item.matter_name),
    );
    return wrong;
}

/** Counts by class, asked of the server matter by matter: a name may stand in two classes. */
async function classDifferences(rows, world) {
    const wrong = [];
    for (const each of world.catalogue.file.classes) {
        let found = 0;
        for (const sub of each.subclasses)
            for (const matter of sub.matters)
                for (const view of ["open", "done"]) {
                    let after = "";
                    do {
                        const page = await world.centre.get(
                            `/api/v1/cases?view=${view}&limit=100&matter=${world.matters.get(matter.code)}${after}`,
                        );
                        found += page.items.length;
                        after = page.next ? `&after=${encodeURIComponent(page.next)}` : "";
                    } while (after);
                }
        const expected = rows.filter((row) => row.class === each.name_zh).length;
        if (expected !== found) wrong.push([`class ${each.name_zh}`, expected, found]);
    }
    return wrong;
}

/** Replays these rows; answers the list of differences and the figures. */
export async function replay(binary, rows) {
    const server = await ClockedServer.start(binary, kCounty);
    try {
        const world = await setUp(server, rows);
        const started = Date.now();
        let told = 0;
        const figures = await play(server, rows, world, (slot, so) => {
            if (Date.now() - told < 5_000) return;
            told = Date.now();
            console.log(`  ${new Date(slot).toISOString().slice(0, 10)}  ${so.requests} requests`);
        });
        const seconds = (Date.now() - started) / 1000;
        const cases = await readBack(world);
        const wrong = differences(rows, cases, world).concat(await classDifferences(rows, world));
        const path = encodeURIComponent(kCounty);
        const from = "2018-02-01T00:00:00Z",
            to = "2019-01-31T00:00:00Z";
        const { counts } = await world.centre.get(
            `/api/v1/cases/figures?path=${path}&from=${from}&to=${to}`,
        );
        const inTime = rows.filter((row) => row.overdue === "no" && row.unit !== kUnknown).length;
        if (counts.received !== rows.length) wrong.push(["received", rows.length, counts.received]);
        if (counts.handled_in_time !== inTime)
            wrong.push(["handled in time", inTime, counts.handled_in_time]);
        return { rows: rows.length, seconds, figures, wrong, counts };
    } finally {
        await server.stop();
    }
}
