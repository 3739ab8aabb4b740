// Rules about SQL: where it stands, how a statement begins, what a distributed schema cannot have.
import { placesIn } from "./source_tree.mjs";

const kStatements = /^server\/[a-z_]+\/sql\/.*\.sql$/;
const kMigrations = /^db\/migrations\/.*\.sql$/;

const bare = (text) => text.replace(/--.*$/gm, "").replace(/'(?:[^']|'')*'/g, "''");
const withoutFunctionBodies = (text) => text.replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''");

const sqlStaysInSqlFiles = (tree) =>
    placesIn(
        tree,
        tree.files(/^server\/.*\.(cpp|h)$/).filter((name) => !/_dbtest\.(cpp|h)$|^server\/(db|testing)\//.test(name)),
        (line) => /"[^"]*\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b/i.test(line) && "SQL belongs in a .sql file",
    );

function statementsAreOneAndExplained(tree) {
    const places = [];
    for (const name of tree.files(kStatements)) {
        const text = tree.read(name);
        if (!text.startsWith("-- ")) places.push(`${name}: begin with a comment: what, parameters, index`);
        const statements = bare(text).split(";").filter((part) => part.trim());
        if (statements.length !== 1) places.push(`${name}: ${statements.length} statements, one is wanted`);
        if (/(SELECT|RETURNING)\s+(\w+\.)?\*/i.test(bare(text))) places.push(`${name}: name the columns, never *`);
    }
    return places;
}

/** What Citus, replicas or replays cannot bear; see ARCHITECTURE.md, "Database". */
function statementsCanBeDistributed(tree) {
    const places = [];
    for (const name of tree.files(kStatements)) {
        const text = bare(tree.read(name));
        if (/\bMERGE\s+INTO\b/i.test(text)) places.push(`${name}: no MERGE`);
        if (/\bVALUES\s*\([^;]*\(\s*SELECT\b/i.test(text)) places.push(`${name}: no sub-select in VALUES`);
        if (/^\s*(UPDATE|DELETE)\b/i.test(text) && /\b(now|current_timestamp|clock_timestamp)\b/i.test(text)) {
            places.push(`${name}: times are parameters`);
        }
        if (/\bIN\s*\(\s*SELECT\b[^)]*\bFOR\s+UPDATE\s+SKIP\s+LOCKED/is.test(text)) places.push(`${name}: SKIP LOCKED belongs in a MATERIALIZED CTE`);
    }
    return places;
}

function migrationsAreNumberedOnce(tree) {
    const seen = new Map();
    const places = [];
    for (const name of tree.files(kMigrations)) {
        const number = /\/(\d{4})_[a-z]+_[a-z0-9_]+\.sql$/.exec(name)?.[1];
        if (!number) places.push(`${name}: call it NNNN_verb_noun.sql`);
        else if (seen.has(number)) places.push(`${name}: ${number} is taken by ${seen.get(number)}`);
        else seen.set(number, name);
    }
    return places;
}

/** [table, body] of each CREATE TABLE. */
const createdTables = (text) => [...withoutFunctionBodies(text.replace(/--.*$/gm, "")).matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)\s*\(([\s\S]*?)\n\)/g)].map(([, table, body]) => [table, body]);

function countyComesFirst(tree) {
    const places = [];
    const ofCounties = new Set();
    for (const name of tree.files(kMigrations))
        for (const [table, body] of createdTables(tree.read(name))) if (/^\s*county\s/m.test(body)) ofCounties.add(table);
    for (const name of tree.files(kMigrations)) {
        const text = tree.read(name);
        for (const [table, body] of createdTables(text)) {
            if (!/^\s*county\s/m.test(body)) continue;
            if (!/^\s*county\s+text/.test(body.trimStart() && body)) places.push(`${name}: ${table}: county text comes first`);
            for (const [, columns, referred] of body.matchAll(/(?:PRIMARY KEY|UNIQUE|FOREIGN KEY)\s*\(([^)]*)\)(?:\s*REFERENCES\s+(\w+))?/g)) {
                const countryWide = referred && !ofCounties.has(referred);
                if (!countryWide && !/^\s*county\b/.test(columns)) places.push(`${name}: ${table}: key (${columns}) begins with county`);
            }
            if (!new RegExp(`ALTER TABLE ${table}\\s+ENABLE ROW LEVEL SECURITY`).test(text)) places.push(`${name}: ${table}: enable row level security`);
        }
        if (/ON DELETE SET NULL|ON UPDATE SET NULL/i.test(text)) places.push(`${name}: no SET NULL foreign key`);
    }
    return places;
}

const noSleepingNotify = (tree) =>
    placesIn(tree, tree.files(kMigrations), (line) => /\b(pg_notify|NOTIFY)\b/.test(line.replace(/--.*/, "")) && "no NOTIFY in triggers: it halves the commits");

function definersAreReviewed(tree) {
    return tree
        .files(kMigrations)
        .filter((name) => /SECURITY DEFINER/.test(bare(tree.read(name))) && !/-- Reviewed:/.test(tree.read(name)))
        .map((name) => `${name}: SECURITY DEFINER needs a "-- Reviewed:" note`);
}

export const rules = [
    { name: "SQL stands in .sql files only", check: sqlStaysInSqlFiles },
    { name: "a .sql file holds one explained statement", check: statementsAreOneAndExplained },
    { name: "statements can be distributed and replayed", check: statementsCanBeDistributed },
    { name: "migrations are numbered once", check: migrationsAreNumberedOnce },
    { name: "county begins every table and key of a county", check: countyComesFirst },
    { name: "no trigger notifies", check: noSleepingNotify },
    { name: "every SECURITY DEFINER was reviewed", check: definersAreReviewed },
];
