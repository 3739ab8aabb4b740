// The doors for strangers, misused: guessed codes, guessed tails, floods, files that are none, other
// sites. Over HTTP against a real server. Called by ./test; the last line is "N passed, N failed".
import assert from "node:assert/strict";
import process from "node:process";

import { photo } from "../rights/case_operations.mjs";
import { closeConnections } from "../small_county/caller.mjs";
import { kVillage, SmallCounty, uuid } from "../small_county/small_county.mjs";

const kPhone = "13800005678";
const kNoCode = "2026-999999-9";
const reader = new Map([["worker", [["grid_worker", kVillage]]]]);

/** A form of text fields and photos. */
function form(fields, photos = []) {
    const edge = "----jingwei-portal-edge";
    const parts = Object.entries(fields).map(([name, value]) =>
        Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
    for (const bytes of photos) {
        parts.push(Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="photo"; filename="1.png"\r\nContent-Type: image/png\r\n\r\n`), bytes, Buffer.from("\r\n"));
    }
    return { type: `multipart/form-data; boundary=${edge}`, bytes: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]) };
}

const base = (world) => ({
    id: uuid(), step_id: uuid(), description: "路灯不亮三天了", matter: world.matter,
    grid: world.nodes.get(kVillage).code, phone: kPhone, name: "王小明",
});
const report = (world, fields = {}, photos = [], headers = {}) =>
    world.nobody.send("POST", "/api/v1/public/reports", { form: form({ ...base(world), ...fields }, photos), headers });
const follow = (world, code, tail, headers = {}, receipt = undefined) =>
    world.nobody.send("POST", "/api/v1/public/follow", { body: { code, tail, receipt }, headers });

const kResidents = "00000000-0000-8000-8000-000000000001";
const kMostFilesADay = 20_000;
const filesOf = async (world) => Number(await world.database.one(`SELECT count(*) FROM file WHERE account = '${kResidents}'`));

/** The rest of a receipt, as its address carries it. */
function receiptOf({ url, mark }) {
    const said = new URL(url).searchParams;
    return { at: Number(said.get("at")), by: said.has("by") ? Number(said.get("by")) : null, mark };
}

/** All that an answer says but its number. */
const said = ({ status, body }) => JSON.stringify({ status, ...body, request_id: "" });

const tests = {
    async "the same report twice is one case with one receipt"(world) {
        const ids = { id: uuid(), step_id: uuid() };
        const first = await report(world, ids);
        const second = await report(world, ids);
        assert.equal(first.status, 200, first.text);
        assert.equal(second.text, first.text);
        world.code = first.body.code;
        world.receipt = receiptOf(first.body);
        assert.ok(first.body.answer_due_at);
    },
    async "a report without a phone gets a receipt that promises no answer"(world) {
        const { phone: _phone, name: _name, ...fields } = base(world);
        const answer = await world.nobody.send("POST", "/api/v1/public/reports", { form: form(fields) });
        assert.equal(answer.status, 200, answer.text);
        assert.equal(answer.body.answer_due_at, null);
        assert.doesNotMatch(answer.body.url, /by=/);
    },
    async "a receipt holds as it was given and in no other way"(world) {
        const { body } = await report(world);
        const query = new URL(body.url).search;
        const genuine = async (search) => (await world.nobody.get(`/api/v1/public/receipts/check${search}`)).genuine;
        assert.equal(await genuine(query), true);
        assert.equal(await genuine(query.replace(/at=\d+/, "at=1")), false);
        assert.equal(await genuine(query.replace(/by=\d+/, "by=1")), false);
        assert.equal(await genuine(query.replace(/&by=\d+/, "")), false);
        assert.equal(await genuine(query.replace(/mark=.*/, "mark=1.00")), false);
    },
    async "what is told names nobody and repeats nothing of the report"(world) {
        const answer = await follow(world, world.code, kPhone.slice(-4));
        assert.equal(answer.status, 200, answer.text);
        assert.doesNotMatch(answer.text, /王小明|1380000|三天了/);
        assert.equal(answer.body.state, "received");
    },
    async "a code may be typed without its hyphens"(world) {
        assert.equal((await follow(world, world.code.replaceAll("-", ""), kPhone.slice(-4))).status, 200);
    },
    async "nobody learns whether a code exists"(world) {
        const wrongTail = await follow(world, world.code, "0000");
        const noCode = await follow(world, kNoCode, "0000");
        assert.equal(wrongTail.status, 404);
        assert.equal(said(noCode), said(wrongTail));
        // Masked numbers are no tail.
        assert.equal(said(await follow(world, world.code, "****")), said(wrongTail));
        const judged = await world.nobody.send("POST", "/api/v1/public/verdicts", {
            body: { code: world.code, tail: "0000", step_id: uuid(), expected_step: 1, solved: true, satisfied: true },
        });
        assert.equal(said(judged), said(wrongTail));
    },
    async "a resident may not judge what nobody has closed"(world) {
        const answer = await world.nobody.send("POST", "/api/v1/public/verdicts", {
            body: { code: world.code, tail: kPhone.slice(-4), step_id: uuid(), expected_step: 1, solved: true, satisfied: true },
        });
        assert.equal(answer.status, 409, answer.text);
        assert.equal(answer.body.code, "case_wrong_state");
    },
    async "a file that is no photo, a file too large and a fourth photo are refused"(world) {
        const none = await report(world, {}, [Buffer.from("not a picture at all")]);
        assert.ok(none.status === 400 || none.status === 415, none.text);
        const large = await report(world, {}, [Buffer.alloc(12_000_001, 1)]);
        assert.equal(large.status, 413, large.text);
        const many = await report(world, {}, Array.from({ length: 4 }, () => Buffer.from("x")));
        assert.ok(many.status === 413 || many.status === 400, many.text);
    },
    async "nothing is kept of a report that is refused"(world) {
        const before = await filesOf(world);
        for (const [fields, photos, code] of [
            [{}, [photo(), Buffer.from("%PDF-1.4\n%%EOF\n")], "portal_photo_no_photo"],
            [{ matter: uuid() }, [photo()], "case_matter_unknown"],
            [{ grid: "nowhere" }, [photo()], "portal_grid_unknown"],
        ]) {
            const answer = await report(world, fields, photos);
            assert.equal(answer.status, 400, answer.text);
            assert.equal((answer.body.errors?.[0] ?? answer.body).code ?? answer.body.code, code, answer.text);
        }
        assert.equal(await filesOf(world), before);
    },
    async "when residents have sent all the photos of a day, a report is taken without its own and says so"(world) {
        const kept = await report(world, {}, [photo()]);
        assert.equal(kept.status, 200, kept.text);
        assert.equal(kept.body.photos_left_out, 0);
        await world.database.rows(`INSERT INTO file (county, id, account, name, sha256, media_type, bytes, width, height, uploaded_at)
            SELECT '${kVillage.slice(0, 6)}', gen_random_uuid(), '${kResidents}', 'full', repeat('0', 64), 'image/jpeg', 1, 1, 1, now()
            FROM generate_series(1, ${kMostFilesADay})`);
        const answer = await report(world, {}, [photo(), photo()]);
        await world.database.rows("DELETE FROM file WHERE name = 'full'");
        assert.equal(answer.status, 200, answer.text);
        assert.equal(answer.body.photos_left_out, 2);
        assert.ok(answer.body.code);
    },
    async "a position is on the earth, and where nothing is drawn the county's desk takes it in"(world) {
        for (const [lon, lat, field] of [["181", "35", "/lon"], ["118", "-90.5", "/lat"], ["1e300", "35", "/lon"], ["nan", "35", "/lon"], ["118", "inf", "/lat"]]) {
            const answer = await report(world, { lon, lat });
            assert.equal(answer.status, 400, `${lon} ${lat}: ${answer.text}`);
            assert.equal(answer.body.errors[0].field, field);
            assert.equal((await world.nobody.send("GET", `/api/v1/public/grids?lon=${lon}&lat=${lat}`)).status, 400);
        }
        const { grid: _grid, ...fields } = base(world);
        const answer = await world.nobody.send("POST", "/api/v1/public/reports", { form: form({ ...fields, lon: "100", lat: "20" }) });
        assert.equal(answer.status, 200, answer.text);
    },
    async "texts have an end and a beginning"(world) {
        for (const [name, value] of [["description", "x"], ["description", "长".repeat(2001)], ["phone", "123"], ["phone", "-------"], ["phone", "call me at 7"], ["name", "长".repeat(61)], ["grid", "no such grid"]]) {
            const answer = await report(world, { [name]: value });
            assert.equal(answer.status, 400, `${name}: ${answer.text}`);
            assert.equal(answer.body.errors[0].field, `/${name}`);
        }
    },
    async "another site cannot make its readers report or judge"(world) {
        const elsewhere = { "Sec-Fetch-Site": "cross-site" };
        assert.equal((await report(world, {}, [], elsewhere)).status, 403);
        assert.equal((await follow(world, world.code, kPhone.slice(-4), elsewhere)).status, 403);
        assert.equal((await follow(world, world.code, kPhone.slice(-4), { "Sec-Fetch-Site": "same-origin" })).status, 200);
    },
    async "the redirect of a board leads nowhere else"(world) {
        const answer = await world.nobody.send("GET", "/grids/371323101204001");
        assert.equal(answer.status, 303);
        assert.equal(answer.headers.location, "/portal/grids/371323101204001");
        for (const code of ["%2F%2Fevil.example", "a%0d%0ab", "..%5c"]) {
            assert.equal((await world.nobody.send("GET", `/grids/${code}`)).status, 404, code);
        }
    },
    async "wrong tails lock the code for this address, known or not, and the right one too"(world) {
        for (const code of [world.code, kNoCode]) {
            let answer;
            for (let tries = 0; tries < 6; ++tries) answer = await follow(world, code, "1111");
            assert.equal(answer.status, 429, answer.text);
            assert.equal(answer.body.code, "portal_locked");
            assert.ok(Number(answer.headers["retry-after"]) > 60);
        }
        assert.equal((await follow(world, world.code, kPhone.slice(-4))).status, 429);
    },
    async "whoever holds the receipt waits for no lock, and needs the tail all the same"(world) {
        const holding = (tail, receipt) => follow(world, world.code, tail, {}, receipt);
        assert.equal((await holding(kPhone.slice(-4), world.receipt)).status, 200);
        assert.equal((await holding("0000", world.receipt)).status, 404);
        assert.equal((await holding(kPhone.slice(-4), { ...world.receipt, mark: "1.00" })).status, 429);
        let answer;
        for (let tries = 0; tries < 11; ++tries) answer = await holding("0000", world.receipt);
        assert.equal(answer.status, 429);
        assert.equal(answer.body.code, "portal_locked");
    },
    async "a flood of reports is told to wait"(world) {
        let answer;
        for (let tries = 0; tries < 40; ++tries) {
            answer = await report(world, { description: "x" });
            if (answer.status === 429) break;
        }
        // What is refused for its form costs little and is not counted; what is well formed is.
        for (let tries = 0; answer.status !== 429 && tries < 40; ++tries) answer = await report(world, { grid: "nowhere" });
        assert.equal(answer.status, 429);
        assert.equal(answer.body.code, "portal_too_many");
        assert.ok(Number(answer.headers["retry-after"]) > 60);
    },
};

const tally = { passed: 0, failed: 0 };
const world = await SmallCounty.open("portal", { own: reader, other: new Map() });
try {
    for (const [name, body] of Object.entries(tests)) {
        try {
            await body(world);
            ++tally.passed;
        } catch (fault) {
            ++tally.failed;
            console.log(`FAILED: ${name}\n    ${fault.stack}`);
        }
    }
} finally {
    await world.close();
}
closeConnections();
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
