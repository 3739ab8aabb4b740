#include "cases/assigning_rules.h"

#include <algorithm>

#include "grid/territory.h"

namespace jingwei::cases {

std::optional<std::string> assigning_reach(const std::vector<std::string>& screened,
                                           std::string_view grid_path) {
    const auto own = std::ranges::find_if(
        screened, [&](const std::string& root) { return grid::is_within(grid_path, root); });
    if (own == screened.end()) return std::nullopt;
    return *own;
}

std::optional<std::string> assigning_reach(const Actor& actor, const CaseRecord& record) {
    if (actor.who == nullptr) return std::nullopt;
    return assigning_reach(actor.who->paths(access::permission::kCaseScreen), record.grid_path);
}

bool may_be_assigned(const grid::Unit& unit, std::string_view reach) {
    return grid::is_within(unit.path, reach);
}

}  // namespace jingwei::cases
