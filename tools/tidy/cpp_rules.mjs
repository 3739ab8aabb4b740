// Rules about C++: walls, floors, doors.
import { execFileSync } from "node:child_process";
import { placesIn } from "./source_tree.mjs";

const kCpp = /^(server|bench|tests)\/.*\.(cpp|h)$/;
const kFileWall = 500;
const kFunctionWall = 60;
const kColumns = 100;

/** Foundations show all their headers; a module shows only its doors. */
const kFoundations = new Set(["core", "db", "http", "geo", "testing"]);
const kInside = /_(rules|store|service|routes)\.h$|\/statements\.h$/;

/** Screen width: a CJK character takes two columns. */
function columns(line) {
    let width = 0;
    for (const character of line) width += character.codePointAt(0) > 0x2e7f ? 2 : 1;
    return width;
}

const isTest = (name) => /_(test|dbtest|bench)\.(cpp|h)$/.test(name) || name.startsWith("tests/") || name.startsWith("server/testing/");
const moduleOf = (name) => /^server\/([a-z_]+)\//.exec(name)?.[1];

function filesUnderTheWall(tree) {
    return tree
        .files(/\.(cpp|h|ts|mjs|vue|sql)$/)
        .map((name) => [name, tree.lines(name).length])
        .filter(([, lines]) => lines > kFileWall)
        .map(([name, lines]) => `${name}: ${lines} lines, the wall is ${kFileWall}`);
}

function functionsUnderTheWall(tree) {
    const files = tree.files(kCpp).filter((name) => name.endsWith(".cpp"));
    let tags;
    try {
        tags = execFileSync("ctags", ["--languages=C++", "--c++-kinds=f", "--fields=+ne", "--output-format=json", "-f", "-", "-L", "-"], {
            cwd: tree.root,
            input: files.join("\n"),
            maxBuffer: 1 << 27,
        });
    } catch {
        return { skip: "universal-ctags is not installed" };
    }
    return tags
        .toString()
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .filter((tag) => tag.end && tag.end - tag.line + 1 > kFunctionWall && !/^TEST/.test(tag.name))
        .map((tag) => `${tag.path}:${tag.line}: ${tag.name} has ${tag.end - tag.line + 1} lines, the wall is ${kFunctionWall}`);
}

const linesFitTheScreen = (tree) =>
    placesIn(tree, tree.files(kCpp), (line) => columns(line) > kColumns && !/https?:\/\//.test(line) && `${columns(line)} columns`);

/** module → modules it may include, from the USES of server/CMakeLists.txt, passed on upward. */
function allowedIncludes(tree) {
    const uses = new Map();
    const declaration = /jingwei_module\(\s*(\w+)([^)]*)\)/g;
    for (const [, name, rest] of tree.read("server/CMakeLists.txt").matchAll(declaration)) {
        const list = /USES\s+([a-z_\s]+?)(?=LINKS|DATA|$)/.exec(rest.replace(/\s+/g, " "))?.[1] ?? "";
        const all = new Set([name]);
        for (const used of list.trim().split(/\s+/).filter(Boolean)) {
            all.add(used);
            uses.get(used)?.forEach((below) => all.add(below));
        }
        uses.set(name, all);
    }
    return uses;
}

function includesKeepTheFloors(tree) {
    const allowed = allowedIncludes(tree);
    return placesIn(tree, tree.files(/^server\/[a-z_]+\/.*\.(cpp|h)$/), (line, name) => {
        const included = /^#include "(?:([a-z_]+)\/)?([^"]*)"/.exec(line);
        if (!included) return;
        const [, module, header] = included;
        const own = moduleOf(name);
        if (!module || header.startsWith("..")) return "include as \"module/header.h\"";
        if (module === own || !allowed.has(own)) return;
        if (isTest(name) && (module === "testing" || allowed.get(own).has(module))) return;
        if (!allowed.get(own).has(module)) return `${own} may not use ${module}`;
        if (!kFoundations.has(module) && kInside.test(`${module}/${header}`)) return `${header} is not a door of ${module}`;
    });
}

const transportStaysInHttp = (tree) =>
    placesIn(
        tree,
        tree.files(/^server\/.*\.(cpp|h)$/).filter((name) => moduleOf(name) !== "http" && !isTest(name)),
        (line) => /boost\/beast|boost::beast|http::status|\bstatus_code\b/.test(line) && "status codes and Beast belong to http/",
    );

const rulesArePure = (tree) =>
    placesIn(
        tree,
        tree.files(/^server\/.*_rules\.(cpp|h)$/),
        (line) => /#include "(db\/|http\/|core\/log|core\/dto)|#include <(boost\/json|spdlog)|SystemClock|\.now\(\)/.test(line) && "a rule has no clock, database, JSON or log",
    );

const noNameless = (tree) =>
    tree
        .allFiles()
        .filter((name) => /(^|\/)(utils?|managers?|helpers?|common|misc)(\.|\/|_|$)/i.test(name))
        .map((name) => `${name}: say what it is`);

export const rules = [
    { name: "files stay under the wall of lines", check: filesUnderTheWall },
    { name: "functions stay under the wall of lines", check: functionsUnderTheWall },
    { name: "lines fit the screen", check: linesFitTheScreen },
    { name: "includes keep the floors and use front doors", check: includesKeepTheFloors },
    { name: "status codes and Beast stay in http", check: transportStaysInHttp },
    { name: "rules have no clock, database, JSON or log", check: rulesArePure },
    { name: "no file is called utils, manager, helper, common or misc", check: noNameless },
];
