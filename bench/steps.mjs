// The requests of a lifecycle, as the web client sends them, and their like for the bare server.

const json = ["Host: 127.0.0.1", "Accept: application/json", "Accept-Language: zh-CN"];

function head(method, target, role) {
    const lines = [`${method} ${target} HTTP/1.1`, ...json, `Cookie: jingwei_session={{${role}}}`];
    if (method === "POST") lines.push(`X-CSRF-Token: {{${role}_csrf}}`, "Content-Type: application/json");
    return `${lines.join("\r\n")}\r\n`;
}

const place = '"path":"{{grid}}","point":{"lon":{{lon}},"lat":{{lat}}},"address":"{{address}}"';
export const reportBody = `{"id":"{{case}}","step_id":"{{uuid}}","channel":"worker","matter":"{{matter}}","description":"{{text}}",${place}}`;

/** Each by whom the rules ask for: the grid worker reports and checks, the town assigns, a unit of it handles, the village closes. */
export function lifecycleSteps(base = "/api/v1") {
    const act = (name, action, role, expected, more = "") => ({
        name,
        head: head("POST", `${base}/cases/{{case}}/steps/${action}`, role),
        body: `{"step_id":"{{uuid}}","expected_step":${expected}${more}}`,
    });
    return [
        { name: "report", head: head("POST", `${base}/cases`, "worker"), body: reportBody },
        act("assign", "assign", "desk", 1, ',"unit":"{{unit}}"'),
        act("sign", "sign", "handler", 2),
        act("handle", "handle", "handler", 3, ',"text":"已到现场处理完毕，恢复正常。"'),
        act("verify", "verify_pass", "worker", 4),
        act("close", "close", "lead", 5),
        search("search", "desk", "view=done&matter={{matter}}&limit=20", base),
    ];
}

export const search = (name, role, query, base = "/api/v1") => ({ name, head: head("GET", `${base}/cases?${query}`, role), body: "" });
export const get = (name, role, target) => ({ name, head: head("GET", target, role), body: "" });
