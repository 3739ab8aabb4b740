// The real requests as the replay needs them, and the catalogue and units that they imply.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const sourceFile = fileURLToPath(
    new URL("../../../shared/data/pingshan/requests_2018.csv", import.meta.url),
);

export const isHere = () => existsSync(sourceFile);

/** What the file writes where it knows nothing. */
export const kUnknown = "-";

/** The channels of the file as channels of the loop; the file's own word goes into outside_no. */
export const channels = {
    "@坪山": "resident",
    美丽深圳: "resident",
    政府信箱: "resident",
    12345: "hotline",
    12319: "hotline",
    固话投诉: "hotline",
};

function unescaped(text) {
    return text.replaceAll("&#40;", "(").replaceAll("&#41;", ")");
}

/** Rows in the order of their time (China, whole seconds). */
export function readRequests() {
    const [head, ...lines] = readFileSync(sourceFile, "utf8")
        .replace(/^\uFEFF/, "")
        .trimEnd()
        .split(/\r?\n/);
    const names = head.split(",");
    const rows = lines.map((line) => {
        const cells = line.split(",");
        const cell = (name) => cells[names.indexOf(name)];
        return {
            no: cell("REC_ID"),
            source: cell("EVENT_SRC_NAME"),
            kind: cell("EVENT_PROPERTY_NAME"),
            class: cell("EVENT_TYPE_NAME"),
            main: cell("MAIN_TYPE_NAME"),
            sub: cell("SUB_TYPE_NAME"),
            street: cell("STREET_NAME"),
            community: cell("COMMUNITY_NAME"),
            unit: cell("DISPOSE_UNIT_NAME"),
            overdue: { 0: "no", 1: "yes", [kUnknown]: kUnknown }[cell("OVERTIME_ARCHIVE_NUM")],
            at: new Date(`${cell("CREATE_TIME").replace(" ", "T")}+08:00`),
        };
    });
    return rows.sort((a, b) => a.at - b.at || Number(a.no) - Number(b.no));
}

/** About `most` rows spread over the whole file, with all that leave something unknown. */
export function sample(rows, most) {
    const step = Math.max(1, Math.floor(rows.length / most));
    const leavesOut = (row) => Object.values(row).includes(kUnknown);
    return rows.filter((row, index) => index % step === 0 || leavesOut(row));
}

export function countBy(rows, key) {
    const counts = new Map();
    for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
    return counts;
}

const distinct = (rows, key) => [...new Set(rows.map(key))].sort();

/**
 * The file's classes, main types and subtypes as a catalogue. A subtype is told apart by its main
 * type and name: "其他" stands below two of them, and one name is written with HTML entities once.
 */
export function catalogueOf(rows) {
    const codes = new Map();
    const classes = distinct(rows, (row) => row.class).map((name, c) => ({
        code: `c${c + 1}`,
        name_zh: name,
        subclasses: distinct(
            rows.filter((row) => row.class === name),
            (row) => row.main,
        ).map((main, m) => ({
            code: `c${c + 1}.${m + 1}`,
            name_zh: main,
            matters: distinct(
                rows.filter((row) => row.class === name && row.main === main),
                (row) => row.sub,
            ).map((sub, s) => {
                const code = `c${c + 1}.${m + 1}.${s + 1}`;
                codes.set(`${main}|${sub}`, code);
                return { code, name_zh: unescaped(sub) === sub ? sub : `${unescaped(sub)} *` };
            }),
        })),
    }));
    const limits = [
        { stage: "handle", limit: { amount: 5, unit: "working_days" } },
        { stage: "answer", limit: { amount: 30, unit: "working_days" } },
    ];
    const file = { title: "坪山区 2018", source: "open government data", limits, classes };
    return { file, codeOf: (row) => codes.get(`${row.main}|${row.sub}`) };
}

export const unitsOf = (rows) =>
    distinct(rows, (row) => row.unit).filter((name) => name !== kUnknown);
