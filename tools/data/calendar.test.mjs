import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as calendar from "./calendar.mjs";
import * as workdays from "./workdays.mjs";

const shipped = (name) =>
    readFileSync(new URL(`../../data/calendar/${name}`, import.meta.url), "utf8");

test("the shipped calendar is what the pinned package says", () => {
    assert.equal(shipped("cn.json"), calendar.fileText(calendar.years()));
});

test("the independent list is what its pinned package says", () => {
    assert.equal(shipped("chinese-workday.txt"), workdays.fileText());
});

/** The reviewed differences: day → whether it is worked. */
const reviewed = new Map(
    shipped("disagreements.txt")
        .split("\n")
        .filter((line) => line && !line.startsWith("#"))
        .map((line) => line.split(/\s+/))
        .map(([day, ours]) => [day, ours === "working"]),
);

test("both packages agree on every day of the years both cover, but for those reviewed", () => {
    const differing = new Map();
    for (const { year, days } of calendar.years()) {
        if (year < workdays.kFirstYear || year > workdays.kLastYear) continue;
        const named = new Map(days.map(({ day, working }) => [day, working]));
        [...workdays.yearDigits(year)].forEach((digit, at) => {
            const date = new Date(Date.UTC(year, 0, 1 + at));
            const day = date.toISOString().slice(0, 10);
            const working = named.get(day) ?? date.getUTCDay() % 6 !== 0;
            if (working !== (digit === "1")) differing.set(day, working);
        });
    }
    assert.deepEqual(differing, reviewed);
});
