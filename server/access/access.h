#pragma once

#include <functional>
#include <memory>
#include <string>

#include "access/accounts.h"
#include "access/grants.h"
#include "access/own_account.h"
#include "access/principal.h"
#include "access/sign_in.h"
#include "http/routes.h"

/// The front door of access: who is there, what may they do, and how they come in.
namespace jingwei::access {

struct AccessOptions {
    /// Where somebody signs in who names no county.
    std::string county;
    PasswordCost cost;
    SessionLimits limits;
    /// Whether this installation serves a county; null: any. Where nobody seals the audit nobody
    /// signs in.
    std::function<bool(const std::string& county)> serves;
    /// How a county is called on the screen; null: it is called nothing.
    std::function<std::string(const std::string& county)> county_name;
};

/// Everything of access, put together. Thread-safe. Borrows what it is given.
class Access {
public:
    Access(db::Pool& pool, const Clock& clock, const KeyRing& keys, AccessOptions options);
    ~Access();

    http::Gate& gate();
    SignIn& sign_in();
    OwnAccount& own_account();
    Accounts& accounts();
    Grants& grants();
    Passwords& passwords();
    const AccessTools& tools() const;
    const AccessOptions& options() const;

    /// /session, /me, /accounts, /grants, /roles, /rights, /audit. Access outlives the routes.
    void add_routes(http::Routes& routes);

    /// Deletes sessions of the county that were last seen ninety days ago or earlier, and failures
    /// of devices as old; how many sessions. For a daily job.
    std::int64_t forget_old_sessions(const std::string& county);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// What violated constraints of this module mean. Once per pool, before its first transaction.
void register_refusals(db::Pool& pool);

}  // namespace jingwei::access
