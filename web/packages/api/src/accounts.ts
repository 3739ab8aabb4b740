import type { components, operations } from './contract';
import { answerOf, client } from './transport';

type Schemas = components['schemas'];

export type Account = Schemas['AccountView'];
export type AccountPage = Schemas['AccountViewPage'];
export type AddAccount = Schemas['AddAccountBody'];
export type ChangeAccount = Schemas['ChangeAccountBody'];
export type Grant = Schemas['GrantView'];
export type GiveGrant = Schemas['GiveGrantBody'];
export type RightHolder = Schemas['HolderView'];
export type Role = Schemas['RoleView'];
export type Office = Schemas['Office'];
export type ApiToken = Schemas['TokenView'];
export type MakeToken = Schemas['TokenBody'];
export type NewApiToken = Schemas['NewTokenView'];
export type AccountQuery = NonNullable<operations['getAccounts']['parameters']['query']>;

/** Who may sign in. */
export const accounts = {
    /** By user name, those that one looks after; `q` is part of user name or name. */
    list: (query: AccountQuery): Promise<AccountPage> => answerOf(client.GET('/api/v1/accounts', { params: { query } })),
    read: (id: string): Promise<Account> => answerOf(client.GET('/api/v1/accounts/{id}', { params: { path: { id } } })),
    /** Its password must be changed at the first sign-in. */
    add: (body: AddAccount): Promise<Account> => answerOf(client.POST('/api/v1/accounts', { body })),
    change: (id: string, body: ChangeAccount): Promise<Account> =>
        answerOf(client.PATCH('/api/v1/accounts/{id}', { params: { path: { id } }, body })),
    /** Takes off lock and second factor, and ends every session and token of the account. */
    setPassword: async (id: string, password: string): Promise<void> =>
        void (await answerOf(client.POST('/api/v1/accounts/{id}/password', { params: { path: { id } }, body: { new_password: password } }))),
};

/** Which role somebody has where; only those that have not ended. */
export const grants = {
    of: async (account: string): Promise<Grant[]> =>
        (await answerOf(client.GET('/api/v1/accounts/{id}/grants', { params: { path: { id: account } } }))).items,
    own: async (): Promise<Grant[]> => (await answerOf(client.GET('/api/v1/me/grants'))).items,
    give: (body: GiveGrant): Promise<Grant> => answerOf(client.POST('/api/v1/grants', { body })),
    end: async (id: string): Promise<void> => void (await answerOf(client.DELETE('/api/v1/grants/{id}', { params: { path: { id } } }))),
    roles: async (): Promise<Role[]> => (await answerOf(client.GET('/api/v1/roles'))).items,
    /** Who holds a permission on a node now, and by which grant: 500 of them at most. */
    holders: async (query: { permission: string; path: string }): Promise<RightHolder[]> =>
        (await answerOf(client.GET('/api/v1/rights', { params: { query } }))).items,
};

/** What programs sign in with instead of a password. */
export const apiTokens = {
    list: async (): Promise<ApiToken[]> => (await answerOf(client.GET('/api/v1/me/tokens'))).items,
    /** The secret is in this answer and never again. */
    make: (body: MakeToken): Promise<NewApiToken> => answerOf(client.POST('/api/v1/me/tokens', { body })),
    revoke: async (id: string): Promise<void> =>
        void (await answerOf(client.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id } } }))),
};

/** The name of one unit. */
export async function unitName(id: string): Promise<string> {
    return (await answerOf(client.GET('/api/v1/units/{id}', { params: { path: { id } } }))).name;
}
