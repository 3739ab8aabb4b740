#pragma once

#include <gtest/gtest.h>

#include <string>

#include "access/access.h"
#include "access/access_gate.h"
#include "testing/database.h"

/// What the database tests of this module share: a county with accounts, and time standing still.
namespace jingwei::access {

inline const std::string kCounty{testing::county};
inline const std::string kPassword = "Yimeng-1937";

/// Cheap to hash: the tests are about the rules, not about the cost.
inline AccessOptions quick_options() {
    AccessOptions options;
    options.county = kCounty;
    options.cost.passes = 1;
    options.cost.memory_bytes = 8192;
    return options;
}

struct World {
    World() : access(db.pool(), clock, keys, quick_options()) { register_refusals(db.pool()); }

    Id<Account> account(const std::string& login, const std::string& path = kCounty) {
        const auto id = Id<Account>::make(clock.now());
        const auto added =
            access.accounts().add(Actor::system(kCounty, store::kAccounts),
                                  {id, login, "名字 " + login, path, kPassword, false});
        EXPECT_TRUE(added.has_value()) << added.error().code;
        return id;
    }

    Id<RoleGrant> grant(Id<Account> account, std::string_view role,
                        const std::string& path = kCounty) {
        const auto id = Id<RoleGrant>::make(clock.now());
        const auto given =
            access.grants().give(Actor::system(kCounty, store::kGrants), id,
                                 NewGrant{account, std::string(role), path, {}, clock.now(), {}});
        EXPECT_TRUE(given.has_value()) << given.error().code;
        return id;
    }

    Id<Account> officer(const std::string& login, std::string_view role,
                        const std::string& path = kCounty) {
        const auto id = account(login);
        grant(id, role, path);
        return id;
    }

    Result<SignedIn> sign_in(const std::string& login, const std::string& password = kPassword,
                             std::optional<std::string> totp = {}, std::string device = {}) {
        return access.sign_in().sign_in(
            {kCounty, login, password, std::move(totp), {"192.0.2.1", "test"}, std::move(device)});
    }

    /// Runs one statement with nothing but row-level security between it and the tables.
    template <class Row, class... Values>
    std::vector<Row> raw(db::Pool& pool, const db::Scope& scope, const db::Statement& statement,
                         const Values&... values) {
        db::Transaction tx{pool, scope};
        auto rows = tx.all<Row>(statement, values...);
        tx.commit();
        return rows;
    }

    testing::Database db;
    ManualClock clock{Time{std::chrono::hours{24 * 365 * 56}}};
    KeyRing keys{{{1, std::string(32, 'k')}}};
    Access access;
};

}  // namespace jingwei::access
