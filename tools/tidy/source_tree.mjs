// The files that git knows (and those new ones that it does not ignore), read once.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const kLargestRead = 4 * 1024 * 1024;

/** Files made by a program: no rule about writing applies to them. */
const kMade = [/package-lock\.json$/, /^api\/openapi\.json$/, /^db\/schema\.sql$/, /\/generated\//, /\/schema\.d\.ts$/, /^web\/packages\/api\/src\/contract\.ts$/];

export function sourceTree() {
    const root = path.resolve(path.dirname(new URL(import.meta.url).pathname), "../..");
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, maxBuffer: 1 << 26 });
    const names = [...new Set(listed.toString().split("\0").filter(Boolean))].filter((name) => existsSync(path.join(root, name)));
    const cache = new Map();
    const read = (name) => {
        if (!cache.has(name)) {
            const file = path.join(root, name);
            cache.set(name, statSync(file).size > kLargestRead ? "" : readFileSync(file, "utf8"));
        }
        return cache.get(name);
    };
    const written = (name) => !kMade.some((made) => made.test(name));
    return {
        root,
        /** Names that match, without files made by programs. */
        files: (pattern) => names.filter((name) => pattern.test(name) && written(name)),
        allFiles: () => names,
        read,
        /** [number, text] of each line. */
        lines: (name) => read(name).split("\n").map((line, at) => [at + 1, line]),
    };
}

/** Every line of the files that `broken(line, name)` says something about: "file:line: what". */
export function placesIn(tree, files, broken) {
    const places = [];
    for (const name of files)
        for (const [number, line] of tree.lines(name)) {
            const what = broken(line, name);
            if (what) places.push(`${name}:${number}: ${what}`);
        }
    return places;
}
