import { ask } from './transport';

export interface Session {
    account: string;
    login: string;
    name: string;
    /** The first role held; its name is a sentence of the screen. Empty when none. */
    duty: string;
    county: { code: string; name: string };
    permissions: string[];
    must_change_password: boolean;
    csrf_token: string;
}

export interface SignIn {
    name: string;
    password: string;
    totp?: string;
}

export const sessions = {
    /** Who is signed in; refused with `signed_out` when nobody is. */
    current: (): Promise<Session> => ask('GET', '/session', {}, false),
    signIn: (body: SignIn): Promise<Session> => ask('POST', '/session', { body }, false),
    signOut: (): Promise<void> => ask('DELETE', '/session', {}, false),
    changePassword: (body: { old_password: string; new_password: string }): Promise<void> =>
        ask('POST', '/session/password', { body }, false),
};
