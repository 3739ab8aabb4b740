import { ApiProblem, sessions, type Session, type SignIn } from '@jingwei/api';
import { readonly, ref, type DeepReadonly, type Ref } from 'vue';
import { forgetDraft } from '@/report/draft';

const session = ref<Session>();
let asked: Promise<void> | undefined;

/** The token of unsafe calls; empty while nobody is signed in. */
export const csrfToken = (): string => session.value?.csrf_token ?? '';

/** The server says that it is over. */
export function signedOut(): void {
    session.value = undefined;
}

async function askOnce(): Promise<void> {
    try {
        session.value = await sessions.current();
    } catch (problem) {
        if (problem instanceof ApiProblem && problem.kind === 'signed_out') return;
        asked = undefined;
        throw problem;
    }
}

/** The same session as at the desk. */
export function useSession(): {
    session: Readonly<Ref<DeepReadonly<Session> | undefined>>;
    /** Asks the server once per page load; throws only when it cannot be reached. */
    known(): Promise<void>;
    signIn(given: SignIn): Promise<void>;
    /** Ends the session and begins the app anew, so that nothing of one person is left for the next. */
    signOut(): Promise<void>;
} {
    return {
        session: readonly(session),
        known: () => (asked ??= askOnce()),
        signIn: async (given) => void (session.value = await sessions.signIn(given)),
        signOut: async () => {
            await sessions.signOut();
            if (session.value) forgetDraft(session.value.account);
            location.assign(`${import.meta.env.BASE_URL}sign-in`);
        },
    };
}
