#pragma once

#include <string>
#include <string_view>

#include "access/access_rules.h"
#include "access/identities.h"
#include "access/passwords.h"
#include "audit/audit.h"
#include "core/clock.h"
#include "core/seal.h"
#include "db/pool.h"

namespace jingwei::access {

/// What the services of this module work with. Borrows; made once by Access.
struct AccessTools {
    db::Pool& pool;
    const Clock& clock;
    const KeyRing& keys;
    Passwords& passwords;
    Identities& identities;
    SessionLimits limits;
};

/// Who does something to accounts or grants: a signed-in principal, or the system (command line,
/// demo) where `account` is nil.
struct Actor {
    db::Scope scope;  ///< with the duty that the work takes
    static Actor system(std::string_view county, std::string_view duty);
    static Actor of(const Principal& principal, std::string_view permission, std::string_view duty);
    const std::string& county() const { return scope.county; }
    Id<Account> account() const { return scope.account; }
    audit::Entry entry(Time at, std::string action, std::string kind, std::string subject) const;
};

/// The scope of somebody who proves anew who he is: his own, with the duty credential.
db::Scope proving(const Principal& principal);

}  // namespace jingwei::access
