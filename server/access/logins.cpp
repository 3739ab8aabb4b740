#include "access/logins.h"

#include <cctype>

#include "access/access_store.h"
#include "db/in_transaction.h"

namespace jingwei::access {

Logins::Logins(const std::vector<Login>& logins) {
    for (const auto& [account, login] : logins) {
        accounts_.emplace(login, account);
        logins_.emplace(account, login);
    }
}

std::optional<Id<Account>> Logins::find(std::string_view login) const {
    std::string lower{login};
    for (char& c : lower)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto found = accounts_.find(lower);
    return found == accounts_.end() ? std::nullopt : std::optional{found->second};
}

std::string Logins::of(Id<Account> account) const {
    const auto found = logins_.find(account);
    return found == logins_.end() ? std::string{} : found->second;
}

Logins logins_inside(db::Pool& pool, db::Scope scope) {
    scope.duty = store::kAccounts;
    const auto rows =
        db::in_transaction(pool, scope, [&](db::Transaction& tx) -> Result<std::vector<Login>> {
            return store::list_logins(tx, scope.county);
        });
    return Logins{*rows};
}

}  // namespace jingwei::access
