#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/text_type.h"
#include "grid/changes.h"
#include "grid/coverage.h"
#include "grid/territory.h"

/// Bodies, queries and answers of the routes of grid. Private to grid.
namespace jingwei::grid {

/// GET /territory: the children of `parent` (a path), or what `q` finds; without either the county.
struct NodeQuery {
    std::optional<Text<6, 120>> parent;
    std::optional<Text<1, 60>> q;
    std::optional<Whole<1, 100>> limit;  ///< of what `q` finds; 20
};
BOOST_DESCRIBE_STRUCT(NodeQuery, (), (parent, q, limit))

struct NodeRow {
    Id<Node> id;
    std::string path;
    std::string code;
    std::string name;
    std::string full_name;
    Level level = Level::kCounty;
    std::string level_name;
    NodeKind kind = NodeKind::kDivision;
    std::optional<std::int32_t> households;
    std::int32_t children = 0;
    bool drawn = false;  ///< has a boundary
};
BOOST_DESCRIBE_STRUCT(NodeRow, (),
                      (id, path, code, name, full_name, level, level_name, kind, households,
                       children, drawn))

struct NodeView : NodeRow {
    std::optional<Id<Node>> parent_id;
    std::vector<NodeRow> above;  ///< from the county down to the parent
    std::optional<Json> boundary;
    std::optional<Point> label;
    Time valid_from;  ///< `seen` of a change
};
BOOST_DESCRIBE_STRUCT(NodeView, (NodeRow), (parent_id, above, boundary, label, valid_from))

struct NodeList {
    std::vector<NodeRow> items;
};
BOOST_DESCRIBE_STRUCT(NodeList, (), (items))

/// GET /territory/at: who answers for a place, now or at a moment.
struct PlaceQuery {
    double lon = 0;
    double lat = 0;
    std::optional<Time> at;
};
BOOST_DESCRIBE_STRUCT(PlaceQuery, (), (lon, lat, at))

struct NodesAtPlace {
    std::vector<NodeRow> nodes;  ///< from the county down; empty outside everything drawn
};
BOOST_DESCRIBE_STRUCT(NodesAtPlace, (), (nodes))

/// GET /territory/boundaries: of one level (grids), inside a box when all four sides are given.
struct BoundaryQuery {
    std::optional<Level> level;
    std::optional<double> west, south, east, north;
};
BOOST_DESCRIBE_STRUCT(BoundaryQuery, (), (level, west, south, east, north))

/// GET /territory/coverage: at and below a node; the county when no path is given.
struct CoverageQuery {
    std::optional<Text<6, 120>> path;
};
BOOST_DESCRIBE_STRUCT(CoverageQuery, (), (path))

struct DrawingFaultView {
    DrawingFaultKind kind = DrawingFaultKind::kNotDrawn;
    Id<Node> node_id;
    std::string path;
    std::string code;
    std::string full_name;
    std::optional<Id<Node>> other_id;
    std::optional<std::string> other_name;
    double area_m2 = 0;
    std::optional<Json> where;  ///< GeoJSON
};
BOOST_DESCRIBE_STRUCT(DrawingFaultView, (),
                      (kind, node_id, path, code, full_name, other_id, other_name, area_m2, where))

struct DrawingCoverageView {
    std::int64_t grids = 0;
    std::int64_t drawn = 0;
    std::int64_t total = 0;                ///< faults, listed or not
    std::vector<DrawingFaultView> faults;  ///< the first 500
};
BOOST_DESCRIBE_STRUCT(DrawingCoverageView, (), (grids, drawn, total, faults))

enum class ExportFormat { kCsv, kGeojson };
BOOST_DESCRIBE_ENUM(ExportFormat, kCsv, kGeojson)

/// GET /territory/export: a node and all below it; the county when no path is given.
struct ExportQuery {
    std::optional<Text<6, 120>> path;
    std::optional<ExportFormat> format;
};
BOOST_DESCRIBE_STRUCT(ExportQuery, (), (path, format))

struct CreateNode {
    Id<Node> id;
    std::optional<Id<Node>> parent_id;
    std::optional<Text<1, 40>> code;  ///< absent: the next one by the county's rule
    Text<1, 60> name;
    Level level = Level::kGrid;
    NodeKind kind = NodeKind::kGeneral;
    std::optional<Whole<0, 10'000'000>> households;
    std::optional<Json> boundary;  ///< a GeoJSON Polygon or MultiPolygon
    std::optional<Time> valid_from;
};
BOOST_DESCRIBE_STRUCT(CreateNode, (),
                      (id, parent_id, code, name, level, kind, households, boundary, valid_from))

struct ChangeNode {
    Time seen;
    std::optional<Text<1, 60>> name;
    std::optional<NodeKind> kind;
    std::optional<Whole<0, 10'000'000>> households;
    std::optional<Json> boundary;
    std::optional<bool> no_households, no_boundary;
    std::optional<Time> valid_from;
};
BOOST_DESCRIBE_STRUCT(ChangeNode, (),
                      (seen, name, kind, households, boundary, no_households, no_boundary,
                       valid_from))

struct CloseBody {
    std::optional<Time> at;
};
BOOST_DESCRIBE_STRUCT(CloseBody, (), (at))

struct SettingView {
    CodeRule code_rule = CodeRule::kEighteenDigits;
    std::map<std::string, std::string> level_names;
    Text<0, 40> complaint_phone;
};
BOOST_DESCRIBE_STRUCT(SettingView, (), (code_rule, level_names, complaint_phone))

struct UnitQuery {
    std::optional<Text<6, 120>> path;    ///< attached to that node, exactly
    std::optional<Text<6, 120>> within;  ///< attached to that node or below it
    std::optional<Text<1, 60>> q;
    std::optional<Whole<1, 1'000>> limit;
};
BOOST_DESCRIBE_STRUCT(UnitQuery, (), (path, within, q, limit))

struct UnitView {
    Id<Unit> id;
    std::string name;
    std::string short_name;
    UnitKind kind = UnitKind::kDepartment;
    Id<Node> node_id;
    std::string path;
    std::optional<Id<Unit>> parent_id;
    std::string phone;
    std::string duties;
    Time valid_from;
};
BOOST_DESCRIBE_STRUCT(UnitView, (),
                      (id, name, short_name, kind, node_id, path, parent_id, phone, duties,
                       valid_from))

struct UnitList {
    std::vector<UnitView> items;
};
BOOST_DESCRIBE_STRUCT(UnitList, (), (items))

struct CreateUnit {
    Id<Unit> id;
    Id<Node> node_id;
    Text<1, 60> name;
    Text<0, 20> short_name;
    UnitKind kind = UnitKind::kDepartment;
    std::optional<Id<Unit>> parent_id;
    Text<0, 40> phone;
    Lines<0, 2000> duties;
    std::optional<Time> valid_from;
};
BOOST_DESCRIBE_STRUCT(CreateUnit, (),
                      (id, node_id, name, short_name, kind, parent_id, phone, duties, valid_from))

struct ChangeUnit {
    std::optional<Text<1, 60>> name;
    std::optional<Text<0, 20>> short_name;
    std::optional<Text<0, 40>> phone;
    std::optional<Lines<0, 2000>> duties;
};
BOOST_DESCRIBE_STRUCT(ChangeUnit, (), (name, short_name, phone, duties))

NodeRow row_of(const Territory& territory, const Node& node);
NodeView view_of(const Territory& territory, const Node& node);
UnitView view_of(const Unit& unit);
DrawingCoverageView view_of(const Territory& territory, const DrawingCoverage& coverage);
/// GeoJSON FeatureCollection; properties id, path, code, name, level, kind, households; the
/// geometry of a node that is not drawn is null.
std::string boundaries_of(const std::vector<const Node*>& nodes);

/// Refuses what geo::read_area() refuses, below "/boundary".
Result<NewNode> node_of(const CreateNode& body);
Result<NodeChange> change_of(const ChangeNode& body);
NewUnit unit_of(const CreateUnit& body);
UnitChange change_of(const ChangeUnit& body);

}  // namespace jingwei::grid
