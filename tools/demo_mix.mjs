#!/usr/bin/env node
// Derives data/demo/mix.json, the distributions that the demo county follows, from 10,000 real
// requests of one district. Rows never leave the source: what fewer than kFloor requests share is
// folded into its parent, units and communities lose their names, everything is a share.
//
//   node tools/demo_mix.mjs            write data/demo/mix.json again
//   node tools/demo_mix.mjs --check    compare the shipped file with the source; 77 = no source here

import { readFileSync, writeFileSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const sourceFile = fileURLToPath(new URL("../shared/data/pingshan/requests_2018.csv", root));
const mixFile = fileURLToPath(new URL("data/demo/mix.json", root));

const kFloor = 10; // fewer requests than this say something about single people
const kSkipped = 77; // what ctest reads as "skipped"
const kDenseFrom = "2018-09-04"; // from here on nearly every day is in the file
const kUnknown = "-";

/** The file's channels by what they are; their local brand names do not ship. */
const channels = {
    "@坪山": "wechat",
    美丽深圳: "city_app",
    12345: "hotline_12345",
    12319: "hotline_12319",
    政府信箱: "mailbox",
    固话投诉: "landline",
};

const kinds = {
    投诉: "complaint",
    咨询: "question",
    建议: "suggestion",
    求决: "plea",
    感谢: "thanks",
    其他: "unknown",
    [kUnknown]: "unknown",
};

/** The file has no quoted cells; a row of another width would mean that it has changed. */
function readRows(text) {
    const [head, ...lines] = text
        .replace(/^\uFEFF/, "")
        .trimEnd()
        .split(/\r?\n/);
    const names = head.split(",");
    return lines.map((line, index) => {
        const cells = line.split(",");
        if (cells.length !== names.length)
            throw new Error(`row ${index + 2}: ${cells.length} cells`);
        return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
    });
}

function request(row) {
    const channel = channels[row.EVENT_SRC_NAME];
    const kind = kinds[row.EVENT_PROPERTY_NAME];
    if (!channel || !kind) throw new Error(`unknown channel or kind in ${row.REC_ID}`);
    const [day, time] = row.CREATE_TIME.split(" ");
    return {
        channel,
        kind,
        class: row.EVENT_TYPE_NAME,
        main: row.MAIN_TYPE_NAME,
        sub: row.SUB_TYPE_NAME.replace("&#40;", "(").replace("&#41;", ")"),
        community: row.COMMUNITY_NAME,
        // One unit under two spellings: "X" and "X（某街道办事处）".
        unit: row.DISPOSE_UNIT_ID,
        day,
        month: Number(day.slice(5, 7)),
        weekday: (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7,
        hour: Number(time.slice(0, 2)),
        overdue: row.OVERTIME_ARCHIVE_NUM === "1",
        judged: row.OVERTIME_ARCHIVE_NUM !== kUnknown,
    };
}

const round = (value, digits = 4) => Number(value.toFixed(digits));

function groups(list, key) {
    const found = new Map();
    for (const one of list) {
        const name = key(one);
        if (!found.has(name)) found.set(name, []);
        found.get(name).push(one);
    }
    return [...found].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}

/** Share of each value of `key`, the largest first; below the floor they count as `other`. */
function shares(list, key) {
    const out = {};
    let other = 0;
    for (const [name, part] of groups(list, key)) {
        if (part.length < kFloor || name === "unknown") other += part.length;
        else out[name] = round(part.length / list.length);
    }
    if (other > 0) out.other = round(other / list.length);
    return out;
}

/** Overdue share, drawn towards `prior` as if 20 more requests had been at it: small classes. */
function overdueRate(list, prior) {
    const judged = list.filter((one) => one.judged);
    const late = judged.filter((one) => one.overdue).length;
    return round((late + 20 * prior) / (judged.length + 20));
}

function level(list, key, slots) {
    const days = Array.from({ length: slots }, () => new Set());
    const counts = new Array(slots).fill(0);
    for (const one of list) {
        days[key(one)].add(one.day);
        counts[key(one)] += 1;
    }
    const perDay = counts.map((count, slot) => (days[slot].size ? count / days[slot].size : 0));
    const mean = perDay.reduce((sum, each) => sum + each, 0) / slots;
    return perDay.map((each) => round(each / mean, 3));
}

function hours(list) {
    const counts = new Array(24).fill(0);
    for (const one of list) counts[one.hour] += 1;
    return counts.map((count) => round(count / list.length));
}

/** Rank shares without names, and s of share ~ rank^-s over the ranks above the floor. */
function rankShape(list, key) {
    const sizes = groups(
        list.filter((one) => key(one) !== kUnknown),
        key,
    ).map(([, part]) => part.length);
    const known = sizes.reduce((sum, size) => sum + size, 0);
    const shown = sizes.filter((size) => size >= kFloor);
    const points = shown.map((size, index) => [Math.log(index + 1), Math.log(size)]);
    const mean = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    const [mx, my] = [mean(0), mean(1)];
    const slope =
        points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) /
        points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
    return {
        count: sizes.length,
        zipf_exponent: round(-slope, 3),
        shares: shown.map((size) => round(size / known)),
        rest: round((known - shown.reduce((sum, size) => sum + size, 0)) / known),
    };
}

function quantiles(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (q) => round(sorted[Math.round(q * (sorted.length - 1))], 3);
    return { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
}

function unitOverdueSpread(list) {
    return quantiles(
        groups(list, (one) => one.unit)
            .filter(([unit, part]) => unit !== kUnknown && part.length >= 2 * kFloor)
            .map(([, part]) => part.filter((one) => one.overdue).length / part.length),
    );
}

/** How often the same subtype came from the same community within the three days before. */
function alikeShare(list) {
    const last = new Map();
    let alike = 0;
    for (const one of [...list].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
        const key = `${one.community}|${one.sub}`;
        const now = Date.parse(one.day);
        if (last.has(key) && now - last.get(key) <= 3 * 86_400_000) alike += 1;
        last.set(key, now);
    }
    return round(alike / list.length);
}

/** Subtypes of one class, the largest first; the small ones only as `other`. */
function subtypes(part) {
    return Object.entries(shares(part, (one) => one.sub)).map(([name, share]) => ({ name, share }));
}

function classEntry([name, part], rows, overall) {
    return {
        name,
        share: round(part.length / rows.length),
        overdue: overdueRate(part, overall),
        channels: shares(part, (one) => one.channel),
        kinds: shares(part, (one) => one.kind),
        subtypes: subtypes(part),
    };
}

function derive(rows) {
    const judged = rows.filter((one) => one.judged);
    const overall = judged.filter((one) => one.overdue).length / judged.length;
    const dense = rows.filter((one) => one.day >= kDenseFrom);
    const days = rows.map((one) => one.day).sort();
    const classes = groups(rows, (one) => one.class).map((each) => classEntry(each, rows, overall));
    const small = classes.filter((each) => each.share * rows.length < kFloor);
    return {
        about: "Distributions only, made by tools/demo_mix.mjs; see README.md in this folder.",
        rows: rows.length,
        from: days[0],
        to: days.at(-1),
        days: new Set(days).size,
        overdue: round(overall),
        overdue_by_channel: Object.fromEntries(
            groups(rows, (one) => one.channel).map(([name, part]) => [
                name,
                overdueRate(part, overall),
            ]),
        ),
        overdue_by_kind: Object.fromEntries(
            groups(rows, (one) => one.kind).map(([name, part]) => [
                name,
                overdueRate(part, overall),
            ]),
        ),
        overdue_of_units: unitOverdueSpread(rows),
        channels: shares(rows, (one) => one.channel),
        kinds: shares(rows, (one) => one.kind),
        classes: classes.filter((each) => !small.includes(each)),
        classes_below_floor: small.length,
        weekday_level: level(dense, (one) => one.weekday, 7),
        hours_workday: hours(rows.filter((one) => one.weekday < 5)),
        hours_weekend: hours(rows.filter((one) => one.weekday >= 5)),
        months: groups(rows, (one) => one.month)
            .map(([month, part]) => ({
                month,
                share: round(part.length / rows.length),
                days: new Set(part.map((one) => one.day)).size,
            }))
            .sort((a, b) => a.month - b.month),
        units: rankShape(rows, (one) => one.unit),
        communities: rankShape(rows, (one) => one.community),
        alike_within_three_days: alikeShare(rows),
    };
}

/** Indented, but a list of numbers or a flat object stays on one line. */
function print(value) {
    const flat = (text) => text.replace(/\s*\n\s*/g, " ");
    return JSON.stringify(value, null, 2)
        .replace(/\[[^[\]{}]*\]/g, flat)
        .replace(/\{[^[\]{}]*\}/g, flat)
        .concat("\n");
}

if (!existsSync(sourceFile)) {
    console.log("skipped: ../shared/data/pingshan/requests_2018.csv is not here");
    process.exit(kSkipped);
}
const mix = print(derive(readRows(readFileSync(sourceFile, "utf8")).map(request)));
if (process.argv.includes("--check")) {
    if (readFileSync(mixFile, "utf8") !== mix) {
        console.error("data/demo/mix.json differs from its source: run node tools/demo_mix.mjs");
        process.exit(1);
    }
    console.log("data/demo/mix.json agrees with its source");
} else {
    writeFileSync(mixFile, mix);
    console.log(`wrote ${mixFile}`);
}
