import { execFileSync } from "node:child_process";
import { rmSync, utimesSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import { round, say, table } from "../figures.mjs";
import { kRoot } from "../ground.mjs";

export const about =
    "building the server and its tests from nothing and after a change to one file of each module, with its pure tests run; without ccache; compared with the limit of 30 s for the change";
export const defaults = { preset: "dev", clean: "yes", files: "server/cases/inbox.cpp,server/access/grants.cpp,server/http/router.cpp,server/core/search_words.cpp" };

const kFolder = "build/bench-build";

function timed(command, words) {
    const began = performance.now();
    execFileSync(command, words, { cwd: kRoot, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CCACHE_DISABLE: "1" } });
    return round((performance.now() - began) / 1000);
}

const ninja = (...targets) => timed("ninja", ["-C", kFolder, "--quiet", ...targets]);

/** Seconds from saving a file to its module's tests having run. */
function changed(file) {
    const now = new Date();
    utimesSync(path.join(kRoot, file), now, now);
    const module = file.split("/")[1];
    const seconds = ninja(`${module}_test`, "jingwei") + timed(path.join(kRoot, kFolder, `server/${module}_test`), ["--gtest_brief=1"]);
    say(`${file}: ${round(seconds)} s`);
    return round(seconds);
}

export function run(options) {
    const figures = {};
    if (options.clean === "yes") {
        rmSync(path.join(kRoot, kFolder), { recursive: true, force: true });
        timed("cmake", ["--preset", options.preset, "-B", kFolder]);
        figures.clean_s = ninja();
        say(`everything: ${figures.clean_s} s`);
    }
    const files = String(options.files).split(",");
    ninja();
    const seconds = files.map(changed);
    table(["changed file", "seconds"], files.map((file, at) => [file, seconds[at]]));
    return { ...figures, changed_s: Math.max(...seconds), changes: Object.fromEntries(files.map((file, at) => [file, seconds[at]])) };
}
