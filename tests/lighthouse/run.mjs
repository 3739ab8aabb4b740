// Lighthouse over the rooms of the desk and the pages for phones. See tests/lighthouse/run.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import process from "node:process";

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const root = path.resolve(import.meta.dirname, "../..");
const kLeast = 0.95;
const kPassword = "Yunxi-demo-2026";
const kReadyMs = 60_000;
const kCategories = ["accessibility", "best-practices"];
/** Login → rooms that this person has. */
const kRooms = {
    "": ["/desk/sign-in"],
    town11: ["/desk/work/todo", "/desk/work/open?as=board", "/desk/work/open?as=map", "/desk/cases/new", "/desk/figures", "/desk/wall",
        "/desk/territory", "/desk/people", "/desk/units", "/desk/matters", "/desk/rules"],
    system: ["/desk/accounts"],
    auditor: ["/desk/audit"],
};

function freePort() {
    return new Promise((resolve) => {
        const probe = createServer().listen(0, "127.0.0.1", () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

async function started(folder) {
    const program = path.join(root, "build/release/server/jingwei");
    const made = spawnSync(program, ["demo", "--scale", "town", "--data", folder], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`no demo county:\n${made.stderr}`);
    const port = await freePort();
    const server = spawn(program, ["serve", "--data", folder, "--port", String(port), "--web", path.join(root, "web/dist")], { stdio: "ignore" });
    const base = `http://127.0.0.1:${port}`;
    for (const end = Date.now() + kReadyMs; ;) {
        if ((await fetch(`${base}/readyz`).catch(() => undefined))?.ok) return { base, server };
        if (Date.now() > end || server.exitCode !== null) throw new Error("the server did not get ready");
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
}

/** The cookies of somebody who has just signed in, as one header. */
async function cookiesOf(base, name) {
    const answer = await fetch(`${base}/api/v1/session`, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ name, password: kPassword }),
    });
    if (!answer.ok) throw new Error(`${name} cannot sign in: ${answer.status}`);
    return answer.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
}

/** Why a room is below the least, audit by audit; empty when it is not. */
function faultsOf(report) {
    return kCategories.flatMap((name) => {
        const category = report.categories[name];
        if (category.score >= kLeast) return [];
        const why = category.auditRefs
            .map(({ id }) => report.audits[id])
            .filter((audit) => audit.score !== null && audit.score < 1)
            .map((audit) => `    ${audit.id}: ${audit.title}`);
        return [`  ${name} ${Math.round(category.score * 100)}`, ...why];
    });
}

async function look(url, cookie, port, seat) {
    const flags = { port, onlyCategories: kCategories, logLevel: "error", extraHeaders: cookie ? { Cookie: cookie } : {} };
    const { lhr } = await lighthouse(url, flags, seat === "desk" ? desktopConfig : undefined);
    return lhr;
}

const wanted = process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), "jingwei-lighthouse-"));
chmodSync(folder, 0o755);
const { base, server } = await started(path.join(folder, "data"));
const browser = await launch({
    chromePath: "/usr/bin/chromium",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run", `--user-data-dir=${path.join(folder, "browser")}`],
});
const tally = { passed: 0, failed: 0 };
const rows = [];
try {
    for (const [login, rooms] of Object.entries(kRooms)) {
        const cookie = login ? await cookiesOf(base, login) : "";
        for (const room of rooms.filter((one) => wanted.length === 0 || wanted.some((part) => one.includes(part)))) {
            for (const seat of ["desk", "phone"]) {
                const report = await look(base + room, cookie, browser.port, seat);
                const scores = kCategories.map((name) => Math.round(report.categories[name].score * 100));
                const faults = faultsOf(report);
                ++tally[faults.length === 0 ? "passed" : "failed"];
                rows.push({ room, seat, accessibility: scores[0], best_practices: scores[1] });
                console.log(`${room} ${seat}: accessibility ${scores[0]}, best practices ${scores[1]}`);
                for (const fault of faults) console.log(fault);
            }
        }
    }
} finally {
    await browser.kill();
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
}
mkdirSync(path.join(root, "build"), { recursive: true });
writeFileSync(path.join(root, "build/lighthouse.json"), JSON.stringify(rows, null, 2));
console.log(`${tally.passed} passed, ${tally.failed} failed, 0 skipped`);
process.exitCode = tally.failed === 0 ? 0 : 1;
