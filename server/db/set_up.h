#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"

namespace jingwei::db {

/// Owns every table; migrations run as this role.
inline constexpr std::string_view kOwnerRole = "jingwei_owner";
/// What the server works as: owns nothing, cannot bypass row-level security.
inline constexpr std::string_view kServerRole = "jingwei_app";
inline constexpr int kOldestServerVersion = 150'000;

/// What only a superuser can arrange in a server, as found; for /readyz and `jingwei verify`.
struct SetUpStatus {
    int server_version = 0;            ///< 150004 is 15.4
    bool is_superuser = false;         ///< who asked is one, so set_up() could mend the rest
    std::vector<std::string> missing;  ///< one sentence each, with its remedy; Jingwei cannot work
    std::vector<std::string> slow;     ///< likewise; Jingwei works, some queries are slow
    bool usable() const { return missing.empty(); }
};

/// Looks, changes nothing. `session` is connected to Jingwei's own database.
SetUpStatus inspect_set_up(Session& session);

/// Makes roles and, when it is not there, the database of that name. `session` is connected as
/// superuser to any database of the server.
void set_up_server(Session& session, std::string_view database);

/// Extensions, grants and LEAKPROOF marks. `session` is connected as superuser to Jingwei's own
/// database. Safe to repeat.
void set_up_database(Session& session);

}  // namespace jingwei::db
