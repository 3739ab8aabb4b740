#include "access/access_store.h"

#include "access/statements.h"

namespace jingwei::access::store {
namespace {

struct DeviceFailureRow {
    std::int32_t failures = 0;
    std::optional<Time> first_failure_at;
    std::optional<Time> locked_until;
};
BOOST_DESCRIBE_STRUCT(DeviceFailureRow, (), (failures, first_failure_at, locked_until))

std::optional<std::string_view> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>{text};
}

std::optional<Id<Account>> unless_nil(Id<Account> id) {
    return id.is_nil() ? std::nullopt : std::optional{id};
}

}  // namespace

db::Scope at_the_door(std::string_view county) {
    db::Scope scope = db::Scope::nobody(std::string(county));
    scope.duty = kCredential;
    return scope;
}

void add_account(db::Transaction& tx, const std::string& county, const NewAccount& account,
                 Time now) {
    tx.queue(sql::insert_account, county, account.id, account.login, account.path, now);
    tx.queue(sql::insert_account_name, county, account.id, account.display_name);
    tx.queue(sql::insert_credential, county, account.id, account.password_hash, now,
             account.password_change_needed);
}

std::optional<AccountRow> find_account(db::Transaction& tx, const std::string& county,
                                       Id<Account> id) {
    return tx.maybe<AccountRow>(sql::find_account, county, id);
}

std::optional<AccountRow> find_account_by_login(db::Transaction& tx, const std::string& county,
                                                const std::string& login) {
    return tx.maybe<AccountRow>(sql::find_account_by_login, county, login);
}

std::vector<AccountRow> list_accounts(db::Transaction& tx, const std::string& county,
                                      const std::string& after_login,
                                      const std::optional<std::string>& part, int limit) {
    return tx.all<AccountRow>(sql::list_accounts, county, after_login, limit, part);
}

std::vector<Login> list_logins(db::Transaction& tx, const std::string& county) {
    return tx.all<Login>(sql::list_logins, county);
}

void save_account(db::Transaction& tx, const std::string& county, const AccountRow& account) {
    tx.queue(sql::update_account, county, account.id, account.path, account.disabled_at);
    tx.queue(sql::update_account_name, county, account.id, account.display_name);
}

std::optional<LoginRow> find_login(db::Transaction& tx, const std::string& county,
                                   const std::string& login) {
    return tx.maybe<LoginRow>(sql::find_credential_by_login, county, login);
}

std::optional<CredentialRow> lock_credential(db::Transaction& tx, const std::string& county,
                                             Id<Account> account) {
    return tx.maybe<CredentialRow>(sql::lock_credential, county, account);
}

void save_failures(db::Transaction& tx, const std::string& county, Id<Account> account,
                   const Failures& failures) {
    tx.queue(sql::save_failures, county, account, failures.count, failures.first,
             failures.locked_until);
}

Failures device_failures(db::Transaction& tx, const std::string& county, Id<Account> account,
                         Id<Device> device) {
    const auto row = tx.maybe<DeviceFailureRow>(sql::find_device_failures, county, account, device);
    return row ? Failures{row->failures, row->first_failure_at, row->locked_until} : Failures{};
}

void save_device_failures(db::Transaction& tx, const std::string& county, Id<Account> account,
                          Id<Device> device, const Failures& failures) {
    tx.queue(sql::save_device_failures, county, account, device, failures.count, failures.first,
             failures.locked_until);
}

void forget_device_failures(db::Transaction& tx, const std::string& county, Id<Account> account,
                            Id<Device> device) {
    tx.queue(sql::delete_device_failures, county, account, device);
}

void forget_old_device_failures(db::Transaction& tx, const std::string& county, Time before) {
    tx.queue(sql::delete_old_device_failures, county, before);
}

void save_password(db::Transaction& tx, const std::string& county, Id<Account> account,
                   const std::string& hash, bool change_needed, Time now) {
    tx.queue(sql::save_password, county, account, hash, now, change_needed);
}

void save_totp(db::Transaction& tx, const std::string& county, Id<Account> account,
               const std::optional<db::Bytes>& secret, std::optional<Time> confirmed,
               std::optional<std::int64_t> last_step) {
    tx.queue(sql::save_totp, county, account, secret, confirmed, last_step);
}

std::int64_t access_version(db::Transaction& tx, const std::string& county) {
    return tx.maybe<std::int64_t>(sql::read_access_version, county).value_or(0);
}

void raise_access_version(db::Transaction& tx, const std::string& county) {
    tx.queue(sql::raise_access_version, county);
}

// ---- sessions and tokens

void add_session(db::Transaction& tx, const std::string& county, Id<Session> id,
                 Id<Account> account, const db::Bytes& token_hash, const Seat& seat, Time now) {
    tx.queue(sql::insert_session, county, id, account, token_hash, now, unless_empty(seat.address),
             unless_empty(seat.agent));
}

std::optional<SessionRow> find_session(db::Transaction& tx, const std::string& county,
                                       const db::Bytes& token_hash) {
    return tx.maybe<SessionRow>(sql::find_session, county, token_hash);
}

std::optional<StandingRow> find_standing(db::Transaction& tx, const std::string& county,
                                         Id<Account> account) {
    return tx.maybe<StandingRow>(sql::find_standing, county, account);
}

void touch_session(db::Transaction& tx, const std::string& county, Id<Session> id, Time now) {
    tx.queue(sql::touch_session, county, id, now);
}

std::vector<OpenSession> list_sessions(db::Transaction& tx, const std::string& county,
                                       Id<Account> account) {
    return tx.all<OpenSession>(sql::list_sessions, county, account, 100);
}

bool end_session(db::Transaction& tx, const std::string& county, Id<Account> account,
                 Id<Session> id, Time now) {
    return tx.run(sql::end_session, county, account, id, now) == 1;
}

void end_other_sessions(db::Transaction& tx, const std::string& county, Id<Account> account,
                        Id<Session> kept, Time now) {
    tx.queue(sql::end_other_sessions, county, account, kept, now);
}

std::int64_t end_oldest_sessions(db::Transaction& tx, const std::string& county,
                                 Id<Account> account, std::size_t kept, Time now) {
    return tx.run(sql::end_oldest_sessions, county, account, static_cast<std::int64_t>(kept), now);
}

std::int64_t delete_old_sessions(db::Transaction& tx, const std::string& county, Time seen_before) {
    return tx.run(sql::delete_old_sessions, county, seen_before);
}

void add_token(db::Transaction& tx, const std::string& county, Id<Account> account,
               const OwnToken& token, const db::Bytes& token_hash) {
    tx.queue(sql::insert_token, county, token.id, account, token.name, token_hash,
             token.permissions, token.created_at, token.expires_at);
}

std::optional<TokenRow> find_token(db::Transaction& tx, const std::string& county,
                                   const db::Bytes& token_hash, Time now) {
    return tx.maybe<TokenRow>(sql::find_token, county, token_hash, now);
}

void touch_token(db::Transaction& tx, const std::string& county, Id<ApiToken> id, Time now) {
    tx.queue(sql::touch_token, county, id, now);
}

std::vector<OwnToken> list_tokens(db::Transaction& tx, const std::string& county,
                                  Id<Account> account, Time now) {
    return tx.all<OwnToken>(sql::list_tokens, county, account, now);
}

bool revoke_token(db::Transaction& tx, const std::string& county, Id<Account> account,
                  Id<ApiToken> id, Time now) {
    return tx.run(sql::revoke_token, county, account, id, now) == 1;
}

void revoke_tokens(db::Transaction& tx, const std::string& county, Id<Account> account, Time now) {
    tx.queue(sql::revoke_tokens, county, account, now);
}

// ---- grants

namespace {

struct GrantRow {
    Id<RoleGrant> id;
    std::string role;
    std::optional<std::string> path;
    std::optional<Id<Unit>> unit_id;
    Time valid_from;
    std::optional<Time> valid_to;

    Grant grant() const { return {id, role, path, unit_id, valid_from, valid_to}; }
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (id, role, path, unit_id, valid_from, valid_to))

struct HeldGrantRow : GrantRow {
    Id<Account> account_id;
};
BOOST_DESCRIBE_STRUCT(HeldGrantRow, (GrantRow), (account_id))

}  // namespace

void add_grant(db::Transaction& tx, const std::string& county, Id<RoleGrant> id,
               const NewGrant& grant, Id<Account> by, Time now) {
    const Role& role = *find_role(grant.role);
    tx.queue(sql::insert_grant, county, id, grant.account, role.name, role.office, grant.path,
             grant.unit, grant.valid_from, grant.valid_to, unless_nil(by), now);
}

std::vector<Grant> list_grants(db::Transaction& tx, const std::string& county, Id<Account> account,
                               Time now) {
    std::vector<Grant> out;
    for (const auto& row : tx.all<GrantRow>(sql::list_grants, county, account, now)) {
        out.push_back(row.grant());
    }
    return out;
}

std::optional<HeldGrant> find_grant(db::Transaction& tx, const std::string& county,
                                    Id<RoleGrant> id) {
    const auto row = tx.maybe<HeldGrantRow>(sql::find_grant, county, id);
    if (!row) return std::nullopt;
    return HeldGrant{row->account_id, row->grant()};
}

bool end_grant(db::Transaction& tx, const std::string& county, Id<RoleGrant> id, Time end,
               Id<Account> by) {
    return tx.run(sql::end_grant, county, id, end, unless_nil(by)) == 1;
}

std::vector<HeldOffice> list_held_offices(db::Transaction& tx, const std::string& county,
                                          Id<Account> account, Time now) {
    return tx.all<HeldOffice>(sql::list_held_offices, county, account, now);
}

std::vector<HolderRow> list_holders(db::Transaction& tx, const std::string& county,
                                    const std::vector<std::string>& roles,
                                    const std::vector<std::string>& paths, Time now, int limit) {
    return tx.all<HolderRow>(sql::list_holders_on_path, county, roles, paths, now, limit);
}

}  // namespace jingwei::access::store
