import { answerOf, client } from './transport';
import type { Session, SignIn } from './views';

/** Here 401 is an ordinary answer, not the end of a session. */
const kOrdinary = false;

export const sessions = {
    /** Who is signed in; refused with `signed_out` when nobody is. */
    current: (): Promise<Session> => answerOf(client.GET('/api/v1/session'), kOrdinary),
    signIn: (body: SignIn): Promise<Session> => answerOf(client.POST('/api/v1/session', { body }), kOrdinary),
    signOut: async (): Promise<void> => void (await answerOf(client.DELETE('/api/v1/session'), kOrdinary)),
    changePassword: async (body: { old_password: string; new_password: string }): Promise<void> =>
        void (await answerOf(client.POST('/api/v1/session/password', { body }), kOrdinary)),
};
