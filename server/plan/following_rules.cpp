#include "plan/following_rules.h"

#include <algorithm>

namespace jingwei::plan {

std::map<Id<grid::Node>, Id<grid::Node>> heirs_of(const std::vector<PlanChange>& changes) {
    std::map<Id<grid::Node>, Id<grid::Node>> heirs;
    for (const PlanChange& change : changes) {
        if (change.kind != ChangeKind::kMerge || change.results.empty()) continue;
        const auto into = change.results.front().id;
        for (auto& [from, to] : heirs)
            if (std::ranges::find(change.touches, to, &PlannedNode::id) != change.touches.end())
                to = into;
        for (const PlannedNode& one : change.touches)
            if (one.id != into) heirs[one.id] = into;
    }
    return heirs;
}

const grid::Node* where_to(const grid::Territory& before, const grid::Node& was,
                           const cases::OpenCase& open, const grid::Territory& now,
                           const std::map<Id<grid::Node>, Id<grid::Node>>& heirs) {
    if (open.lon && open.lat) {
        const Point place{*open.lon, *open.lat};
        const auto* there = geo::covers(was.boundary, place) ? now.at(place, was.level) : nullptr;
        if (there) return there;
    }
    if (const auto* same = now.find(was.id)) return same;
    const auto heir = heirs.find(was.id);
    if (heir != heirs.end()) {
        if (const auto* into = now.find(heir->second)) return into;
    }
    for (const grid::Node* one = &was; one && one->parent; one = before.find(*one->parent)) {
        if (const auto* above = now.find(*one->parent)) return above;
    }
    return nullptr;
}

}  // namespace jingwei::plan
