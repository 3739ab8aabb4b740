#pragma once

#include <string_view>

#include "core/result.h"
#include "db/scope.h"

namespace jingwei::grid {

/// Refuses outside_your_scope unless one of the scope's subtrees holds `path`. The database refuses
/// as well; this says so before anything is sent.
Result<void> check_scope(const db::Scope& scope, std::string_view path);

}  // namespace jingwei::grid
