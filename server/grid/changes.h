#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/clock.h"
#include "core/id.h"
#include "grid/code_rules.h"
#include "grid/node.h"
#include "grid/unit.h"

namespace jingwei::grid {

/// What a county decided about its territory as a whole.
struct TerritorySetting {
    CodeRule code_rule = CodeRule::kEighteenDigits;
    std::map<Level, std::string> level_names;  ///< those it calls otherwise than we do
    std::string complaint_phone;               ///< 监督电话 on the public card
};

/// A node to be. The same id again gets the same answer.
struct NewNode {
    Id<Node> id;
    std::optional<Id<Node>> parent;  ///< nothing for the county itself
    std::string code;                ///< empty: the next free one (grids and micro-grids)
    std::string name;
    Level level = Level::kGrid;
    NodeKind kind = NodeKind::kGeneral;
    std::optional<std::int32_t> households;
    geo::MultiPolygon boundary;
    std::optional<Time> valid_from;  ///< now when absent; never in the future
};

/// A change of an open node. What is absent stays as it is; `households` and `boundary` are taken
/// away by the flags. Code, level and parent change through a plan, not here.
struct NodeChange {
    Time seen;  ///< valid_from of the state that the editor saw; another one since is a conflict
    std::optional<std::string> name;
    std::optional<NodeKind> kind;  ///< general ↔ dedicated, where the code says nothing of it
    std::optional<std::int32_t> households;
    std::optional<geo::MultiPolygon> boundary;
    bool no_households = false;
    bool no_boundary = false;
    std::optional<Time> valid_from;  ///< now when absent; after `seen`, never in the future
};

struct NewUnit {
    Id<Unit> id;
    Id<Node> node;
    std::string name;
    std::string short_name;
    UnitKind kind = UnitKind::kDepartment;
    std::optional<Id<Unit>> parent;
    std::string phone;
    std::string duties;
    std::optional<Time> valid_from;
};

/// What is absent stays as it is.
struct UnitChange {
    std::optional<std::string> name;
    std::optional<std::string> short_name;
    std::optional<std::string> phone;
    std::optional<std::string> duties;
};

}  // namespace jingwei::grid
