// The declared table, docs/rights.md, as people read it.
import { readFileSync } from "node:fs";

import { columns, kOnlyOfCases } from "./people.mjs";

const file = new URL("../../docs/rights.md", import.meta.url);
const contract = new URL("../../api/openapi.json", import.meta.url);
const kBase = "/api/v1";

/** Every operation of the server: "POST /api/v1/cases" → its permission. */
export function operations() {
    const { paths } = JSON.parse(readFileSync(contract, "utf8"));
    const found = new Map();
    for (const [path, methods] of Object.entries(paths))
        for (const [method, operation] of Object.entries(methods))
            found.set(`${method.toUpperCase()} ${path}`, operation["x-permission"]);
    return found;
}

/** "POST /api/v1/cases (hotline)" → "POST /api/v1/cases". */
export const operationOf = (row) => row.replace(/ \([a-z ]+\)$/, "");

export const isOfCases = (row) => /\/(cases|files|events)/.test(row);

const whole = (name) => name.replace(/^([A-Z]+) (?!\/(?:healthz|metrics|readyz|grids\/))/, `$1 ${kBase}`);
const short = (name) => name.replace(` ${kBase}`, " ");

/** Row → {permission, cells: column → letters, signedOut}. */
export function declared() {
    const rows = new Map();
    for (const line of readFileSync(file, "utf8").split("\n")) {
        const found = /^\| `([A-Z]+ [^`]+)`(?: \(([a-z ]+)\))? \|(.*)\|$/.exec(line);
        if (!found) continue;
        const [, operation, variant, rest] = found;
        const [permission, signedOut, ...letters] = rest.split("|").map((cell) => cell.trim());
        const cells = new Map();
        columns.forEach((column, at) => cells.set(column, (letters[at] ?? "").replace("–", "")));
        const name = whole(operation) + (variant ? ` (${variant})` : "");
        if (rows.has(name)) throw new Error(`docs/rights.md: ${name} stands there twice`);
        rows.set(name, { permission, cells, signedOut: signedOut === "yes" });
    }
    return rows;
}

/** A row as the file has it. */
export function printed(name, permission, signedOut, cells) {
    const variant = / \(([a-z ]+)\)$/.exec(name);
    const shown = columns.map((column) => {
        if (kOnlyOfCases.includes(column) && !isOfCases(name)) return "";
        return cells.get(column) || "–";
    });
    const title = `\`${short(operationOf(name))}\`${variant ? ` (${variant[1]})` : ""}`;
    return `| ${[title, permission, signedOut ? "yes" : "–", ...shown].join(" | ")} |`;
}
