import { execFileSync } from "node:child_process";
import { rmSync, utimesSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import { round, say, table } from "../figures.mjs";
import { kRoot } from "../ground.mjs";

export const about =
    "building the server and its tests from nothing and after a change to one file of each module, with its pure tests run; without ccache; compared with the limit of 30 s for the change";
export const defaults = { preset: "dev", folder: "build/bench-build", clean: "yes", files: "server/cases/inbox.cpp,server/access/grants.cpp,server/http/router.cpp,server/core/search_words.cpp" };

function timed(command, words) {
    const began = performance.now();
    execFileSync(command, words, { cwd: kRoot, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CCACHE_DISABLE: "1" } });
    return round((performance.now() - began) / 1000);
}

const ninja = (folder, ...targets) => timed("ninja", ["-C", folder, "--quiet", ...targets]);

/** Seconds from saving a file to its module's tests having run. */
function changed(folder, file) {
    const test = `${file.split("/")[1]}_test`;
    ninja(folder, test, "jingwei");
    const now = new Date();
    utimesSync(path.join(kRoot, file), now, now);
    const seconds = ninja(folder, test, "jingwei") + timed(path.join(kRoot, folder, "server", test), ["--gtest_brief=1"]);
    say(`${file}: ${round(seconds)} s`);
    return round(seconds);
}

export function run(options) {
    const figures = {};
    const { folder } = options;
    if (options.clean === "yes") {
        rmSync(path.join(kRoot, folder), { recursive: true, force: true });
        timed("cmake", ["--preset", options.preset, "-B", folder]);
        figures.clean_s = ninja(folder);
        say(`everything: ${figures.clean_s} s`);
    }
    const files = String(options.files).split(",");
    const seconds = files.map((file) => changed(folder, file));
    table(["changed file", "seconds"], files.map((file, at) => [file, seconds[at]]));
    return { ...figures, changed_s: Math.max(...seconds), changes: Object.fromEntries(files.map((file, at) => [file, seconds[at]])) };
}
