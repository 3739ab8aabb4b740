#include "db/set_up.h"

#include <fmt/format.h>

#include "db/migration.h"

namespace jingwei::db {
namespace {

bool holds(Session& session, const std::string& sql) { return session.value(sql) == "t"; }

void require(SetUpStatus& status, bool there, std::string sentence) {
    if (!there) status.missing.push_back(std::move(sentence));
}

void check_roles(Session& session, SetUpStatus& status) {
    for (const auto role : {kOwnerRole, kServerRole}) {
        const bool plain =
            session.value(
                "SELECT NOT rolsuper AND NOT rolbypassrls FROM pg_roles WHERE rolname = $1",
                {std::string{role}}) == "t";
        require(status, plain,
                fmt::format("the role {} is missing, or may bypass row-level security: run "
                            "db/setup/create_roles.sql as superuser",
                            role));
    }
}

}  // namespace

SetUpStatus inspect_set_up(Session& session) {
    SetUpStatus status;
    status.server_version = session.server_version();
    status.is_superuser = session.value("SHOW is_superuser") == "on";
    require(status, status.server_version >= kOldestServerVersion,
            "PostgreSQL is older than 15: upgrade it");
    require(status, session.value("SHOW server_encoding") == "UTF8",
            "the database is not in UTF-8: make another with ENCODING 'UTF8'");
    check_roles(session, status);
    const bool extended =
        holds(session,
              "SELECT count(*) = 2 FROM pg_extension WHERE extname IN ('postgis', 'btree_gist')");
    require(status, extended,
            "the extensions postgis and btree_gist are missing: run db/setup/prepare_database.sql "
            "as superuser");
    if (extended && !holds(session,
                           "SELECT count(*) = 3 FROM pg_proc WHERE proleakproof AND proname IN "
                           "('geometry_overlaps', 'ts_match_vq', 'ts_match_qv')")) {
        status.slow.emplace_back(
            "the functions behind && and @@ are not LEAKPROOF, so maps and text search cannot use "
            "their indexes: run db/setup/prepare_database.sql as superuser");
    }
    return status;
}

void set_up_server(Session& session, std::string_view database) {
    session.execute(std::string{set_up_script("create_roles")});
    if (!session.value("SELECT 1 FROM pg_database WHERE datname = $1", {std::string{database}})
             .empty()) {
        return;
    }
    session.execute(fmt::format("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'",
                                session.identifier(database), kOwnerRole));
}

void set_up_database(Session& session) {
    session.execute(std::string{set_up_script("prepare_database")});
}

}  // namespace jingwei::db
