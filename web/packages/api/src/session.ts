import { answerOf, client } from './transport';
import type { OpenSession, Session, SignIn, TwoStep } from './views';

export const sessions = {
    /** Who is signed in; refused with `signed_out` when nobody is. */
    current: (): Promise<Session> => answerOf(client.GET('/api/v1/session')),
    signIn: (body: SignIn): Promise<Session> => answerOf(client.POST('/api/v1/session', { body })),
    signOut: async (): Promise<void> => void (await answerOf(client.DELETE('/api/v1/session'))),
    changePassword: async (body: { old_password: string; new_password: string }): Promise<void> =>
        void (await answerOf(client.POST('/api/v1/session/password', { body }))),
    /** Where one is signed in, this browser among them. */
    open: (): Promise<{ items: OpenSession[] }> => answerOf(client.GET('/api/v1/me/sessions')),
    end: async (id: string): Promise<void> =>
        void (await answerOf(client.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }))),
    /** Every one but this. */
    endOthers: async (): Promise<void> => void (await answerOf(client.DELETE('/api/v1/me/sessions'))),
};

/** A second factor: a code of the authenticator app beside the password. */
export const twoStep = {
    /** A new secret each time, until a code confirms it. */
    begin: (password: string): Promise<TwoStep> =>
        answerOf(client.POST('/api/v1/me/totp', { body: { old_password: password } })),
    confirm: async (code: string): Promise<void> => void (await answerOf(client.POST('/api/v1/me/totp/confirm', { body: { code } }))),
    end: async (password: string): Promise<void> =>
        void (await answerOf(client.POST('/api/v1/me/totp/disable', { body: { old_password: password } }))),
};
