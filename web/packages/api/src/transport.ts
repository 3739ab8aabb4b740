import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './contract';
import { ApiProblem } from './problem';

/** What the app tells the client, and is told by it. */
export interface Surroundings {
    language(): string;
    /** The token that unsafe methods carry; empty while nobody is signed in. */
    csrfToken(): string;
    /** The session has ended: the app asks to sign in again and comes back. */
    onSignedOut(): void;
}

let surroundings: Surroundings = { language: () => 'zh-CN', csrfToken: () => '', onSignedOut: () => undefined };

export function connect(given: Surroundings): void {
    surroundings = given;
}

const safeMethods = new Set(['GET', 'HEAD']);

export function headersFor(method: string): Record<string, string> {
    const headers: Record<string, string> = { 'Accept-Language': surroundings.language() };
    if (!safeMethods.has(method)) headers['X-CSRF-Token'] = surroundings.csrfToken();
    return headers;
}

const kAttempts = 3;
const kPauseMs = 400;
const passing = new Set([502, 503, 504]);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * fetch that tries again when the network or the server is away for a moment. Safe for writes as well: their ids
 * are made here, and the server answers a repeated id with the first receipt.
 */
async function patientFetch(request: Request): Promise<Response> {
    for (let attempt = 1; ; ++attempt) {
        try {
            const response = await fetch(request.clone());
            if (!passing.has(response.status) || attempt === kAttempts) return response;
        } catch (failure) {
            if (request.signal.aborted) throw failure;
            if (attempt === kAttempts) throw ApiProblem.offline();
        }
        await pause(kPauseMs * attempt);
    }
}

const household: Middleware = {
    onRequest({ request }) {
        for (const [name, value] of Object.entries(headersFor(request.method))) request.headers.set(name, value);
        return request;
    },
};

export const client: Client<paths> = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: patientFetch });
client.use(household);

/** The problem of a refused response; a lost session is reported to the app on the way. */
export function problemOf(status: number, body: unknown, mayEndSession = true): ApiProblem {
    const problem = ApiProblem.of(status, body);
    if (problem.kind === 'signed_out' && mayEndSession) surroundings.onSignedOut();
    return problem;
}

interface Outcome<Answer> {
    data?: Answer;
    error?: unknown;
    response: Response;
}

/** The answer of one call, or an ApiProblem thrown. `mayEndSession` is false where 401 is an ordinary answer. */
export async function answerOf<Answer>(outcome: Promise<Outcome<Answer>>, mayEndSession = true): Promise<Answer> {
    const { data, error, response } = await outcome;
    if (!response.ok) throw problemOf(response.status, error, mayEndSession);
    return data as Answer;
}
