// The clock of the machine jumps, for the server and the database alike: libfaketime.
import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import { newId, requestOf } from "../../../bench/caller.mjs";
import { program } from "../../../bench/ground.mjs";
import { lifecycleSteps } from "../../../bench/steps.mjs";
import { checkAll } from "../ledger.mjs";
import { House, pause, until } from "../house.mjs";
import { Writers, ask, headersOf } from "../writers.mjs";

export const about = "the clock jumps a month ahead, then a day back behind where it was";
export const defaults = { seconds: 10 };
export const short = { seconds: 1 };

const kLibrary = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
const kSealedMs = 20_000;
const kSteps = lifecycleSteps().filter((step) => step.body);

class Clock {
    constructor(file) {
        this.file = file;
        this.set("+0");
    }

    set(offset) {
        writeFileSync(this.file, `${offset}\n`, { mode: 0o644 });
    }

    get environment() {
        return { LD_PRELOAD: kLibrary, FAKETIME_TIMESTAMP_FILE: this.file, FAKETIME_CACHE_DURATION: "1", FAKETIME_DONT_FAKE_MONOTONIC: "1", DONT_FAKE_MONOTONIC: "1" };
    }
}

/** PostgreSQL gets nothing of our environment from the server, which adopts one that runs already. */
function startPostgres(house, environment) {
    const folder = path.join(house.data, "postgres");
    const command = ["env", ...Object.entries(environment).map(([name, value]) => `${name}=${value}`), program("pg_ctl"), "start", "--wait", `--pgdata=${folder}`, `--log=${folder}/start.log`];
    const asUser = process.getuid() === 0 ? ["setpriv", "--reuid=jingwei", "--regid=jingwei", "--init-groups", ...command] : command;
    execFileSync(asUser[0], asUser.slice(1), { cwd: "/", stdio: "ignore" });
}

const dayOf = (text) => Math.round((new Date(text) - Date.now()) / 86_400_000);

/** By how many days the server and the database are ahead. */
async function ahead(house) {
    const date = (await house.get("/healthz")).headers.get("date");
    return [dayOf(date), dayOf(house.psql("SELECT now()")[0])];
}

async function jump(house, clock, offset, days) {
    clock.set(offset);
    await until(`server and database are ${days} days ahead`, async () => (await ahead(house)).every((each) => each === days));
}

/** People write for a while; everything is acknowledged, sealed in time, and checked. */
async function live(house, seconds) {
    const writers = new Writers(house, { count: 4 });
    writers.start();
    await until("everybody writes", () => writers.servedSince(0) === writers.count);
    await pause(seconds * 1_000);
    await writers.stop();
    if (writers.later.size) throw new Error(`answers beside yes: ${JSON.stringify([...writers.later])}; ${writers.wrong}`);
    await until("the audit is sealed", () => house.psql("SELECT count(*) FROM audit_pending")[0] === "0", kSealedMs);
    await checkAll(house, writers);
    return writers;
}

/** One person takes these steps of a case. */
async function take(house, row, id, steps) {
    for (const step of steps) {
        const { role, method, target, body } = requestOf(step, row, id);
        const { status, text } = await ask({ port: house.port, method, target, headers: headersOf(row, role), body });
        if (status < 200 || status >= 300) throw new Error(`${step.name}: ${status} ${text}`);
    }
}

export async function run({ say, check, skip, options }) {
    if (!existsSync(kLibrary)) return check("a clock that jumps", () => skip("libfaketime is not installed"));
    const house = await House.open("clock");
    const clock = new Clock(`${house.data}.clock`);
    try {
        await house.stop();
        startPostgres(house, clock.environment);
        house.environment = clock.environment;
        await house.start();
        const started = await live(house, options.seconds);
        await jump(house, clock, "+31d", 31);
        await check("a month ahead, old sessions have ended and new ones work", async () => {
            const { status } = await ask({ port: house.port, method: "GET", target: "/api/v1/cases?view=todo", headers: headersOf(started.rows[0], "worker") });
            if (status !== 401) throw new Error(`an old session: ${status}`);
            await live(house, options.seconds);
        });
        const id = newId();
        await take(house, new Writers(house).rows[0], id, kSteps.slice(0, 3));
        await jump(house, clock, "-1d", -1);
        await check("a day back, people write, and the audit is sealed at once, not in a month", () => live(house, options.seconds));
        await check("what was begun in the future is finished today", async () => take(house, new Writers(house).rows[0], id, kSteps.slice(3)));
        await check("the audit verifies after all of it", () => say(house.verifyAudit().trim().split("\n").at(-1)));
    } finally {
        await house.close();
        rmSync(clock.file, { force: true });
    }
}
