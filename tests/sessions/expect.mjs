// What a test holds the server to.
export function equal(found, expected, what) {
    if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}

export function holds(condition, what) {
    if (!condition) throw new Error(what);
}

/** A refusal of that status and code. */
export function refused(answer, status, code) {
    equal(`${answer.status} ${answer.body?.code}`, `${status} ${code}`, "answer");
}
