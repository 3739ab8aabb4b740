#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access_rules.h"
#include "access/device.h"
#include "access/logins.h"
#include "access/principal.h"
#include "db/transaction.h"

/// What the database knows of accounts. Each function says which duty its transaction has taken on
/// (db::Scope); without it row-level security shows nothing. docs/adr/0020-duties-open-tables.md
namespace jingwei::access::store {

/// Names of duties, as the policies know them.
inline constexpr std::string_view kCredential = "credential";
inline constexpr std::string_view kAccounts = "accounts";
inline constexpr std::string_view kGrants = "grants";

/// Nobody yet, on the way in: may look at credentials.
db::Scope at_the_door(std::string_view county);

// ---- accounts (duty accounts; reading also under grants, audit, credential)

struct AccountRow {
    Id<Account> id;
    std::string login;
    std::string display_name;
    std::string path;
    Time created_at;
    std::optional<Time> disabled_at;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, login, display_name, path, created_at, disabled_at))

struct NewAccount {
    Id<Account> id;
    std::string login;
    std::string display_name;
    std::string path;
    std::string password_hash;
    bool password_change_needed = true;
};

void add_account(db::Transaction& tx, const std::string& county, const NewAccount& account,
                 Time now);
std::optional<AccountRow> find_account(db::Transaction& tx, const std::string& county,
                                       Id<Account> id);
std::optional<AccountRow> find_account_by_login(db::Transaction& tx, const std::string& county,
                                                const std::string& login);
std::vector<AccountRow> list_accounts(db::Transaction& tx, const std::string& county,
                                      const std::string& after_login,
                                      const std::optional<std::string>& part, int limit);
void save_account(db::Transaction& tx, const std::string& county, const AccountRow& account);
/// All that the paths of the transaction reach.
std::vector<Login> list_logins(db::Transaction& tx, const std::string& county);

// ---- credentials (duty credential)

struct LoginRow {
    Id<Account> account_id;
    std::string password_hash;
};
BOOST_DESCRIBE_STRUCT(LoginRow, (), (account_id, password_hash))

struct CredentialRow {
    std::string password_hash;
    Time password_changed_at;
    bool password_change_needed = false;
    std::int32_t failures = 0;
    std::optional<Time> first_failure_at;
    std::optional<Time> locked_until;
    std::optional<db::Bytes> totp_secret;  ///< sealed
    std::optional<Time> totp_confirmed_at;
    std::optional<std::int64_t> totp_last_step;

    Failures failed() const { return {failures, first_failure_at, locked_until}; }
};
BOOST_DESCRIBE_STRUCT(CredentialRow, (),
                      (password_hash, password_changed_at, password_change_needed, failures,
                       first_failure_at, locked_until, totp_secret, totp_confirmed_at,
                       totp_last_step))

/// Nothing for an unknown or disabled login.
std::optional<LoginRow> find_login(db::Transaction& tx, const std::string& county,
                                   const std::string& login);
/// Holds the row until the transaction ends, so that failures are counted one after the other.
std::optional<CredentialRow> lock_credential(db::Transaction& tx, const std::string& county,
                                             Id<Account> account);
void save_failures(db::Transaction& tx, const std::string& county, Id<Account> account,
                   const Failures& failures);
/// Of a known device. Under the lock of the credential, for the same reason.
Failures device_failures(db::Transaction& tx, const std::string& county, Id<Account> account,
                         Id<Device> device);
void save_device_failures(db::Transaction& tx, const std::string& county, Id<Account> account,
                          Id<Device> device, const Failures& failures);
void forget_device_failures(db::Transaction& tx, const std::string& county, Id<Account> account,
                            Id<Device> device);
void forget_old_device_failures(db::Transaction& tx, const std::string& county, Time before);
/// Clears failures and lock as well.
void save_password(db::Transaction& tx, const std::string& county, Id<Account> account,
                   const std::string& hash, bool change_needed, Time now);
void save_totp(db::Transaction& tx, const std::string& county, Id<Account> account,
               const std::optional<db::Bytes>& secret, std::optional<Time> confirmed,
               std::optional<std::int64_t> last_step);

// ---- sessions (duty credential; one's own without)

struct SessionRow {
    Id<Session> id;
    Id<Account> account_id;
    Time created_at;
    Time seen_at;
    std::string login;
    std::string display_name;
    bool password_change_needed = false;
    bool totp_on = false;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (),
                      (id, account_id, created_at, seen_at, login, display_name,
                       password_change_needed, totp_on))

struct StandingRow {
    std::string login;
    std::string display_name;
    bool password_change_needed = false;
    bool totp_on = false;
};
BOOST_DESCRIBE_STRUCT(StandingRow, (), (login, display_name, password_change_needed, totp_on))

struct OpenSession {
    Id<Session> id;
    Time created_at;
    Time seen_at;
    std::optional<std::string> address;
    std::optional<std::string> agent;
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (id, created_at, seen_at, address, agent))

/// Where somebody sits who signs in: shown to him, so that he knows a session that is not his.
struct Seat {
    std::string address;
    std::string agent;
};

void add_session(db::Transaction& tx, const std::string& county, Id<Session> id,
                 Id<Account> account, const db::Bytes& token_hash, const Seat& seat, Time now);
std::optional<SessionRow> find_session(db::Transaction& tx, const std::string& county,
                                       const db::Bytes& token_hash);
/// Of an account that is not disabled.
std::optional<StandingRow> find_standing(db::Transaction& tx, const std::string& county,
                                         Id<Account> account);
void touch_session(db::Transaction& tx, const std::string& county, Id<Session> id, Time now);
std::vector<OpenSession> list_sessions(db::Transaction& tx, const std::string& county,
                                       Id<Account> account);
/// False when there is no such session any more.
bool end_session(db::Transaction& tx, const std::string& county, Id<Account> account,
                 Id<Session> id, Time now);
/// Nil keeps none.
void end_other_sessions(db::Transaction& tx, const std::string& county, Id<Account> account,
                        Id<Session> kept, Time now);
/// How many ended.
std::int64_t end_oldest_sessions(db::Transaction& tx, const std::string& county,
                                 Id<Account> account, std::size_t kept, Time now);
/// How many rows went.
std::int64_t delete_old_sessions(db::Transaction& tx, const std::string& county, Time seen_before);

// ---- API tokens (one's own; finding one by its hash: duty credential)

struct TokenRow {
    Id<ApiToken> id;
    Id<Account> account_id;
    std::vector<std::string> permissions;
    Time expires_at;
    std::optional<Time> used_at;
    std::string login;
    std::string display_name;
    bool totp_on = false;
};
BOOST_DESCRIBE_STRUCT(TokenRow, (),
                      (id, account_id, permissions, expires_at, used_at, login, display_name,
                       totp_on))

struct OwnToken {
    Id<ApiToken> id;
    std::string name;
    std::vector<std::string> permissions;
    Time created_at;
    Time expires_at;
    std::optional<Time> used_at;
};
BOOST_DESCRIBE_STRUCT(OwnToken, (), (id, name, permissions, created_at, expires_at, used_at))

void add_token(db::Transaction& tx, const std::string& county, Id<Account> account,
               const OwnToken& token, const db::Bytes& token_hash);
std::optional<TokenRow> find_token(db::Transaction& tx, const std::string& county,
                                   const db::Bytes& token_hash, Time now);
void touch_token(db::Transaction& tx, const std::string& county, Id<ApiToken> id, Time now);
std::vector<OwnToken> list_tokens(db::Transaction& tx, const std::string& county,
                                  Id<Account> account, Time now);
void revoke_tokens(db::Transaction& tx, const std::string& county, Id<Account> account, Time now);
bool revoke_token(db::Transaction& tx, const std::string& county, Id<Account> account,
                  Id<ApiToken> id, Time now);

// ---- grants (duty grants; one's own without; any under credential)

struct HeldGrant {
    Id<Account> account;
    Grant grant;
};

struct HolderRow {
    Id<Account> account_id;
    std::string login;
    std::string display_name;
    Id<RoleGrant> grant_id;
    std::string role;
    std::optional<std::string> path;
    std::optional<Time> valid_to;
};
BOOST_DESCRIBE_STRUCT(HolderRow, (),
                      (account_id, login, display_name, grant_id, role, path, valid_to))

/// `by` nil: the system. The role exists.
void add_grant(db::Transaction& tx, const std::string& county, Id<RoleGrant> id,
               const NewGrant& grant, Id<Account> by, Time now);
/// Those that have not ended at `now`, later ones included.
std::vector<Grant> list_grants(db::Transaction& tx, const std::string& county, Id<Account> account,
                               Time now);
std::optional<HeldGrant> find_grant(db::Transaction& tx, const std::string& county,
                                    Id<RoleGrant> id);
bool end_grant(db::Transaction& tx, const std::string& county, Id<RoleGrant> id, Time end,
               Id<Account> by);
/// Of those that have not ended at `now`. Duty credential.
std::vector<HeldOffice> list_held_offices(db::Transaction& tx, const std::string& county,
                                          Id<Account> account, Time now);
/// Who holds one of `roles` on one of `paths` now.
std::vector<HolderRow> list_holders(db::Transaction& tx, const std::string& county,
                                    const std::vector<std::string>& roles,
                                    const std::vector<std::string>& paths, Time now, int limit);

// ---- what servers remember

/// Zero before the first change.
std::int64_t access_version(db::Transaction& tx, const std::string& county);
void raise_access_version(db::Transaction& tx, const std::string& county);

}  // namespace jingwei::access::store
