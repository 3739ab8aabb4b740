#pragma once

#include <string>
#include <vector>

#include "db/session.h"

namespace jingwei::audit {

/// Counties whose audit has a seal. `superuser` is connected to Jingwei's own database.
std::vector<std::string> sealed_counties(db::Session& superuser);

}  // namespace jingwei::audit
