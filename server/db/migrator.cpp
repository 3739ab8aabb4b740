#include "db/migrator.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace jingwei::db {
namespace {

/// "jingwei" in octets: the advisory lock that one migrator holds at a time.
constexpr std::int64_t kLock = 0x6a696e67776569;

constexpr auto kVersionTable =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    " number integer PRIMARY KEY,"
    " name text NOT NULL,"
    " checksum text NOT NULL,"
    " applied_at timestamptz NOT NULL DEFAULT now());"
    "GRANT SELECT ON schema_migration TO jingwei_app";

/// Held while it lives; the end of the session frees it as well.
class MigrationLock {
public:
    explicit MigrationLock(Session& session) : session_(session) {
        session_.execute("SET lock_timeout = '60s'");
        session_.query("SELECT pg_advisory_lock($1)", {std::to_string(kLock)});
        session_.execute("RESET lock_timeout");
    }
    ~MigrationLock() {
        try {
            session_.query("SELECT pg_advisory_unlock($1)", {std::to_string(kLock)});
        } catch (const std::exception&) {
            // The session is gone, and its lock with it.
        }
    }
    MigrationLock(const MigrationLock&) = delete;
    MigrationLock& operator=(const MigrationLock&) = delete;

private:
    Session& session_;
};

struct Applied {
    std::string name, checksum;
};

std::map<int, Applied> applied_migrations(Session& session) {
    std::map<int, Applied> applied;
    if (session.value("SELECT to_regclass('schema_migration')").empty()) return applied;
    const Rows rows = session.query("SELECT number, name, checksum FROM schema_migration");
    for (int row = 0; row < rows.size(); ++row) {
        applied[Codec<int>::read(rows.text(row, 0))] = {std::string{rows.text(row, 1)},
                                                        std::string{rows.text(row, 2)}};
    }
    return applied;
}

void check_known(const std::map<int, Applied>& applied, std::span<const Migration> wanted) {
    for (const auto& [number, migration] : applied) {
        const auto found = std::ranges::find(wanted, number, &Migration::number);
        if (found == wanted.end()) {
            throw std::runtime_error(fmt::format(
                "the database has the migration {}, which this Jingwei does not know (it ends with "
                "{}): start the newer Jingwei that made it, or restore the backup from before the "
                "upgrade into a folder of its own (jingwei restore)",
                migration.name, wanted.empty() ? "none" : wanted.back().name));
        }
        if (checksum(*found) != migration.checksum) {
            throw std::runtime_error(fmt::format(
                "the migration {} has changed since it ran on this database: a landed migration is "
                "never edited, add another",
                migration.name));
        }
    }
}

std::vector<Migration> missing(Session& session, std::span<const Migration> wanted) {
    const auto applied = applied_migrations(session);
    check_known(applied, wanted);
    std::vector<Migration> out;
    for (const auto& migration : wanted) {
        if (!applied.contains(migration.number)) out.push_back(migration);
    }
    return out;
}

void apply(Session& session, const Migration& migration) {
    session.execute("BEGIN");
    try {
        session.execute(std::string{migration.text});
        session.query(
            "INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)",
            {std::to_string(migration.number), std::string{migration.name}, checksum(migration)});
        session.execute("COMMIT");
    } catch (const std::exception& failure) {
        session.execute("ROLLBACK");
        throw std::runtime_error(
            fmt::format("the migration {} failed: {}", migration.name, failure.what()));
    }
}

}  // namespace

MigrationReport migrate(Session& session, std::span<const Migration> wanted) {
    const MigrationLock lock{session};
    session.execute(kVersionTable);
    MigrationReport report;
    for (const auto& migration : missing(session, wanted)) {
        apply(session, migration);
        report.applied.emplace_back(migration.name);
    }
    if (!wanted.empty()) report.schema_version = wanted.back().number;
    return report;
}

std::vector<std::string> pending_migrations(Session& session, std::span<const Migration> wanted) {
    std::vector<std::string> names;
    for (const auto& migration : missing(session, wanted))
        names.emplace_back(migration.name);
    return names;
}

}  // namespace jingwei::db
