#pragma once

#include <string>
#include <vector>

#include "core/id.h"

namespace jingwei {
struct Account;  // names Id<Account>; the type itself belongs to access
struct Unit;     // names Id<Unit>; the type itself belongs to grid
}  // namespace jingwei

namespace jingwei::db {

/// Who a transaction acts for, as row-level security sees it. Each transaction begins with these
/// as SET LOCAL jingwei.county, .account, .paths, .units, .secrets, .together, .duty.
///
/// `paths` are subtrees of the territory ("371323/101/204"), sorted, none inside another (see
/// normalised()): the policy of a table asks jingwei_in_paths(path), true inside any of them.
/// An empty scope sees only what belongs to its own account and units.
struct Scope {
    /// Most paths, and most units, of one scope; a right on more belongs on a common ancestor.
    static constexpr std::size_t kMostEntries = 1'000;

    std::string county;              ///< six digits; the only thing that may never be empty
    Id<Account> account;             ///< nil for the system itself (timers, import)
    std::vector<std::string> paths;  ///< [0-9a-z/] only
    std::vector<Id<Unit>> units;
    bool secrets = false;  ///< may see confidential cases inside `paths`
    /// Accounts in whose names lines are written beside `account`: several people's steps in one
    /// transaction, whose `paths` and `units` are then those of all of them.
    std::vector<Id<Account>> together{};
    /// The one administrative thing that this transaction is about ("sign_in", "accounts", "audit",
    /// …), else empty. Opens the tables whose policy asks jingwei_duty(), and nothing else does.
    std::string duty;  ///< [a-z_] only; SET LOCAL jingwei.duty

    /// The system acting on all of a county: timers, imports, sealing.
    static Scope whole_county(std::string county);
    /// Nobody yet: sign-in, and what is public.
    static Scope nobody(std::string county);
};

/// What `one` may see is added to what `all` may, and whoever acts in it to those who act together.
void join(Scope& all, const Scope& one);

/// Sorts `paths` and drops those inside another.
std::vector<std::string> normalised(std::vector<std::string> paths);

/// The SET LOCAL statements of a scope; what is empty is left out, since settings revert to nobody.
/// Literal, because set_config() would not reach the workers of a distributed database; therefore
/// throws std::invalid_argument when a value is not of the narrow alphabet that needs no quoting.
std::vector<std::string> scope_statements(const Scope& scope);

}  // namespace jingwei::db
