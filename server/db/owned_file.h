#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "db/program.h"

namespace jingwei::db {

/// Makes `path` belong to `user`; nothing without one. Throws std::runtime_error.
void give_to(const std::optional<SystemUser>& user, const std::filesystem::path& path);

/// A small file anew in one step, so that a crash leaves the old one or the new one: readable by
/// `user` (or by this process' own) and by nobody else.
void write_owned_file(const std::filesystem::path& path, const std::string& text,
                      const std::optional<SystemUser>& user);

}  // namespace jingwei::db
