import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './contract';
import { ApiProblem } from './problem';

/** What the app tells the client, and is told by it. */
export interface Surroundings {
    language(): string;
    /** The token that unsafe methods carry; empty while nobody is signed in. */
    csrfToken(): string;
    /** The session has ended: asks to sign in again, on the spot. True when the same person is back. */
    signInAgain(): Promise<boolean>;
}

let surroundings: Surroundings = { language: () => 'zh-CN', csrfToken: () => '', signInAgain: () => Promise.resolve(false) };

export function connect(given: Surroundings): void {
    surroundings = given;
}

const safeMethods = new Set(['GET', 'HEAD']);

export function headersFor(method: string): Record<string, string> {
    const headers: Record<string, string> = { 'Accept-Language': surroundings.language() };
    if (!safeMethods.has(method)) headers['X-CSRF-Token'] = surroundings.csrfToken();
    return headers;
}

function dress(request: Request): Request {
    for (const [name, value] of Object.entries(headersFor(request.method))) request.headers.set(name, value);
    return request;
}

const kSignedOut = 401;
const kAttempts = 3;
const kPauseMs = 400;
const passing = new Set([502, 503, 504]);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** There 401 is an ordinary answer, not the end of a session. */
const kSignIn = '/api/v1/session';

/** Asks the reader to sign in again; true when the call may be made once more. */
export function back(): Promise<boolean> {
    return surroundings.signInAgain();
}

/**
 * fetch that tries again when the network or the server is away for a moment, and once when the session has ended
 * and the reader has signed in again: what was being written is not lost. Safe for writes as well: their ids
 * are made here, and the server answers a repeated id with the first receipt.
 */
async function patientFetch(request: Request): Promise<Response> {
    let asked = new URL(request.url).pathname.startsWith(kSignIn);
    for (let attempt = 1; ; ++attempt) {
        try {
            const response = await fetch(request.clone());
            if (response.status === kSignedOut && !asked) {
                asked = true;
                if (!(await back())) return response;
                dress(request);
                attempt = 0;
                continue;
            }
            if (!passing.has(response.status) || attempt === kAttempts) return response;
        } catch (failure) {
            if (request.signal.aborted) throw failure;
            if (attempt === kAttempts) throw ApiProblem.offline();
        }
        await pause(kPauseMs * attempt);
    }
}

const household: Middleware = { onRequest: ({ request }) => dress(request) };

export const client: Client<paths> = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: patientFetch });
client.use(household);

interface Outcome<Answer> {
    data?: Answer;
    error?: unknown;
    response: Response;
}

/** The answer of one call, or an ApiProblem thrown. */
export async function answerOf<Answer>(outcome: Promise<Outcome<Answer>>): Promise<Answer> {
    const { data, error, response } = await outcome;
    if (!response.ok) throw ApiProblem.of(response.status, error);
    return data as Answer;
}
