// How each operation on what belongs to the county as a whole is asked for: calendar, matters,
// numbers, map, and what the server tells about itself.
import { readFileSync } from "node:fs";

import { kVillage } from "../small_county/small_county.mjs";

const get = (target) => ({ method: "GET", target });
/** Names no county: whoever asks, asks of their own. */
const ofCounty = (ask, more = {}) => ({ kind: "county", local: true, make: () => ({}), ask, ...more });
const free = (target) => ({ kind: "free", ask: () => get(target) });
const asSystem = (world) => world.person("system.371323");
const calendarFile = new URL("../../data/calendar/cn.json", import.meta.url);
let number = 0;

const contentOf = (code) => ({ code, name_zh: `事项${code}`, bearing: "bears" });

async function makeMatter(world) {
    const content = contentOf(`0101${String(++number + 10).padStart(4, "0")}`);
    const body = { subclass_code: "0101", content };
    const made = await asSystem(world).post("/api/v1/matters", body);
    return { ...made, content };
}

function calendar() {
    return {
        "GET /api/v1/calendar/deadline": free("/api/v1/calendar/deadline?amount=3&unit=working_days"),
        "GET /api/v1/calendar/warnings": free("/api/v1/calendar/warnings"),
        "GET /api/v1/calendar/working-time": free("/api/v1/calendar/working-time"),
        "GET /api/v1/calendar/years": free("/api/v1/calendar/years"),
        "GET /api/v1/calendar/years/{year}": free("/api/v1/calendar/years/2026"),
        "PUT /api/v1/calendar/working-time": ofCounty(() => ({
            method: "PUT",
            target: "/api/v1/calendar/working-time",
            body: {
                hours: "08:30-12:00,14:30-18:00", yellow_percent: 20 + (++number % 20),
                yellow_working_days: 1, yellow_minutes: 30,
            },
        })),
        "POST /api/v1/cases/trials/working-time": ofCounty(() => ({
            method: "POST",
            target: "/api/v1/cases/trials/working-time",
            body: { hours: "08:30-12:00,14:30-18:00", yellow_percent: 30, yellow_working_days: 1, yellow_minutes: 30 },
        })),
        "POST /api/v1/cases/trials/calendar": ofCounty(() => {
            const { years } = JSON.parse(readFileSync(calendarFile, "utf8"));
            return { method: "POST", target: "/api/v1/cases/trials/calendar", body: { years: [years.at(-1)] } };
        }),
        "POST /api/v1/calendar/years": ofCounty(() => {
            const { years } = JSON.parse(readFileSync(calendarFile, "utf8"));
            const year = { ...years.at(-1), source: "test" };
            year.days = year.days.map((day) => ({ ...day, name_en: `Day ${++number}` }));
            return { method: "POST", target: "/api/v1/calendar/years", body: { years: [year] } };
        }),
    };
}

function matters() {
    const made = (ask, more) => ({ kind: "county", make: makeMatter, ask, ...more });
    const of = (object) => `/api/v1/matters/${object.id}`;
    return {
        "GET /api/v1/matters": made(() => get("/api/v1/matters"), { shows: (answer, object) => answer.text.includes(object.id) }),
        "GET /api/v1/matters/{id}": made((world, object) => get(of(object))),
        "POST /api/v1/matters": ofCounty(() => ({
            method: "POST", target: "/api/v1/matters",
            body: { subclass_code: "0101", content: contentOf(`0101${String(++number + 10).padStart(4, "0")}`) },
        }), { hidden: ["matter_subclass_unknown"] }),
        "PUT /api/v1/matters/{id}": made((world, object) => ({
            method: "PUT", target: of(object), body: { version: object.version, content: { ...object.content, severity: "serious" } },
        })),
        "POST /api/v1/matters/{id}/end": made((world, object) => ({
            method: "POST", target: `${of(object)}/end`, body: { version: object.version },
        })),
        // Other matters end with an import, so this one names what cases are made of.
        "POST /api/v1/matters/import": ofCounty((world) => ({
            method: "POST", target: "/api/v1/matters/import", body: { ...world.catalogue, title: `清单 ${++number}` },
        })),
        "POST /api/v1/matters/suggestions": {
            kind: "free", spends: false,
            ask: () => ({ method: "POST", target: "/api/v1/matters/suggestions", body: { text: "路灯不亮" } }),
        },
    };
}

function settings() {
    return {
        "GET /api/v1/cases/settings": free("/api/v1/cases/settings"),
        "PUT /api/v1/cases/settings": {
            kind: "county", local: true, hidden: ["case_numbers_changed_meanwhile"],
            make: async (world) => ({ body: await world.numbersWith(asSystem(world), { reply_days: 1 + (++number % 9) }) }),
            ask: (world, object) => ({ method: "PUT", target: "/api/v1/cases/settings", body: object.body }),
        },
        "POST /api/v1/cases/trials/numbers": ofCounty(() => ({
            method: "POST",
            target: "/api/v1/cases/trials/numbers",
            body: {
                returns: 2, reworks: 3, reopens: 2, extensions: 1, most_suspended_days: 90, sample_percent: 10,
                archive_followed_up_days: 7, archive_closed_days: 30, sign_yellow_days: 1, sign_red_days: 2,
                answer_yellow_days: 5, answer_red_days: 10, reply_days: 2,
            },
        })),
        "GET /api/v1/territory/settings": free("/api/v1/territory/settings"),
        "PUT /api/v1/territory/settings": ofCounty(() => ({
            method: "PUT", target: "/api/v1/territory/settings",
            body: { code_rule: "eighteen_digits", level_names: {}, complaint_phone: `12345-${++number}` },
        })),
        "GET /api/v1/staff/settings": free("/api/v1/staff/settings"),
        "PUT /api/v1/staff/settings": ofCounty(() => ({
            method: "PUT", target: "/api/v1/staff/settings", body: { training_hours: ++number % 400 },
        })),
        "GET /api/v1/map/base": {
            kind: "map", make: () => ({}), ask: () => get("/api/v1/map/base"),
            shows: (answer) => answer.text.includes("白泉县"),
        },
        "GET /api/v1/map/source": {
            kind: "map", make: () => ({}), ask: () => get("/api/v1/map/source"),
            shows: (answer) => answer.text.includes("© 白泉县"),
        },
        "GET /api/v1/map/tiles/{z}/{x}/{y}": {
            kind: "map", make: () => ({}), ask: () => get("/api/v1/map/tiles/6/53/25"),
            shows: (answer) => answer.status === 200 && answer.headers.etag === '"fedcba9876543210"',
        },
        "GET /api/v1/audit": {
            kind: "county",
            make: async (world) => {
                const account = asSystem(world).account;
                await world.addAccount(`audited${++number}`, "371323", kVillage);
                return { account };
            },
            ask: (world, object) => get(`/api/v1/audit?account_id=${object.account}`),
            shows: (answer, object) => answer.text.includes(object.account),
        },
    };
}

const told = (target) => ({ kind: "public", make: () => ({}), ask: () => get(target) });

export const countyOperations = {
    ...calendar(),
    ...matters(),
    ...settings(),
    "GET /healthz": told("/healthz"),
    "GET /metrics": told("/metrics"),
    "GET /readyz": told("/readyz"),
};
