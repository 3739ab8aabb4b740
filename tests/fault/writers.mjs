// People who take cases from their report to their end, without thinking time, and keep what the
// server acknowledged. What was not answered they send again as it was, as the apps do.
import { Agent, request } from "node:http";

import { newId, requestOf } from "../../bench/caller.mjs";
import { castOf } from "../../bench/cast.mjs";
import { lifecycleSteps } from "../../bench/steps.mjs";
import { pause } from "./house.mjs";

const kAnswerLimitMs = 10_000;
const kPauseMs = 20;
const kSteps = lifecycleSteps().filter((step) => step.body);

/** One request; a lost connection is the status 0. */
export function ask({ port, agent, method, target, headers, body, limitMs = kAnswerLimitMs }) {
    return new Promise((resolve) => {
        const sent = request({ port, agent, method, path: target, headers, timeout: limitMs }, (answer) => {
            const chunks = [];
            answer.on("data", (chunk) => chunks.push(chunk));
            answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString() }));
            answer.on("error", () => resolve({ status: 0, text: "cut off" }));
        });
        sent.on("timeout", () => sent.destroy(new Error("no answer in time")));
        sent.on("error", (problem) => resolve({ status: 0, text: problem.message }));
        sent.end(body);
    });
}

export const headersOf = (row, role) => ({ Cookie: `jingwei_session=${row[role]}`, "X-CSRF-Token": row[`${role}_csrf`], "Content-Type": "application/json", "Accept-Language": "zh-CN" });

export class Writers {
    constructor(house, { count = 8, pauseMs = 0 } = {}) {
        Object.assign(this, { house, count, pauseMs });
        this.rows = castOf(house.data).rows;
        this.agent = new Agent({ keepAlive: true, maxSockets: count });
        this.acknowledged = []; // {case, step, no, action, row}: row is who did it
        this.wrong = []; // answers that are neither yes nor "later"
        this.later = new Map(); // what else was answered, by status
        this.slowestMs = 0;
        this.lastBegun = []; // of each writer: when his latest acknowledged request was sent
    }

    start() {
        this.going = true;
        this.done = Promise.all(Array.from({ length: this.count }, (_, at) => this.#write(at)));
    }

    /** Ends when every request under way is answered. */
    async stop() {
        this.going = false;
        await this.done;
        this.agent.destroy();
    }

    /** How many writers had a request acknowledged that they sent after `moment`. */
    servedSince(moment) {
        return this.lastBegun.filter((begun) => begun > moment).length;
    }

    async #write(writer) {
        for (let number = writer; this.going; number += this.count) {
            const row = this.rows[number % this.rows.length];
            const id = newId();
            for (const step of kSteps) {
                if (!this.going || !(await this.#take(writer, row, id, step))) break;
                if (this.pauseMs) await pause(this.pauseMs);
            }
        }
    }

    /** Sends a step until it is answered; false when the answer is no. */
    async #take(writer, row, id, step) {
        const { role, method, target, body } = requestOf(step, row, id);
        const sent = { port: this.house.port, agent: this.agent, method, target, headers: headersOf(row, role), body };
        for (;;) {
            const begun = performance.now();
            const answer = await ask(sent);
            if (answer.status >= 200 && answer.status < 300) {
                const receipt = JSON.parse(answer.text);
                this.acknowledged.push({ case: id, step: JSON.parse(body).step_id, no: receipt.step_no, action: target.split("/").at(-1).replace("cases", "report"), row });
                this.lastBegun[writer] = begun;
                this.slowestMs = Math.max(this.slowestMs, performance.now() - begun);
                return true;
            }
            this.later.set(answer.status, (this.later.get(answer.status) ?? 0) + 1);
            if (answer.status !== 0 && answer.status !== 503) {
                this.wrong.push(`${method} ${target}: ${answer.status} ${answer.text.slice(0, 300)}`);
                return false;
            }
            if (answer.status === 503 && !answer.headers["retry-after"]) this.wrong.push(`${target}: 503 without Retry-After`);
            await pause(kPauseMs);
        }
    }
}
