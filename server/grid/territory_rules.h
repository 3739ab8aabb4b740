#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "grid/changes.h"
#include "grid/territory.h"

namespace jingwei::grid {

/// What creating `nodes` would make, in their order; or everything wrong with them, each fault's
/// field beginning with the place in `nodes` ("/12/code"). A parent is an open node or an earlier
/// one of `nodes`.
struct PlannedNodes {
    std::vector<Node> nodes;
    std::vector<Fault> faults;
};
PlannedNodes plan_nodes(const Territory& territory, CodeRule rule,
                        const std::vector<NewNode>& nodes, Time now);

/// `node` after the change; refusals as Grid::change() lists them.
Result<Node> changed(const Node& node, CodeRule rule, const NodeChange& change, Time now);

/// When something begins or ends: `wanted`, else `now`. Refuses date_in_future and, unless later
/// than `after`, date_not_after.
Result<Time> check_moment(std::optional<Time> wanted, std::optional<Time> after, Time now);

}  // namespace jingwei::grid
