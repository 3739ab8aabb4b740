/** What the server says when it refuses (RFC 9457), in the reader's language. */
export interface Fault {
    /** JSON pointer of the member at fault, "/reporter/phone"; empty when it is none in particular. */
    field: string;
    code: string;
    sentence: string;
}

export type ProblemKind = 'refused' | 'invalid' | 'signed_out' | 'forbidden' | 'missing' | 'stale' | 'busy' | 'offline';

interface ProblemBody {
    code?: unknown;
    title?: unknown;
    errors?: unknown;
}

const kinds: Readonly<Record<number, ProblemKind>> = {
    400: 'invalid', 401: 'signed_out', 403: 'forbidden', 404: 'missing', 409: 'stale', 413: 'invalid', 422: 'invalid',
    429: 'busy', 502: 'offline', 503: 'busy', 504: 'offline',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function faultsOf(body: ProblemBody): Fault[] {
    if (!Array.isArray(body.errors)) return [];
    return (body.errors as unknown[]).map((one) => {
        const fault = (one ?? {}) as Record<string, unknown>;
        return { field: text(fault.field), code: text(fault.code), sentence: text(fault.message) };
    });
}

/** A refusal or an outage, ready to be shown: `message` is a sentence; empty when the screen must find one itself. */
export class ApiProblem extends Error {
    readonly kind: ProblemKind;
    readonly code: string;
    readonly faults: readonly Fault[];

    constructor(kind: ProblemKind, code: string, sentence: string, faults: readonly Fault[] = []) {
        super(sentence);
        this.name = 'ApiProblem';
        this.kind = kind;
        this.code = code;
        this.faults = faults;
    }

    static of(status: number, value: unknown): ApiProblem {
        const body = (typeof value === 'object' && value !== null ? value : {}) as ProblemBody;
        return new ApiProblem(kinds[status] ?? 'refused', text(body.code), text(body.title), faultsOf(body));
    }

    static offline(): ApiProblem {
        return new ApiProblem('offline', 'offline', '');
    }

    /** The sentence that belongs to one member of the body, "reporter/phone" or "phone". */
    at(field: string): string | undefined {
        const pointer = field.startsWith('/') ? field : `/${field}`;
        return this.faults.find((fault) => fault.field === pointer)?.sentence;
    }
}
