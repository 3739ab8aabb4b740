// Who stands at the door learns nothing about who lives there.
import { Caller } from "../small_county/caller.mjs";
import { kCounty, kPassword, uuid } from "../small_county/small_county.mjs";
import { equal, holds, refused } from "./expect.mjs";
import { newcomer } from "./sessions.mjs";

const kWrong = "Wrong-password-2026";
const kRounds = 12;
/** Two of the server's own argon2 run at once; what is timed here runs alone. */
const kMostApart = 0.25;

async function attempt(world, name, password, cookies) {
    const caller = new Caller(world.server);
    if (cookies) caller.cookies = new Map(cookies);
    return caller.send("POST", "/api/v1/session", { body: { name, password } });
}

const told = ({ status, body }) => JSON.stringify({ status, ...body, request_id: undefined });
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function timed(work) {
    const started = process.hrtime.bigint();
    await work();
    return Number(process.hrtime.bigint() - started) / 1e6;
}

/** Accounts whose password is hashed at the price that the server really asks. */
async function dearAccounts(world, count) {
    const logins = Array.from({ length: count }, () => `dear${uuid().slice(-8)}`);
    for (const login of logins)
        world.server.command(["user", "add", "--county", kCounty, "--keep-password", login], kPassword);
    return logins;
}

/** Locked: five wrong passwords of a stranger. */
async function locked(world) {
    const login = await newcomer(world);
    for (let nth = 0; nth < 5; ++nth) await attempt(world, login, kWrong);
    return login;
}

export const signInTests = {
    async "a wrong password, an unknown name, a locked and a barred account get one answer"(world) {
        const barred = await newcomer(world);
        await world.database.rows(`UPDATE account SET disabled_at = now() WHERE login = '${barred}'`);
        const answers = [
            await attempt(world, await newcomer(world), kWrong),
            await attempt(world, "nobody.at.all", kWrong),
            await attempt(world, await locked(world), kPassword),
            await attempt(world, barred, kPassword),
        ].map(told);
        holds(answers.every((one) => one === answers[0]), answers.join("\n"));
        holds(answers[0].includes("sign_in_failed"), answers[0]);
    },

    async "the fifth failure locks, and a lock is lifted neither by the password nor by another address"(world) {
        const login = await newcomer(world);
        for (let nth = 0; nth < 4; ++nth) refused(await attempt(world, login, kWrong), 401, "sign_in_failed");
        equal((await attempt(world, login, kPassword)).status, 200, "after four");
        for (let nth = 0; nth < 5; ++nth) refused(await attempt(world, login, kWrong), 401, "sign_in_failed");
        refused(await attempt(world, login, kPassword), 401, "sign_in_failed");
        const elsewhere = new Caller(world.server);
        const answer = await elsewhere.send("POST", "/api/v1/session", {
            headers: { "X-Forwarded-For": "203.0.113.9", "User-Agent": "another" },
            body: { name: login.toUpperCase(), password: kPassword },
        });
        refused(answer, 401, "sign_in_failed");
    },

    async "a browser that its owner signed in with before is let in while strangers have locked the account"(world) {
        const login = await newcomer(world);
        const owner = await new Caller(world.server).signIn(login, kPassword);
        await owner.must("DELETE", "/api/v1/session");
        for (let nth = 0; nth < 5; ++nth) await attempt(world, login, kWrong);
        refused(await attempt(world, login, kPassword), 401, "sign_in_failed");
        const device = [...owner.cookies].filter(([name]) => name === "jingwei_device");
        equal((await attempt(world, login, kPassword, device)).status, 200, "the known browser");
        const other = await newcomer(world);
        for (let nth = 0; nth < 5; ++nth) await attempt(world, other, kWrong);
        refused(await attempt(world, other, kPassword, device), 401, "sign_in_failed");
    },

    async "parallel guesses do not slip past the limit"(world) {
        const login = await newcomer(world);
        await Promise.all(Array.from({ length: 7 }, () => attempt(world, login, kWrong)));
        refused(await attempt(world, login, kPassword), 401, "sign_in_failed");
    },

    // What is compared is the middle of the differences of neighbours: load that comes and goes
    // falls on both. A server that skips the hash for an unknown name answers ten times faster.
    async "the time of an answer does not tell whether a name exists"(world) {
        const logins = await dearAccounts(world, Math.ceil(kRounds / 4));
        const [known, apart] = [[], []];
        for (let round = -1; round < kRounds; ++round) {
            const name = logins[Math.max(round, 0) % logins.length];
            const [here, nowhere] = round % 2 === 0
                ? [await timed(() => attempt(world, name, kWrong)), await timed(() => attempt(world, `${name}x`, kWrong))]
                : [await timed(() => attempt(world, `${name}x`, kWrong)), await timed(() => attempt(world, name, kWrong))].reverse();
            if (round < 0) continue; // connections are made in the first
            known.push(here);
            apart.push(here - nowhere);
        }
        const share = Math.abs(median(apart)) / median(known);
        holds(share < kMostApart, `an answer takes ${median(known).toFixed(1)} ms, and ${median(apart).toFixed(1)} ms more for a name that exists`);
    },
};
