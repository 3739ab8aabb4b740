#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.h"
#include "db/pool.h"
#include "db/scope.h"

namespace jingwei::access {

/// An account by the name under which it signs in.
struct Login {
    Id<Account> account;
    std::string login;  ///< lower case
};
BOOST_DESCRIBE_STRUCT(Login, (), (account, login))

/// For files that name people by login: the accounts that somebody may look up. Immutable.
class Logins {
public:
    explicit Logins(const std::vector<Login>& logins);

    /// `login` in any case; nothing when there is no such account, or not where one may look.
    std::optional<Id<Account>> find(std::string_view login) const;
    /// Empty when one may not look there.
    std::string of(Id<Account> account) const;

private:
    std::map<std::string, Id<Account>, std::less<>> accounts_;
    std::map<Id<Account>, std::string> logins_;
};

/// Of every account, disabled ones too, that is looked after inside the paths of `scope`, and of
/// the own one. Takes on the duty accounts for this one reading.
Logins logins_inside(db::Pool& pool, db::Scope scope);

}  // namespace jingwei::access
