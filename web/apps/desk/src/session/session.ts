import { ApiProblem, sessions, type Session, type SignIn } from '@jingwei/api';
import { computed, readonly, ref, type DeepReadonly, type Ref } from 'vue';

const session = ref<Session>();
let asked: Promise<void> | undefined;

async function askOnce(): Promise<void> {
    try {
        session.value = await sessions.current();
    } catch (problem) {
        if (!(problem instanceof ApiProblem && problem.kind === 'signed_out')) {
            asked = undefined;
            throw problem;
        }
    }
}

/** The token of unsafe calls; empty while nobody is signed in. */
export function csrfToken(): string {
    return session.value?.csrf_token ?? '';
}

const ended = ref(false);
let waiting: { promise: Promise<boolean>; settle: (back: boolean) => void } | undefined;

/** Called when the server says that the session is over: asks on the spot, once for all calls that wait for it. */
export function signInAgain(): Promise<boolean> {
    if (!session.value) return Promise.resolve(false);
    if (!waiting) {
        let settle: (back: boolean) => void = () => undefined;
        const promise = new Promise<boolean>((resolve) => (settle = resolve));
        waiting = { promise, settle };
        ended.value = true;
    }
    return waiting.promise;
}

function settled(back: boolean): void {
    ended.value = false;
    waiting?.settle(back);
    waiting = undefined;
}

interface SessionStore {
    session: Readonly<Ref<DeepReadonly<Session> | undefined>>;
    signedIn: Readonly<Ref<boolean>>;
    /** The session has ended while its reader was at work; he is being asked to sign in again. */
    ended: Readonly<Ref<boolean>>;
    may(permission: string): boolean;
    /** Asks the server once per page load; throws only when it cannot be reached. */
    known(): Promise<void>;
    signIn(given: SignIn): Promise<void>;
    /** Ends the session and begins the app anew, so that nothing of one person is left for the next. */
    signOut(): Promise<void>;
    changePassword(old: string, fresh: string): Promise<void>;
    /** Reads the session again, after something about the account has changed. */
    refresh(): Promise<void>;
}

function beginAnew(): void {
    sessionStorage.clear();
    location.assign(`${import.meta.env.BASE_URL}sign-in`);
}

const store: SessionStore = {
    session: readonly(session),
    signedIn: computed(() => session.value !== undefined),
    ended: readonly(ended),
    may: (permission) => session.value?.permissions.includes(permission) ?? false,
    known: () => (asked ??= askOnce()),
    async signIn(given) {
        session.value = await sessions.signIn(given);
        asked = Promise.resolve();
        settled(true);
    },
    async signOut() {
        if (!ended.value) await sessions.signOut();
        beginAnew();
    },
    async changePassword(old, fresh) {
        await sessions.changePassword({ old_password: old, new_password: fresh });
        session.value = await sessions.current();
    },
    async refresh() {
        session.value = await sessions.current();
    },
};

/** Who is signed in. Readable everywhere, changed only here. */
export function useSession(): SessionStore {
    return store;
}
