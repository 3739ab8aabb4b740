#include <algorithm>

#include "geo/geojson.h"
#include "geo/reshape.h"
#include "plan/making.h"

namespace jingwei::plan {
namespace {

using grid::Level;
using grid::Node;
using grid::NodeKind;

Level level_of(NodeKind kind) { return kind == NodeKind::kMicro ? Level::kMicro : Level::kGrid; }

/// The next free code for a node of that kind, as grid/code_rules.h counts.
Result<std::string> next_code(const Ground& ground, const Nodes& nodes, const PlannedNode& one,
                              const std::set<std::string>& given) {
    const auto found = one.parent_id ? nodes.find(*one.parent_id) : nodes.end();
    if (found == nodes.end()) return Refusal{RefusalKind::kInvalid, "parent_unknown", "/parent_id"};
    const Node& parent = found->second;
    const bool is_micro = one.level == Level::kMicro;
    const std::string base = is_micro ? parent.code : parent.code.substr(0, parent.code.find('-'));
    if (ground.code_rule == grid::CodeRule::kFree) {
        return Refusal{RefusalKind::kInvalid, "code_needed", "/code"};
    }
    std::vector<std::string> taken;
    for (const auto& code : given) {
        const auto parts = grid::read_code(ground.code_rule, code);
        if (parts && parts->level == one.level && parts->above == base) taken.push_back(code);
    }
    const int sequence = grid::free_sequence(ground.code_rule, one.kind, taken);
    if (is_micro) return grid::micro_code(ground.code_rule, base, sequence);
    return grid::grid_code(ground.code_rule, base, one.kind, sequence);
}

/// Boundaries of the nodes around, as they are before this change.
std::vector<geo::MultiPolygon> around(const Nodes& nodes, const Node& node,
                                      const PlanChange& change) {
    std::vector<geo::MultiPolygon> areas;
    const auto box = geo::bounds(node.boundary);
    for (const auto& [id, other] : nodes) {
        const bool beside = other.parent == node.parent && other.level == node.level;
        const bool above = id == node.parent;
        const bool own =
            std::ranges::find(change.results, id, &PlannedNode::id) != change.results.end() ||
            std::ranges::find(change.touches, id, &PlannedNode::id) != change.touches.end();
        if (own || !(beside || above)) continue;
        const auto theirs = geo::bounds(other.boundary);
        if (box && theirs && box->meets(*theirs)) areas.push_back(other.boundary);
    }
    return areas;
}

/// One touched node as it stands; when that was seen is what its editor says.
void fill_touched(const Ground& ground, const Nodes& nodes, PlannedNode& one) {
    const auto found = nodes.find(one.id);
    if (found == nodes.end()) return;  // the check says so
    const auto seen = ground.territory.find(one.id) ? one.seen : std::nullopt;
    one = planned_of(found->second);
    one.seen = seen;
}

Result<void> fill_result(const Ground& ground, const Nodes& nodes, const PlanChange& change,
                         PlannedNode& one, std::set<std::string>& given) {
    const auto found = nodes.find(one.id);
    one.level = found == nodes.end() ? level_of(one.kind) : found->second.level;
    if (found != nodes.end()) one.parent_id = found->second.parent;
    if (one.code.empty()) {
        const auto code = next_code(ground, nodes, one, given);
        if (!code) return code.error();
        given.insert(one.code = *code);
    }
    Node node = node_of(one);
    node.boundary = geo::snapped(node.boundary, around(nodes, node, change));
    one.boundary = planned_of(node).boundary;
    return {};
}

}  // namespace

Result<void> complete(const Ground& ground, std::vector<PlanChange>& changes) {
    auto given = ground.codes_ever;
    for (const PlanChange& change : changes)
        for (const PlannedNode& one : change.results)
            if (!one.code.empty()) given.insert(one.code);
    Maker maker(ground);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        PlanChange& change = changes[i];
        for (PlannedNode& one : change.touches)
            fill_touched(ground, maker.nodes(), one);
        for (std::size_t r = 0; r < change.results.size(); ++r) {
            auto filled = fill_result(ground, maker.nodes(), change, change.results[r], given);
            if (filled) continue;
            Refusal refusal = filled.error();
            refusal.field =
                "/changes/" + std::to_string(i) + "/results/" + std::to_string(r) + refusal.field;
            return refusal;
        }
        maker.make(change, i);
    }
    return {};
}

}  // namespace jingwei::plan
