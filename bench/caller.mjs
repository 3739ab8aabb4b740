// One signed-in person who makes single requests, for recording and checking.

export class Caller {
    constructor(port, row, role) {
        this.origin = `http://127.0.0.1:${port}`;
        this.headers = { Cookie: `jingwei_session=${row[role]}`, "X-CSRF-Token": row[`${role}_csrf`], "Content-Type": "application/json", "Accept-Language": "zh-CN" };
    }

    async ask(method, target, body) {
        const answer = await fetch(this.origin + target, { method, headers: this.headers, body });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${method} ${target}: ${answer.status} ${text}`);
        return JSON.parse(text);
    }
}

/** A step of a plan (steps.mjs) as a request: who sends what where, with its gaps filled. */
export function requestOf(step, row, caseId) {
    const filled = (text) => text.replace(/\{\{(\w+)\}\}/g, (_, word) => (word === "case" ? caseId : word === "uuid" ? newId() : row[word]));
    const [, method, target] = /^(\w+) (\S+) /.exec(step.head);
    const [, role] = /jingwei_session=\{\{(\w+)\}\}/.exec(step.head);
    return { role, method, target: filled(target), body: step.body ? filled(step.body) : undefined };
}

export function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const ms = Date.now().toString(16).padStart(12, "0");
    return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
