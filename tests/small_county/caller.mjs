// Somebody at the door of a server: HTTP with the cookies and the CSRF token of a session.
import http from "node:http";
import https from "node:https";

const kAnswerLimitMs = 60_000;
const agents = {
    http: new http.Agent({ keepAlive: true, maxSockets: 8 }),
    https: new https.Agent({ keepAlive: true, maxSockets: 8, rejectUnauthorized: false }),
};

/** A form with one file, as a browser sends it. */
export function formOf(fields, file) {
    const edge = "----jingwei-test-edge";
    const parts = Object.entries(fields).map(
        ([name, value]) =>
            `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head =
        `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\n` +
        `Content-Type: ${file.type}\r\n\r\n`;
    return {
        type: `multipart/form-data; boundary=${edge}`,
        bytes: Buffer.concat([
            Buffer.from(parts.join("") + head),
            Buffer.from(file.bytes),
            Buffer.from(`\r\n--${edge}--\r\n`),
        ]),
    };
}

export class Caller {
    constructor(server) {
        this.server = server;
        this.cookies = new Map();
        this.csrf = undefined;
    }

    /** The same person at another run of the server. */
    at(server) {
        const same = new Caller(server);
        same.cookies = new Map(this.cookies);
        return Object.assign(same, { csrf: this.csrf, account: this.account, login: this.login });
    }

    get cookieLine() {
        return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    }

    /** Answers {status, headers, text, body}; nothing is thrown for a refusal. */
    send(method, target, { body, form, headers = {}, stream = false } = {}) {
        const sent = { Accept: "*/*", "Accept-Language": "en", ...headers };
        const bytes = form ? form.bytes : body === undefined ? undefined : JSON.stringify(body);
        if (bytes !== undefined) sent["Content-Type"] ??= form ? form.type : "application/json";
        if (bytes !== undefined) sent["Content-Length"] = Buffer.byteLength(bytes);
        if (this.cookies.size > 0) sent.Cookie ??= this.cookieLine;
        if (this.csrf !== undefined) sent["X-CSRF-Token"] ??= this.csrf;
        const { scheme, port } = this.server;
        const options = { host: "127.0.0.1", port, method, path: target, headers: sent };
        const module = scheme === "https" ? https : http;
        return new Promise((resolve, reject) => {
            const wanted = module.request(
                { ...options, agent: agents[scheme], timeout: kAnswerLimitMs },
                (answer) => {
                    this.#keep(answer.headers["set-cookie"] ?? []);
                    const { statusCode: status, headers: told } = answer;
                    if (stream && status < 300) {
                        resolve({ status, headers: told, text: "", stream: answer });
                        return;
                    }
                    const chunks = [];
                    answer.on("data", (chunk) => chunks.push(chunk));
                    answer.on("end", () => {
                        const text = Buffer.concat(chunks).toString();
                        const isJson = /json/.test(told["content-type"] ?? "");
                        const value = isJson && text ? JSON.parse(text) : undefined;
                        resolve({ status, headers: told, text, body: value });
                    });
                },
            );
            wanted.on("timeout", () => wanted.destroy(new Error(`${target}: no answer`)));
            wanted.on("error", reject);
            wanted.end(bytes);
        });
    }

    #keep(lines) {
        for (const line of lines) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
            if (value === "") this.cookies.delete(name);
            else this.cookies.set(name, value);
        }
    }

    /** send() of what must succeed; answers the body. */
    async must(method, target, options) {
        const answer = await this.send(method, target, options);
        if (answer.status < 300) return answer.body;
        throw new Error(`${this.login}: ${method} ${target}: ${answer.status} ${answer.text}`);
    }

    get(target) {
        return this.must("GET", target);
    }

    post(target, body) {
        return this.must("POST", target, { body });
    }

    /** Signs in; refused: the answer, else this caller with its session. */
    async signIn(name, password, more = {}) {
        this.login = name;
        const body = { name, password, ...more };
        const answer = await this.send("POST", "/api/v1/session", { body });
        if (answer.status >= 300) throw new Error(`${name} cannot sign in: ${answer.text}`);
        this.csrf = answer.body.csrf_token;
        this.account = answer.body.account;
        return this;
    }
}

export function closeConnections() {
    agents.http.destroy();
    agents.https.destroy();
}
