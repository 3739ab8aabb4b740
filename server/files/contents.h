#pragma once

#include <string>
#include <vector>

#include "db/session.h"

namespace jingwei::files {

/// Hashes of the contents that the database names, of every county. `superuser` is connected to
/// Jingwei's own database.
std::vector<std::string> contents(db::Session& superuser);

}  // namespace jingwei::files
