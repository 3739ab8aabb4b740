#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/transaction.h"
#include "grid/changes.h"

/// The tables of grid: statements in, nodes and units out. Private to grid.
namespace jingwei::grid::store {

inline constexpr std::string_view kTerritory = "territory";
inline constexpr std::string_view kUnit = "unit";

std::int64_t version(db::Transaction& tx, std::string_view county, std::string_view name);
void move_version(db::Transaction& tx, std::string_view county, std::string_view name);

TerritorySetting setting(db::Transaction& tx, std::string_view county);
void save_setting(db::Transaction& tx, std::string_view county, const TerritorySetting& setting);

std::vector<Node> open_nodes(db::Transaction& tx, std::string_view county);
std::vector<Node> nodes_at(db::Transaction& tx, std::string_view county, Time at);
std::optional<Node> find_node(db::Transaction& tx, std::string_view county, Id<Node> id);
std::vector<std::string> codes_below(db::Transaction& tx, std::string_view county, Id<Node> id);
/// Touches no row when the id is there already.
db::Pending<bool> insert_node(db::Transaction& tx, std::string_view county, const Node& node);
/// False when the state that began at `seen` is no longer the open one.
bool change_node(db::Transaction& tx, std::string_view county, Time seen, const Node& after);
/// The same with its code.
bool reshape_node(db::Transaction& tx, std::string_view county, Time seen, const Node& after);
std::vector<std::string> codes_ever(db::Transaction& tx, std::string_view county);
/// False when it is not open or has open children.
bool close_node(db::Transaction& tx, std::string_view county, Id<Node> id, Time at);

std::vector<Unit> open_units(db::Transaction& tx, std::string_view county);
std::optional<Unit> find_unit(db::Transaction& tx, std::string_view county, Id<Unit> id);
bool insert_unit(db::Transaction& tx, std::string_view county, const Unit& unit);
bool change_unit(db::Transaction& tx, std::string_view county, Id<Unit> id,
                 const UnitChange& change);
bool close_unit(db::Transaction& tx, std::string_view county, Id<Unit> id, Time at);

}  // namespace jingwei::grid::store
