#pragma once

#include <map>
#include <vector>

#include "cases/cases.h"
#include "grid/territory.h"
#include "plan/plan.h"

/// Where open cases go when their ground does. Pure.
namespace jingwei::plan {

/// Of each node that ended by a merge, the one it went into. Several merges in a row are followed
/// to their end.
std::map<Id<grid::Node>, Id<grid::Node>> heirs_of(const std::vector<PlanChange>& changes);

/// The node on which an open case of `was` lies now; null when that is nowhere. A case whose place
/// was inside `was` goes with its ground. One that only named its grid (no point, or a point
/// elsewhere: whoever stands there knows better than the map) stays with that grid, and goes to its
/// heir, else to the nearest node above that is left, once it has ended. `before`: where `was`
/// stands.
const grid::Node* where_to(const grid::Territory& before, const grid::Node& was,
                           const cases::OpenCase& open, const grid::Territory& now,
                           const std::map<Id<grid::Node>, Id<grid::Node>>& heirs);

}  // namespace jingwei::plan
