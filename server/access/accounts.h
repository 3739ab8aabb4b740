#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/access_tools.h"

namespace jingwei::access {

/// A new account, before its password is hashed.
struct AccountOrder {
    Id<Account> id;  ///< made by the client, so that a retry finds what the first try made
    std::string login;
    std::string display_name;
    std::string path;
    std::string password;
    bool password_change_needed = true;
};

/// What an administrator changes of an account; what is absent stays.
struct AccountChange {
    std::optional<std::string> display_name;
    std::optional<std::string> path;
    std::optional<bool> disabled;
};

/// Accounts, as administrators and the command line keep them. Every function takes an Actor with
/// the duty accounts, whose paths say which accounts it may touch.
class Accounts {
public:
    explicit Accounts(const AccessTools& tools) : tools_(tools) {}

    /// Refusals: those of check_password, login_not_well_formed, login_taken, account_id_taken,
    /// not_a_path_of_county, outside_your_scope. The same order again: the account as it is.
    Result<store::AccountRow> add(const Actor& actor, const AccountOrder& order);

    Result<store::AccountRow> find(const Actor& actor, Id<Account> id);
    Result<store::AccountRow> find(const Actor& actor, const std::string& login);
    /// By login, after `after_login`; `part` of login or name, if any.
    Result<std::vector<store::AccountRow>> list(const Actor& actor, const std::string& after_login,
                                                const std::optional<std::string>& part, int limit);
    /// A disabled account is signed out everywhere at once, and its API tokens are void. Barring
    /// and letting in again take what reset_password takes.
    Result<store::AccountRow> change(const Actor& actor, Id<Account> id,
                                     const AccountChange& change);
    /// Sets a password that must be changed at the next sign-in, takes off lock and second factor,
    /// and ends all sessions and API tokens. Never one's own: that takes the old password.
    /// Refusals: not_your_own_account, those of check_keeper; the system itself may reset any.
    Result<void> reset_password(const Actor& actor, Id<Account> id, const std::string& password);

private:
    Result<void> may_keep(const Actor& actor, Id<Account> id);
    Result<store::AccountRow> with_account(
        const Actor& actor, Id<Account> id,
        const std::function<Result<void>(db::Transaction&, store::AccountRow&)>& work);

    AccessTools tools_;
};

/// Adds an account in the caller's transaction (duty accounts), with a hash made before: demo and
/// imports hash once for many.
void add_account(db::Transaction& tx, const Actor& actor, const store::NewAccount& account,
                 Time now);

}  // namespace jingwei::access
