// What the server's role may do to a row, with the settings that a role's transaction has and no
// route or service in between.
import { readFileSync } from "node:fs";

import { literal } from "../small_county/database.mjs";
import { kCounty, kOtherCounty } from "../small_county/small_county.mjs";
import { columns, grantsOf, kOnlyOfCases, loginOf, placesOf } from "./people.mjs";
import { fillTables, targets } from "./row_targets.mjs";

const file = new URL("../../docs/row-rights.md", import.meta.url);
const kVerbs = ["select", "insert", "update", "delete"];
const kRelations = {
    place: { o: ["here"], b: ["above", "county"], s: ["beside"], a: ["below"], x: ["other"] },
    town: { o: ["above"], b: ["county"], a: ["here", "beside", "below"], x: ["other"] },
    county: { o: ["county"], a: ["above", "here", "beside", "below"], x: ["other"] },
    county_open: { o: ["county", "above", "here", "beside", "below"], x: ["other"] },
    own: { o: ["here", "county"], s: ["beside"], x: ["other"] },
};

/** Tries a statement as the server's role and undoes it: how many rows, or why not. */
const kAttempt = `
CREATE OR REPLACE FUNCTION pg_temp.attempt(settings json, before text, statement text) RETURNS text
LANGUAGE plpgsql AS $body$
DECLARE touched bigint; setting record;
BEGIN
    BEGIN
        IF before <> '' THEN EXECUTE before; END IF;
        FOR setting IN SELECT * FROM json_each_text(settings) LOOP
            PERFORM set_config('jingwei.' || setting.key, setting.value, true);
        END LOOP;
        PERFORM set_config('role', 'jingwei_app', true);
        EXECUTE statement;
        GET DIAGNOSTICS touched = ROW_COUNT;
        RAISE EXCEPTION USING ERRCODE = 'JW000', MESSAGE = touched::text;
    EXCEPTION
        WHEN SQLSTATE 'JW000' THEN RETURN SQLERRM;
        WHEN insufficient_privilege THEN RETURN '0';
        WHEN integrity_constraint_violation THEN RETURN '1'; -- past row-level security
        WHEN OTHERS THEN RETURN SQLERRM;
    END;
END $body$`;

const isOfCases = (name) => /^(case|file|watch)/.test(name);
const columnsOf = (name) => columns.filter((one) => isOfCases(name) || !kOnlyOfCases.includes(one));

class Tables {
    static async open(world) {
        const tables = new Tables();
        tables.world = world;
        await world.database.rows(kAttempt);
        tables.made = await fillTables(world);
        const { items } = await world.person(`system.${kCounty}`).get("/api/v1/roles");
        tables.roles = new Map(items.map((role) => [role.name, role.permissions]));
        return tables;
    }

    /** The settings of a transaction that somebody's service begins for that right and duty. */
    #settings(column, place, right, duty) {
        const county = place === "other" ? kOtherCounty : kCounty;
        const held = grantsOf(column, place).filter(([role]) => this.roles.get(role).includes(right));
        const paths = held.filter(([role]) => role !== "handler").map(([, path]) => path);
        const units = held.filter(([role]) => role === "handler").map(([, unit]) => this.world.units.get(unit));
        const root = [...new Set(paths)];
        const secrets = root.length > 0 && root.every((path) => grantsOf(column, place).some(
            ([role, where]) => where === path && this.roles.get(role).includes("case.confidential")));
        return {
            county, account: this.world.person(loginOf(column, place)).account,
            ...(root.length && { paths: `{${root.join(",")}}` }),
            ...(units.length && { units: `{${units.join(",")}}` }),
            ...(secrets && { secrets: "on" }), ...(duty && { duty }),
        };
    }

    /** Which verbs the server's role was granted on the table, of all or of some columns. */
    async verbsOf(table) {
        const asked = kVerbs.map((verb) => (verb === "delete"
            ? `has_table_privilege('jingwei_app', '${table}', 'DELETE')`
            : `has_any_column_privilege('jingwei_app', '${table}', '${verb.toUpperCase()}')`));
        const [row] = await this.world.database.rows(`SELECT ${asked.join(", ")}`);
        return kVerbs.filter((verb, at) => row[at] === "t");
    }

    /** The row meant, as JSON; of an account's own rows that of `account`. */
    async #rowOf(target, table, account) {
        if (target.row) return target.row();
        const sql = { account: `SELECT id FROM account WHERE county = '${kCounty}' AND login = 'maker.unit'` };
        const where = target.mine ? `${target.mine} = '${account}'` : target.where(this.made, sql);
        const found = await this.world.database.one(
            `SELECT to_json(t) FROM ${table} t WHERE county = '${kCounty}' AND ${where} LIMIT 1`);
        if (!found && !target.mine) throw new Error(`${table}: there is no row to try`);
        return found && JSON.parse(found);
    }

    async #shapeOf(table) {
        const key = (await this.world.database.rows(`
            SELECT a.attname FROM pg_index i JOIN pg_attribute a
                ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
            WHERE i.indrelid = '${table}'::regclass AND i.indisprimary`)).map(([name]) => name);
        const [changed] = (await this.world.database.rows(`
            SELECT a.attname FROM pg_attribute a
            WHERE a.attrelid = '${table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attgenerated = '' AND a.attname NOT IN ('${key.join("','")}')
              AND has_column_privilege('jingwei_app', a.attrelid, a.attname, 'UPDATE')
            ORDER BY a.attnum`)).map(([name]) => name);
        const own = (await this.world.database.rows(`
            SELECT a.attname FROM pg_attribute a
            WHERE a.attrelid = '${table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attgenerated = ''`)).map(([name]) => name).join(", ");
        return { key, own, changed: changed ?? key[0] };
    }

    #statement(verb, table, shape, row, target, asker) {
        const record = (json) => `json_populate_record(NULL::${table}, ${literal(JSON.stringify(json))})`;
        const where = shape.key.map((name) => `t.${name} = r.${name}`).join(" AND ");
        const keyed = shape.key.map((name) => `t.${name} = (${record(row)}).${name}`).join(" AND ");
        if (verb === "select") return `SELECT 1 FROM ${table} t, ${record(row)} r WHERE ${where}`;
        if (verb === "delete") return `DELETE FROM ${table} t WHERE ${keyed}`;
        if (verb === "update")
            return `UPDATE ${table} t SET ${shape.changed} = (${record(row)}).${shape.changed} WHERE ${keyed}`;
        const changes = { ...target.fresh?.(this.world, this.made) };
        for (const name of target.self ?? []) changes[name] = asker;
        if (asker === undefined) changes[target.mine] = row[target.mine];
        return `INSERT INTO ${table} (${shape.own}) SELECT ${shape.own} FROM ${record({ ...row, ...changes })}`;
    }

    #attempt(target, row, settings, statement) {
        const before = target.before?.(row) ?? "";
        const words = [JSON.stringify(settings), before, statement].map(literal);
        return `SELECT pg_temp.attempt(${words.join(", ")})`;
    }

    /** column → letters of those who reach the row. */
    async observe(name, verb) {
        const target = targets[name];
        const table = target.table ?? name.split(" ")[0];
        const shape = await this.#shapeOf(table);
        const right = target.rights[verb] ?? "";
        const duty = target.duties?.[verb];
        const cells = [];
        for (const column of columnsOf(name))
            for (const [letter, places] of Object.entries(kRelations[target.kind]))
                for (const place of places.filter((one) => placesOf(column).includes(one)))
                    cells.push({ column, letter, place });
        const [attempts, asked] = [[], []];
        for (const cell of cells) {
            const settings = this.#settings(cell.column, cell.place, right, duty);
            const owner = cell.letter === "o" ? settings.account : this.world.person("maker.unit").account;
            const row = await this.#rowOf(target, table, owner);
            if (!row) continue; // holds nothing of the kind
            asked.push(cell);
            // Of what belongs to a colleague, a row in the colleague's name.
            const asker = target.mine && cell.letter !== "o" ? undefined : settings.account;
            const statement = this.#statement(verb, table, shape, row, target, asker);
            attempts.push(this.#attempt(target, row, settings, statement));
        }
        const nobody = { county: kCounty, ...(duty && { duty }) };
        const row = await this.#rowOf(target, table, this.world.person("maker.unit").account);
        const asNobody = this.#statement(verb, table, shape, row, target, null);
        attempts.push(this.#attempt(target, row, nobody, asNobody));
        const answers = (await this.world.database.rows(attempts.join("; "))).map(([said]) => said);
        return this.#letters(asked, answers, right, duty);
    }

    #letters(cells, answers, right, duty) {
        const seen = new Map();
        const faults = [];
        cells.forEach((cell, at) => {
            const letters = seen.get(cell.column) ?? new Map();
            seen.set(cell.column, letters);
            const verdict = answers[at];
            if (!/^\d+$/.test(verdict)) faults.push(`${cell.column} ${cell.place}: ${verdict}`);
            const reached = verdict !== "0";
            if (letters.has(cell.letter) && letters.get(cell.letter) !== reached)
                faults.push(`${cell.column}: ${cell.letter} differs by place`);
            letters.set(cell.letter, reached);
        });
        const cellsOf = new Map([...seen].map(([column, letters]) =>
            [column, [...letters].filter(([, reached]) => reached).map(([letter]) => letter).join("")]));
        return { cells: cellsOf, signedOut: answers.at(-1) !== "0", right, duty: duty ?? "", faults, asked: answers.length };
    }

    /** A writing that reads nothing reaches the rows that a reading does, and no more. */
    async blind(column, place) {
        const settings = this.#settings(column, place, "case.read");
        const tries = ["SELECT 1 FROM cases", "UPDATE cases SET address = ''", "UPDATE cases SET lead_unit = NULL"];
        const sql = tries.map((statement) => this.#attempt({}, undefined, settings, statement));
        const [seen, ...touched] = (await this.world.database.rows(sql.join("; "))).map(([said]) => said);
        return touched.every((one) => one === seen) ? [] : [`${column} ${place}: sees ${seen}, changes ${touched}`];
    }

    async names() {
        const rows = await this.world.database.rows(
            `SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'county'
             WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`);
        return rows.map(([name]) => name);
    }

    async verbsTried(name) {
        const target = targets[name];
        const granted = await this.verbsOf(target.table ?? name.split(" ")[0]);
        return granted.filter((verb) => !target.only || target.only.includes(verb));
    }
}

export function printedRow(name, verb, seen) {
    const shown = columns.map((column) =>
        (kOnlyOfCases.includes(column) && !isOfCases(name) ? "" : seen.cells.get(column) || "–"));
    const cells = [`\`${name}\``, verb, seen.right || "–", seen.duty || "–", seen.signedOut ? "yes" : "–", ...shown];
    return `| ${cells.join(" | ")} |`;
}

export async function printTables(world, say) {
    const tables = await Tables.open(world);
    for (const name of Object.keys(targets))
        for (const verb of await tables.verbsTried(name)) {
            const seen = await tables.observe(name, verb);
            say(printedRow(name, verb, seen));
            seen.faults.forEach((fault) => console.error(`    ${name} ${verb}: ${fault}`));
        }
}

function declaredRows() {
    const rows = new Map();
    for (const line of readFileSync(file, "utf8").split("\n")) {
        const found = /^\| `([a-z_]+(?: \([a-z ]+\))?)` \| (select|insert|update|delete) \|/.exec(line);
        if (found) rows.set(`${found[1]} ${found[2]}`, line);
    }
    return rows;
}

/** Compares every row of docs/row-rights.md, and that nothing is left out of it. */
export async function checkTables(world, wanted, record) {
    const tables = await Tables.open(world);
    const rows = declaredRows();
    const told = new Set(Object.entries(targets).map(([name, target]) => target.table ?? name.split(" ")[0]));
    const missing = (await tables.names()).filter((name) => !told.has(name));
    record("every table of a county has a row in the table of row rights", missing.map((name) => `${name} has none`));
    let asked = 0;
    for (const name of Object.keys(targets))
        for (const verb of await tables.verbsTried(name)) {
            const declared = rows.get(`${name} ${verb}`);
            rows.delete(`${name} ${verb}`);
            if (!wanted(name)) continue;
            const seen = await tables.observe(name, verb);
            const printed = printedRow(name, verb, seen);
            asked += seen.asked;
            const differs = printed === declared ? [] : [`declared ${declared}`, `is       ${printed}`];
            record(`${verb} of ${name} is for whom the table says`, [...seen.faults, ...differs]);
        }
    const blind = [];
    for (const column of columns)
        for (const place of placesOf(column)) blind.push(...(await tables.blind(column, place)));
    record("a change that reads nothing reaches the cases that a reading does, and no others", blind);
    record("no row of the table of row rights speaks of nothing", [...rows.keys()]);
    console.log(`${asked} rows tried under row-level security`);
}
