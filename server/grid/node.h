#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "core/clock.h"
#include "core/id.h"
#include "geo/geometry.h"

namespace jingwei::grid {

/// What a node is in the order of things; what a county *calls* it is configuration
/// (Territory::level_name). A node may stand under one of its own level (a village group inside a
/// village), so the tree has any depth, but never under a lower one; a grid has a village above it.
enum class Level { kCounty, kTown, kVillage, kGrid, kMicro };
BOOST_DESCRIBE_ENUM(Level, kCounty, kTown, kVillage, kGrid, kMicro)

enum class NodeKind {
    kDivision,   ///< county, town, village: given by the state, not drawn by the grid office
    kGeneral,    ///< 综合/普通网格
    kDedicated,  ///< 专属网格: school, hospital, park, market, office block
    kMicro,      ///< 微网格, 单元格
};
BOOST_DESCRIBE_ENUM(NodeKind, kDivision, kGeneral, kDedicated, kMicro)

/// One unit of territory as it is in force. Earlier states are kept in `territory_past`.
struct Node {
    Id<Node> id;
    std::string path;  ///< "371323/101/204/003": scope strings of access and row-level security
    std::string code;  ///< by the county's code rule (grid/code_rules.h); unique in the county
    std::string name;
    Level level = Level::kCounty;
    NodeKind kind = NodeKind::kDivision;
    std::optional<Id<Node>> parent;  ///< nothing for the county itself
    std::optional<std::int32_t> households;
    geo::MultiPolygon boundary;  ///< empty: not drawn (yet); only the map may mind
    Time valid_from;             ///< since when it is as it is here
};

}  // namespace jingwei::grid
