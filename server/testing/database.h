#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "db/in_transaction.h"
#include "db/pool.h"
#include "db/scope.h"

/// Beware inside namespace jingwei: `testing` is this namespace, GoogleTest's is `::testing`.
namespace jingwei::testing {

/// The county of every example (Yishui, Shandong).
inline constexpr std::string_view county = "371323";

/// A fresh database with the current schema and no rows, dropped at the end: cloned from a migrated
/// template on a private cluster that is started once per build tree and reused by every test
/// program (about 60 ms). One per test.
class Database {
public:
    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Connects as jingwei_app, as the server does: row-level security holds.
    db::Pool& pool();
    /// Connects as jingwei_owner, for what the server may not do (DDL, tampering in a test of the
    /// audit). Row-level security is forced on the owner too: give a Scope.
    db::Pool& owner();
    /// libpq URL of this database, without a user.
    const std::string& url() const;

    /// The system acting on all of testing::county.
    static db::Scope everything() { return db::Scope::whole_county(std::string{county}); }

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace jingwei::testing
