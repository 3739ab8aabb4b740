// kill -9 of whatever is there, at random moments, while people write.
import { checkAll, checkTables } from "../ledger.mjs";
import { House, until } from "../house.mjs";
import { Writers } from "../writers.mjs";

export const about = "SIGKILL of the server, its supervisor, the postmaster or a backend at random moments under load";
export const defaults = { rounds: 200, writers: 8 };
export const short = { rounds: 8, writers: 8 };

const kLimitMs = 5_000;
const kTablesEvery = 20; // rounds
const kVictims = ["server", "server", "postmaster", "postmaster", "backend", "supervisor", "server and postmaster"];

const shoot = (pid) => {
    if (!pid) return;
    try {
        process.kill(pid, "SIGKILL");
    } catch {
        // it had ended by itself
    }
};

/** The supervisor is what a service manager looks after; the test is one that waits for nothing. */
async function killSupervisor(house) {
    shoot(house.supervisor.pid);
    await house.ended;
    await house.start();
}

async function kill(house, victim, random) {
    if (victim.includes("server")) shoot(house.worker);
    if (victim.includes("postmaster")) shoot(house.postmaster);
    if (victim === "backend") shoot(random.one(house.backends));
    if (victim === "supervisor") await killSupervisor(house);
}

/**
 * Milliseconds until the killed processes have successors, and until everybody had a write acknowledged that he
 * began afterwards: for a moment the backends of a killed postmaster still answer.
 */
async function round(house, writers, victim, random) {
    const before = [house.worker, house.postmaster];
    const killed = performance.now();
    await kill(house, victim, random);
    await until(`what was killed (${victim}) has a successor`, () => {
        const now = [house.worker, house.postmaster];
        const renewed = [victim.includes("server") || victim === "supervisor", victim.includes("postmaster")];
        return now.every((pid, at) => pid && (!renewed[at] || pid !== before[at]));
    });
    const whole = performance.now();
    await until(`after the kill of ${victim} everybody writes again`, () => writers.servedSince(whole) === writers.count);
    return { victim, whole: whole - killed, all: performance.now() - killed };
}

function tell(say, rounds) {
    for (const victim of new Set(rounds.map((one) => one.victim))) {
        const times = rounds.filter((one) => one.victim === victim).map((one) => one.all).sort((a, b) => a - b);
        const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))]);
        say(`${victim.padEnd(22)} ${String(times.length).padStart(3)} kills, everybody writes again after ${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(1)} ms (most)`);
    }
}

export async function run({ say, random, check, options }) {
    const house = await House.open("kill");
    const rounds = [];
    try {
        const writers = new Writers(house, { count: options.writers });
        writers.start();
        await until("everybody writes", () => writers.servedSince(0) === writers.count);
        for (let number = 1; number <= options.rounds; ++number) {
            await new Promise((resolve) => setTimeout(resolve, random.between(20, 500)));
            const victim = number <= new Set(kVictims).size ? [...new Set(kVictims)][number - 1] : random.one(kVictims);
            rounds.push(await round(house, writers, victim, random));
            if (number % kTablesEvery === 0) {
                say(`round ${number}: ${writers.acknowledged.length} writes acknowledged`);
                checkTables(house, writers.acknowledged.slice());
            }
        }
        await writers.stop();
        tell(say, rounds);
        say(`${writers.acknowledged.length} writes acknowledged over ${rounds.length} kills; not answered or "later": ${JSON.stringify(Object.fromEntries(writers.later))}`);
        await check("every acknowledged write is there once, with its entry of the audit, which verifies", () => checkAll(house, writers));
        await check("the server and the database are back within five seconds", () => {
            const late = rounds.filter((one) => one.all > kLimitMs);
            if (late.length) throw new Error(JSON.stringify(late));
        });
    } finally {
        await house.close();
    }
}
