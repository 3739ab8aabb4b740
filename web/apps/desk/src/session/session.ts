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

/** Called when the server says that the session is over. */
export function forgetSession(): void {
    session.value = undefined;
}

interface SessionStore {
    session: Readonly<Ref<DeepReadonly<Session> | undefined>>;
    signedIn: Readonly<Ref<boolean>>;
    may(permission: string): boolean;
    /** Asks the server once per page load; throws only when it cannot be reached. */
    known(): Promise<void>;
    signIn(given: SignIn): Promise<void>;
    signOut(): Promise<void>;
    changePassword(old: string, fresh: string): Promise<void>;
}

const store: SessionStore = {
    session: readonly(session),
    signedIn: computed(() => session.value !== undefined),
    may: (permission) => session.value?.permissions.includes(permission) ?? false,
    known: () => (asked ??= askOnce()),
    async signIn(given) {
        session.value = await sessions.signIn(given);
        asked = Promise.resolve();
    },
    async signOut() {
        await sessions.signOut();
        forgetSession();
    },
    async changePassword(old, fresh) {
        await sessions.changePassword({ old_password: old, new_password: fresh });
        session.value = await sessions.current();
    },
};

/** Who is signed in. Readable everywhere, changed only here. */
export function useSession(): SessionStore {
    return store;
}
