#include "access/accounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "db/in_transaction.h"

namespace jingwei::access {
namespace {

bool is_login(std::string_view login) {
    if (login.size() < 2 || login.size() > 32) return false;
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return plain(login.front()) && std::all_of(login.begin(), login.end(), [&](char c) {
               return plain(c) || c == '.' || c == '_' || c == '-';
           });
}

Result<void> check_order(const Actor& actor, const AccountOrder& order) {
    if (!is_login(order.login)) {
        return Refusal{RefusalKind::kInvalid, "login_not_well_formed", "/login"};
    }
    if (!is_path_of(actor.county(), order.path)) {
        return Refusal{RefusalKind::kInvalid, "not_a_path_of_county", "/path"};
    }
    return check_password(order.password, order.login);
}

bool same(const store::AccountRow& row, const AccountOrder& order) {
    return row.login == order.login && row.display_name == order.display_name &&
           row.path == order.path;
}

/// What of an account was changed, without what it was changed to where that is a name.
std::string told(const AccountChange& change) {
    std::vector<std::string> parts;
    if (change.display_name) parts.emplace_back(R"("display_name":true)");
    if (change.path) parts.push_back(R"("path":")" + *change.path + '"');
    if (change.disabled)
        parts.emplace_back(*change.disabled ? R"("disabled":true)" : R"("disabled":false)");
    return fmt::format("{{{}}}", fmt::join(parts, ","));
}

}  // namespace

void add_account(db::Transaction& tx, const Actor& actor, const store::NewAccount& account,
                 Time now) {
    store::add_account(tx, actor.county(), account, now);
    audit::record(tx, actor.entry(now, "account.add", "account", account.id.text()));
}

Result<store::AccountRow> Accounts::add(const Actor& actor, const AccountOrder& order) {
    const auto checked = check_order(actor, order);
    if (!checked) return checked.error();
    const auto hash = tools_.passwords.hash(order.password);
    if (!hash) return hash.error();
    const Time now = tools_.clock.now();
    const auto attempt = [&] {
        return db::in_transaction(
            tools_.pool, actor.scope, [&](db::Transaction& tx) -> Result<store::AccountRow> {
                if (const auto there = store::find_account(tx, actor.county(), order.id)) {
                    if (same(*there, order)) return *there;
                    return Refusal{RefusalKind::kConflict, "account_id_taken", "/id"};
                }
                add_account(tx, actor,
                            {order.id, order.login, order.display_name, order.path, *hash,
                             order.password_change_needed},
                            now);
                return *store::find_account(tx, actor.county(), order.id);
            });
    };
    auto added = attempt();
    // The same order may have arrived twice at once, and the other have been quicker.
    const bool taken = !added && added.error().kind == RefusalKind::kConflict;
    return taken ? attempt() : std::move(added);
}

Result<store::AccountRow> Accounts::find(const Actor& actor, Id<Account> id) {
    return with_account(actor, id, [](auto&, auto&) { return Result<void>{}; });
}

Result<store::AccountRow> Accounts::find(const Actor& actor, const std::string& login) {
    return db::in_transaction(
        tools_.pool, actor.scope, [&](db::Transaction& tx) -> Result<store::AccountRow> {
            const auto row = store::find_account_by_login(tx, actor.county(), login);
            if (!row) return Refusal{RefusalKind::kNotFound, "no_such_account"};
            return *row;
        });
}

Result<std::vector<store::AccountRow>> Accounts::list(const Actor& actor,
                                                      const std::string& after_login,
                                                      const std::optional<std::string>& part,
                                                      int limit) {
    return db::in_transaction(tools_.pool, actor.scope,
                              [&](db::Transaction& tx) -> Result<std::vector<store::AccountRow>> {
                                  return store::list_accounts(tx, actor.county(), after_login, part,
                                                              limit);
                              });
}

Result<store::AccountRow> Accounts::change(const Actor& actor, Id<Account> id,
                                           const AccountChange& change) {
    if (change.path && !is_path_of(actor.county(), *change.path)) {
        return Refusal{RefusalKind::kInvalid, "not_a_path_of_county", "/path"};
    }
    if (change.disabled == true && id == actor.account()) {
        return Refusal{RefusalKind::kConflict, "not_your_own_account", "/disabled"};
    }
    if (change.disabled) {
        const auto row = find(actor, id);
        if (!row) return row.error();
        if (const auto allowed = may_keep(actor, id); !allowed) return allowed.error();
    }
    const Time now = tools_.clock.now();
    const auto changed =
        with_account(actor, id, [&](db::Transaction& tx, store::AccountRow& row) -> Result<void> {
            row.display_name = change.display_name.value_or(row.display_name);
            row.path = change.path.value_or(row.path);
            if (change.disabled == true) row.disabled_at = row.disabled_at.value_or(now);
            if (change.disabled == false) row.disabled_at.reset();
            store::save_account(tx, actor.county(), row);
            if (row.disabled_at) {
                store::end_other_sessions(tx, actor.county(), id, Id<Session>{}, now);
                store::revoke_tokens(tx, actor.county(), id, now);
            }
            store::raise_access_version(tx, actor.county());
            auto entry = actor.entry(now, "account.change", "account", id.text());
            entry.detail = told(change);
            audit::record(tx, entry);
            return {};
        });
    tools_.identities.forget(actor.county());
    return changed;
}

// The account must be one that the actor looks after; only then is the duty taken on under which
// credentials can be written.
Result<void> Accounts::reset_password(const Actor& actor, Id<Account> id,
                                      const std::string& password) {
    if (id == actor.account()) {
        return Refusal{RefusalKind::kConflict, "not_your_own_account"};
    }
    const auto row = find(actor, id);
    if (!row) return row.error();
    const auto allowed = may_keep(actor, id);
    if (!allowed) return allowed;
    const auto checked = check_password(password, row->login);
    if (!checked) return checked;
    const auto hash = tools_.passwords.hash(password);
    if (!hash) return hash.error();
    const Time now = tools_.clock.now();
    Actor proving = actor;
    proving.scope.duty = store::kCredential;
    const auto done =
        db::in_transaction(tools_.pool, proving.scope, [&](db::Transaction& tx) -> Result<void> {
            store::save_password(tx, actor.county(), id, *hash, true, now);
            store::save_totp(tx, actor.county(), id, {}, {}, {});
            store::end_other_sessions(tx, actor.county(), id, Id<Session>{}, now);
            store::revoke_tokens(tx, actor.county(), id, now);
            store::raise_access_version(tx, actor.county());
            audit::record(tx, actor.entry(now, "account.reset_password", "account", id.text()));
            return {};
        });
    tools_.identities.forget(actor.county());
    return done;
}

// Grants are read under the duty credential; under accounts nobody sees them.
Result<void> Accounts::may_keep(const Actor& actor, Id<Account> id) {
    if (actor.account().is_nil()) return {};
    Actor proving = actor;
    proving.scope.duty = store::kCredential;
    const Time now = tools_.clock.now();
    return db::in_transaction(tools_.pool, proving.scope, [&](db::Transaction& tx) -> Result<void> {
        return check_keeper(actor.scope.paths,
                            store::list_held_offices(tx, actor.county(), id, now));
    });
}

Result<store::AccountRow> Accounts::with_account(
    const Actor& actor, Id<Account> id,
    const std::function<Result<void>(db::Transaction&, store::AccountRow&)>& work) {
    return db::in_transaction(tools_.pool, actor.scope,
                              [&](db::Transaction& tx) -> Result<store::AccountRow> {
                                  auto row = store::find_account(tx, actor.county(), id);
                                  if (!row)
                                      return Refusal{RefusalKind::kNotFound, "no_such_account"};
                                  const auto done = work(tx, *row);
                                  if (!done) return done.error();
                                  return *row;
                              });
}

}  // namespace jingwei::access
