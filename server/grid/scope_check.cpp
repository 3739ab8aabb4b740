#include "grid/scope_check.h"

#include <algorithm>

#include "grid/territory.h"

namespace jingwei::grid {

Result<void> check_scope(const db::Scope& scope, std::string_view path) {
    const bool within = std::any_of(scope.paths.begin(), scope.paths.end(),
                                    [&](const auto& root) { return is_within(path, root); });
    if (!within) return Refusal{RefusalKind::kForbidden, "outside_your_scope"};
    return {};
}

}  // namespace jingwei::grid
