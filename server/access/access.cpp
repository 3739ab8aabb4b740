#include "access/access.h"

#include "access/access_gate.h"
#include "access/access_routes.h"
#include "db/in_transaction.h"

namespace jingwei::access {
namespace {

constexpr std::chrono::days kSessionsKept{90};

}  // namespace

struct Access::Parts {
    Parts(db::Pool& pool, const Clock& clock, const KeyRing& keys, AccessOptions options_)
        : options(std::move(options_)),
          passwords(options.cost),
          identities(pool, clock, options.limits),
          tools{pool, clock, keys, passwords, identities, options.limits},
          gate(identities),
          sign_in(tools),
          own_account(tools, sign_in),
          accounts(tools),
          grants(tools) {}

    AccessOptions options;
    Passwords passwords;
    Identities identities;
    AccessTools tools;
    AccessGate gate;
    SignIn sign_in;
    OwnAccount own_account;
    Accounts accounts;
    Grants grants;
};

Access::Access(db::Pool& pool, const Clock& clock, const KeyRing& keys, AccessOptions options)
    : parts_(std::make_unique<Parts>(pool, clock, keys, std::move(options))) {}

Access::~Access() = default;

http::Gate& Access::gate() { return parts_->gate; }
SignIn& Access::sign_in() { return parts_->sign_in; }
OwnAccount& Access::own_account() { return parts_->own_account; }
Accounts& Access::accounts() { return parts_->accounts; }
Grants& Access::grants() { return parts_->grants; }
Passwords& Access::passwords() { return parts_->passwords; }
const AccessTools& Access::tools() const { return parts_->tools; }
const AccessOptions& Access::options() const { return parts_->options; }

void Access::add_routes(http::Routes& routes) {
    add_session_routes(routes, *this);
    add_own_routes(routes, *this);
    add_account_routes(routes, *this);
    add_grant_routes(routes, *this);
    add_audit_routes(routes, *this);
}

std::int64_t Access::forget_old_sessions(const std::string& county) {
    const Time before = parts_->tools.clock.now() - kSessionsKept;
    return *db::in_transaction(parts_->tools.pool, store::at_the_door(county),
                               [&](db::Transaction& tx) -> Result<std::int64_t> {
                                   store::forget_old_device_failures(tx, county, before);
                                   return store::delete_old_sessions(tx, county, before);
                               });
}

void register_refusals(db::Pool& pool) {
    using enum RefusalKind;
    pool.refuse_on("account_login_key", {kConflict, "login_taken", "/login"});
    pool.refuse_on("account_pkey", {kConflict, "account_id_taken", "/id"});
    pool.refuse_on("role_grant_pkey", {kConflict, "grant_id_taken", "/id"});
    pool.refuse_on("role_grant_officers_exclude",
                   {kConflict, "officers_exclude_each_other", "/role"});
    pool.refuse_on("role_grant_no_self", {kForbidden, "no_grant_to_oneself", "/account_id"});
    pool.refuse_on("role_grant_account_fkey", {kNotFound, "no_such_account", "/account_id"});
}

}  // namespace jingwei::access
