#include "grid/territory_views.h"

#include <algorithm>

#include "core/dto.h"
#include "geo/geojson.h"

namespace jingwei::grid {
namespace {

struct FeatureProperties {
    Id<Node> id;
    std::string path;
    std::string code;
    std::string name;
    Level level;
    NodeKind kind;
    std::optional<std::int32_t> households;
};
BOOST_DESCRIBE_STRUCT(FeatureProperties, (), (id, path, code, name, level, kind, households))

template <class Plain, class Constrained>
std::optional<Plain> plain(const std::optional<Constrained>& value) {
    if (!value) return std::nullopt;
    return static_cast<Plain>(*value);
}

template <class Constrained>
std::optional<std::string> plain_text(const std::optional<Constrained>& value) {
    return value ? std::optional{value->str()} : std::nullopt;
}

Result<geo::MultiPolygon> area_of(const std::optional<Json>& boundary) {
    if (!boundary) return geo::MultiPolygon{};
    return geo::read_area_text(boundary->text, "/boundary");
}

}  // namespace

NodeRow row_of(const Territory& territory, const Node& node) {
    NodeRow row;
    row.id = node.id;
    row.path = node.path;
    row.code = node.code;
    row.name = node.name;
    row.full_name = territory.full_name(node);
    row.level = node.level;
    row.level_name = territory.level_name(node.level);
    row.kind = node.kind;
    row.households = node.households;
    row.children = static_cast<std::int32_t>(territory.children(node).size());
    row.drawn = !node.boundary.empty();
    return row;
}

NodeView view_of(const Territory& territory, const Node& node) {
    NodeView view;
    static_cast<NodeRow&>(view) = row_of(territory, node);
    view.parent_id = node.parent;
    for (const Node* up : territory.ancestors(node))
        view.above.push_back(row_of(territory, *up));
    std::reverse(view.above.begin(), view.above.end());
    if (view.drawn) view.boundary = Json{geo::write_area(node.boundary)};
    view.label = geo::label_point(node.boundary);
    view.valid_from = node.valid_from;
    return view;
}

DrawingCoverageView view_of(const Territory& territory, const DrawingCoverage& coverage) {
    constexpr std::size_t kMostFaults = 500;
    DrawingCoverageView view{
        coverage.grids, coverage.drawn, static_cast<std::int64_t>(coverage.faults.size()), {}};
    for (const DrawingFault& fault : coverage.faults) {
        if (view.faults.size() == kMostFaults) break;
        auto& row = view.faults.emplace_back();
        row.kind = fault.kind;
        row.node_id = fault.node->id;
        row.path = fault.node->path;
        row.code = fault.node->code;
        row.full_name = territory.full_name(*fault.node);
        row.area_m2 = fault.area_m2;
        if (fault.other) {
            row.other_id = fault.other->id;
            row.other_name = fault.other->name;
        }
        if (!fault.where.empty()) row.where = Json{geo::write_area(fault.where)};
    }
    return view;
}

UnitView view_of(const Unit& unit) {
    return {unit.id,   unit.name,   unit.short_name, unit.kind,   unit.node,
            unit.path, unit.parent, unit.phone,      unit.duties, unit.valid_from};
}

std::string boundaries_of(const std::vector<const Node*>& nodes) {
    std::string out = R"({"type":"FeatureCollection","features":[)";
    for (const Node* node : nodes) {
        if (node != nodes.front()) out += ',';
        const FeatureProperties properties{node->id,    node->path, node->code,      node->name,
                                           node->level, node->kind, node->households};
        out += R"({"type":"Feature","geometry":)";
        out += node->boundary.empty() ? "null" : geo::write_area(node->boundary);
        out += R"(,"properties":)" + dto::print(properties) + '}';
    }
    return out + "]}";
}

Result<NewNode> node_of(const CreateNode& body) {
    auto area = area_of(body.boundary);
    if (!area) return area.error();
    NewNode node;
    node.id = body.id;
    node.parent = body.parent_id;
    node.code = body.code ? body.code->str() : "";
    node.name = body.name.str();
    node.level = body.level;
    node.kind = body.kind;
    node.households = plain<std::int32_t>(body.households);
    node.boundary = *std::move(area);
    node.valid_from = body.valid_from;
    return node;
}

Result<NodeChange> change_of(const ChangeNode& body) {
    auto area = area_of(body.boundary);
    if (!area) return area.error();
    NodeChange change;
    change.seen = body.seen;
    change.name = plain_text(body.name);
    change.kind = body.kind;
    change.households = plain<std::int32_t>(body.households);
    if (body.boundary) change.boundary = *std::move(area);
    change.no_households = body.no_households.value_or(false);
    change.no_boundary = body.no_boundary.value_or(false);
    change.valid_from = body.valid_from;
    return change;
}

NewUnit unit_of(const CreateUnit& body) {
    NewUnit unit;
    unit.id = body.id;
    unit.node = body.node_id;
    unit.name = body.name.str();
    unit.short_name = body.short_name.str();
    unit.kind = body.kind;
    unit.parent = body.parent_id;
    unit.phone = body.phone.str();
    unit.duties = body.duties.str();
    unit.valid_from = body.valid_from;
    return unit;
}

UnitChange change_of(const ChangeUnit& body) {
    return {plain_text(body.name), plain_text(body.short_name), plain_text(body.phone),
            plain_text(body.duties)};
}

}  // namespace jingwei::grid
