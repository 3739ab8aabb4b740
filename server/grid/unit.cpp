#include "grid/unit.h"

#include <algorithm>
#include <tuple>

#include "grid/territory.h"

namespace jingwei::grid {

Units::Units(std::int64_t version, std::vector<Unit> units)
    : version_(version), units_(std::move(units)) {
    std::sort(units_.begin(), units_.end(), [](const Unit& a, const Unit& b) {
        return std::tie(a.path, a.kind, a.name, a.id) < std::tie(b.path, b.kind, b.name, b.id);
    });
    for (const Unit& unit : units_)
        by_id_.emplace(unit.id, &unit);
}

const Unit* Units::find(Id<Unit> id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

std::vector<const Unit*> Units::at(std::string_view path) const {
    auto unit = std::lower_bound(
        units_.begin(), units_.end(), path,
        [](const Unit& one, std::string_view wanted) { return one.path < wanted; });
    std::vector<const Unit*> found;
    for (; unit != units_.end() && unit->path == path; ++unit)
        found.push_back(&*unit);
    return found;
}

const Unit* Units::centre_of(std::string_view path) const {
    const Unit* committee = nullptr;
    for (const Unit* unit : at(path)) {
        if (unit->kind == UnitKind::kCentre) return unit;
        if (unit->kind == UnitKind::kCommittee && !committee) committee = unit;
    }
    return committee;
}

const Unit* Units::by_name(std::string_view name, std::string_view path) const {
    const auto is_called = [&](const Unit& unit) {
        return unit.name == name || (!name.empty() && unit.short_name == name);
    };
    if (path.empty()) {
        const auto first = std::find_if(units_.begin(), units_.end(), is_called);
        if (first == units_.end()) return nullptr;
        const bool only = std::none_of(first + 1, units_.end(), is_called);
        return only ? &*first : nullptr;
    }
    for (auto up = path; !up.empty(); up = parent_path(up)) {
        for (const Unit* unit : at(up)) {
            if (is_called(*unit)) return unit;
        }
    }
    return nullptr;
}

std::vector<const Unit*> Units::search(std::string_view text, std::size_t limit) const {
    std::vector<const Unit*> found;
    for (const Unit& unit : units_) {
        if (text.empty() || found.size() == limit) break;
        if (unit.name.find(text) != std::string::npos ||
            unit.short_name.find(text) != std::string::npos) {
            found.push_back(&unit);
        }
    }
    return found;
}

}  // namespace jingwei::grid
