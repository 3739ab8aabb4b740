#pragma once

#include <optional>
#include <string>
#include <vector>

namespace jingwei::db {

/// An account of the operating system.
struct SystemUser {
    std::string name;
    unsigned uid = 0;
    unsigned gid = 0;
};

std::optional<SystemUser> find_system_user(const std::string& name);
std::string current_user_name();
bool is_root();

/// The user under whom PostgreSQL runs when this process is root: found, or made with useradd.
/// Throws std::runtime_error when neither works.
SystemUser require_system_user(const std::string& name);

struct ProgramResult {
    int exit_status = 0;  ///< 128 + n when signal n ended it
    std::string output;   ///< stdout and stderr together
};

/// Runs a program to its end in "/" with nothing on stdin. Its first argument is its path, or a
/// name looked up in PATH. As `user`, through setpriv, when given. Throws std::runtime_error when
/// it cannot be started; a failure of the program itself is in the result.
ProgramResult run_program(std::vector<std::string> arguments,
                          const std::optional<SystemUser>& user = std::nullopt);

}  // namespace jingwei::db
