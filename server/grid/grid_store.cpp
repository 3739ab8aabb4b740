#include "grid/grid_store.h"

#include <stdexcept>

#include "core/dto.h"
#include "geo/geojson.h"
#include "grid/statements.h"

namespace jingwei::grid::store {

struct NodeRow {
    Id<Node> id;
    std::optional<Id<Node>> parent_id;
    std::string path;
    std::string code;
    std::string name;
    Level level;
    NodeKind kind;
    std::optional<std::int32_t> households;
    std::optional<std::string> boundary;
    Time valid_from;
};
BOOST_DESCRIBE_STRUCT(NodeRow, (),
                      (id, parent_id, path, code, name, level, kind, households, boundary,
                       valid_from))

struct UnitRow {
    Id<Unit> id;
    Id<Node> node_id;
    std::optional<Id<Unit>> parent_id;
    std::string path;
    std::string name;
    std::string short_name;
    UnitKind kind;
    std::string phone;
    std::string duties;
    Time valid_from;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (),
                      (id, node_id, parent_id, path, name, short_name, kind, phone, duties,
                       valid_from))

struct SettingRow {
    CodeRule code_rule;
    db::Json level_names;
    std::string complaint_phone;
};
BOOST_DESCRIBE_STRUCT(SettingRow, (), (code_rule, level_names, complaint_phone))

namespace {

using LevelNames = std::map<std::string, std::string>;

Node node_of(NodeRow row) {
    Node node{row.id,
              std::move(row.path),
              std::move(row.code),
              std::move(row.name),
              row.level,
              row.kind,
              row.parent_id,
              row.households,
              {},
              row.valid_from};
    if (row.boundary) {
        // What is stored was valid when it was written; anything else is a broken database.
        node.boundary = geo::read_area_text(*row.boundary).value();
    }
    return node;
}

std::vector<Node> nodes_of(std::vector<NodeRow> rows) {
    std::vector<Node> nodes;
    nodes.reserve(rows.size());
    for (auto& row : rows)
        nodes.push_back(node_of(std::move(row)));
    return nodes;
}

Unit unit_of(UnitRow row) {
    Unit unit;
    unit.id = row.id;
    unit.name = std::move(row.name);
    unit.short_name = std::move(row.short_name);
    unit.kind = row.kind;
    unit.node = row.node_id;
    unit.path = std::move(row.path);
    unit.parent = row.parent_id;
    unit.phone = std::move(row.phone);
    unit.duties = std::move(row.duties);
    unit.valid_from = row.valid_from;
    return unit;
}

std::optional<std::string> geojson_of(const geo::MultiPolygon& boundary) {
    if (boundary.empty()) return std::nullopt;
    return geo::write_area(boundary);
}

}  // namespace

std::int64_t version(db::Transaction& tx, std::string_view county, std::string_view name) {
    return tx.maybe<std::int64_t>(sql::find_version, county, name).value_or(0);
}

void move_version(db::Transaction& tx, std::string_view county, std::string_view name) {
    tx.queue(sql::move_version, county, name);
}

TerritorySetting setting(db::Transaction& tx, std::string_view county) {
    const auto row = tx.maybe<SettingRow>(sql::find_setting, county);
    TerritorySetting setting;
    if (!row) return setting;
    setting.code_rule = row->code_rule;
    setting.complaint_phone = row->complaint_phone;
    for (const auto& [level, name] : dto::parse<LevelNames>(row->level_names.text).value()) {
        if (const auto known = enum_from_name<Level>(level)) setting.level_names[*known] = name;
    }
    return setting;
}

void save_setting(db::Transaction& tx, std::string_view county, const TerritorySetting& setting) {
    LevelNames names;
    for (const auto& [level, name] : setting.level_names)
        names[enum_name(level)] = name;
    tx.queue(sql::save_setting, county, setting.code_rule, db::Json{dto::print(names)},
             setting.complaint_phone);
}

std::vector<Node> open_nodes(db::Transaction& tx, std::string_view county) {
    return nodes_of(tx.all<NodeRow>(sql::list_open_nodes, county));
}

std::vector<Node> nodes_at(db::Transaction& tx, std::string_view county, Time at) {
    return nodes_of(tx.all<NodeRow>(sql::list_nodes_at, county, at));
}

std::optional<Node> find_node(db::Transaction& tx, std::string_view county, Id<Node> id) {
    auto row = tx.maybe<NodeRow>(sql::find_node, county, id);
    return row ? std::optional{node_of(*std::move(row))} : std::nullopt;
}

std::vector<std::string> codes_below(db::Transaction& tx, std::string_view county, Id<Node> id) {
    return tx.all<std::string>(sql::list_codes_below, county, id);
}

db::Pending<bool> insert_node(db::Transaction& tx, std::string_view county, const Node& node) {
    return tx.later<bool>(sql::insert_node, county, node.id, node.parent, node.path, node.code,
                          node.name, node.level, node.kind, node.households,
                          geojson_of(node.boundary), node.valid_from);
}

bool change_node(db::Transaction& tx, std::string_view county, Time seen, const Node& after) {
    tx.queue(sql::keep_past, county, after.id, seen, after.valid_from);
    return tx.run(sql::change_node, county, after.id, seen, after.name, after.kind,
                  after.households, geojson_of(after.boundary), after.valid_from) == 1;
}

bool reshape_node(db::Transaction& tx, std::string_view county, Time seen, const Node& after) {
    tx.queue(sql::keep_past, county, after.id, seen, after.valid_from);
    return tx.run(sql::reshape_node, county, after.id, seen, after.code, after.name, after.kind,
                  after.households, geojson_of(after.boundary), after.valid_from) == 1;
}

std::vector<std::string> codes_ever(db::Transaction& tx, std::string_view county) {
    return tx.all<std::string>(sql::list_codes_ever, county);
}

bool close_node(db::Transaction& tx, std::string_view county, Id<Node> id, Time at) {
    return tx.run(sql::close_node, county, id, at) == 1;
}

std::vector<Unit> open_units(db::Transaction& tx, std::string_view county) {
    std::vector<Unit> units;
    for (auto& row : tx.all<UnitRow>(sql::list_open_units, county)) {
        units.push_back(unit_of(std::move(row)));
    }
    return units;
}

std::optional<Unit> find_unit(db::Transaction& tx, std::string_view county, Id<Unit> id) {
    auto row = tx.maybe<UnitRow>(sql::find_unit, county, id);
    return row ? std::optional{unit_of(*std::move(row))} : std::nullopt;
}

bool insert_unit(db::Transaction& tx, std::string_view county, const Unit& unit) {
    return tx.run(sql::insert_unit, county, unit.id, unit.node, unit.parent, unit.path, unit.name,
                  unit.short_name, unit.kind, unit.phone, unit.duties, unit.valid_from) == 1;
}

bool change_unit(db::Transaction& tx, std::string_view county, Id<Unit> id,
                 const UnitChange& change) {
    return tx.run(sql::change_unit, county, id, change.name, change.short_name, change.phone,
                  change.duties) == 1;
}

bool close_unit(db::Transaction& tx, std::string_view county, Id<Unit> id, Time at) {
    return tx.run(sql::close_unit, county, id, at) == 1;
}

}  // namespace jingwei::grid::store
