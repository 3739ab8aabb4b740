#pragma once

#include <string>
#include <vector>

#include "db/migration.h"
#include "db/session.h"

namespace jingwei::db {

/// What a migrator found and did.
struct MigrationReport {
    int schema_version = 0;            ///< the newest migration in force
    std::vector<std::string> applied;  ///< names, in order
};

/// Brings a database to the schema that this program was built with.
///
/// `session` works as jingwei_owner. Two at a time are safe: the second waits (at most a minute)
/// for the first and finds nothing to do. Each migration runs in a transaction of its own together
/// with its line in the table schema_migration, so an interrupted run goes on where it stopped.
/// Throws std::runtime_error, having changed nothing, when the database has a migration that this
/// program does not know (it was upgraded by a newer Jingwei) or that has changed since it ran.
MigrationReport migrate(Session& session, std::span<const Migration> wanted = migrations());

/// Migrations of this program that the database lacks; for /readyz. Throws likewise.
std::vector<std::string> pending_migrations(Session& session,
                                            std::span<const Migration> wanted = migrations());

}  // namespace jingwei::db
