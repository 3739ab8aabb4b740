#include "plan/making.h"

#include <algorithm>

namespace jingwei::plan {
namespace {

using grid::Level;
using grid::Node;

bool is_right_shape(const PlanChange& change) {
    const std::size_t touched = change.touches.size(), made = change.results.size();
    const auto kept =
        static_cast<std::size_t>(std::ranges::count_if(change.results, [&](const PlannedNode& one) {
            return std::ranges::find(change.touches, one.id, &PlannedNode::id) !=
                   change.touches.end();
        }));
    switch (change.kind) {
        case ChangeKind::kAdd:
            return touched == 0 && made > 0;
        case ChangeKind::kSplit:
            return touched == 1 && made > 1 && kept == 1;
        case ChangeKind::kMerge:
            return touched > 1 && made == 1 && kept == 1;
        case ChangeKind::kRedraw:
            return touched > 0 && made == touched && kept == touched;
        case ChangeKind::kRenumber:
            return touched == 1 && made == 1 && kept == 1;
        case ChangeKind::kRetire:
            return touched > 0 && made == 0;
    }
    return false;
}

}  // namespace

Maker::Maker(const Ground& ground) : ground_(ground), codes_(ground.codes_ever) {
    for (const Node& node : ground.territory.nodes())
        nodes_.emplace(node.id, node);
}

void Maker::make(const PlanChange& change, std::size_t place) {
    at_ = "/changes/" + std::to_string(place);
    if (!is_right_shape(change)) return fault("", "plan_wrong_shape", "");
    if (!all_there(change)) return;
    for (std::size_t i = 0; i < change.results.size(); ++i) {
        const auto field = "/results/" + std::to_string(i);
        const auto old = nodes_.find(change.results[i].id);
        if (old == nodes_.end()) {
            add(change.results[i], field);
        } else {
            reshape(change, old->second, change.results[i], field);
        }
    }
    for (std::size_t i = 0; i < change.touches.size(); ++i)
        end_unless_kept(change, i);
}

void Maker::fault(std::string field, std::string code, std::string name) {
    faults.push_back({at_ + std::move(field), std::move(code), std::move(name)});
}

bool Maker::all_there(const PlanChange& change) {
    const auto before = faults.size();
    for (std::size_t i = 0; i < change.touches.size(); ++i) {
        const PlannedNode& one = change.touches[i];
        const auto field = "/touches/" + std::to_string(i);
        const auto found = nodes_.find(one.id);
        const Node* in_force = ground_.territory.find(one.id);
        if (found == nodes_.end()) {
            fault(field, "plan_node_gone", one.name);
        } else if (!grid::is_within(found->second.path, ground_.path)) {
            fault(field, "plan_outside", one.name);
        } else if (in_force && one.seen != in_force->valid_from) {
            fault(field, "plan_node_changed", one.name);
        }
    }
    return faults.size() == before;
}

std::string Maker::place(const PlannedNode& one, const Node* parent, const std::string& field) {
    const auto segment =
        grid::place_under(ground_.code_rule, parent, one.code, one.level, one.kind);
    if (segment) return *segment;
    fault(field + segment.error().field, segment.error().code, one.name);
    return {};
}

void Maker::add(const PlannedNode& one, const std::string& field) {
    const auto parent = one.parent_id ? nodes_.find(*one.parent_id) : nodes_.end();
    if (parent == nodes_.end()) return fault(field + "/parent_id", "parent_unknown", one.name);
    if (!grid::is_within(parent->second.path, ground_.path)) {
        return fault(field + "/parent_id", "plan_outside", one.name);
    }
    const auto segment = place(one, &parent->second, field);
    if (segment.empty()) return;
    if (!codes_.insert(one.code).second) {
        return fault(field + "/code", "plan_code_given_before", one.name);
    }
    Node node = node_of(one);
    node.path = parent->second.path + "/" + segment;
    nodes_.emplace(node.id, std::move(node));
}

void Maker::reshape(const PlanChange& change, Node& node, const PlannedNode& one,
                    const std::string& field) {
    const bool is_touched =
        std::ranges::find(change.touches, one.id, &PlannedNode::id) != change.touches.end();
    if (!is_touched) return fault(field, "plan_result_not_touched", one.name);
    if (one.code != node.code) {
        renumber(node, one, field);
    } else if (one.kind != node.kind) {
        change_kind(node, one, field);
    }
    node.name = one.name;
    node.kind = one.kind;
    node.households = one.households;
    const Node drawn = node_of(one);
    if (change.kind == ChangeKind::kRenumber && drawn.boundary != node.boundary) {
        fault(field + "/boundary", "plan_wrong_shape", one.name);
    }
    if (drawn.boundary.empty() && !node.boundary.empty()) {
        fault(field + "/boundary", "plan_not_drawn", one.name);
    }
    node.boundary = drawn.boundary;
}

/// A code says of which kind it is.
void Maker::change_kind(const Node& node, const PlannedNode& one, const std::string& field) {
    const auto parent = node.parent ? nodes_.find(*node.parent) : nodes_.end();
    PlannedNode wanted = one;
    wanted.level = node.level;
    (void)place(wanted, parent == nodes_.end() ? nullptr : &parent->second, field);
}

void Maker::renumber(Node& node, const PlannedNode& one, const std::string& field) {
    const auto parent = node.parent ? nodes_.find(*node.parent) : nodes_.end();
    PlannedNode wanted = one;
    wanted.level = node.level;
    if (parent == nodes_.end() || node.level < Level::kGrid) {
        return fault(field + "/code", "plan_code_of_division", one.name);
    }
    if (place(wanted, &parent->second, field).empty()) return;
    if (!codes_.insert(one.code).second) {
        return fault(field + "/code", "plan_code_given_before", one.name);
    }
    node.code = one.code;
    if (ground_.code_rule == grid::CodeRule::kFree) return;
    for (auto& [id, child] : nodes_) {
        if (child.parent != node.id || child.level != Level::kMicro) continue;
        child.code =
            one.code.substr(0, child.code.size() - 2) + child.code.substr(child.code.size() - 2);
        codes_.insert(child.code);
    }
}

void Maker::end_unless_kept(const PlanChange& change, std::size_t place) {
    const PlannedNode& one = change.touches[place];
    const bool kept =
        std::ranges::find(change.results, one.id, &PlannedNode::id) != change.results.end();
    const auto found = nodes_.find(one.id);
    if (kept || found == nodes_.end()) return;
    const bool has_below = std::ranges::any_of(
        nodes_, [&](const auto& other) { return other.second.parent == one.id; });
    const auto field = "/touches/" + std::to_string(place);
    if (has_below) return fault(field, "plan_has_nodes_below", one.name);
    if (!found->second.parent) return fault(field, "plan_wrong_shape", one.name);
    const auto heir =
        change.kind == ChangeKind::kMerge ? change.results.front().id : *found->second.parent;
    successors.emplace_back(one.id, heir);
    nodes_.erase(found);
}

}  // namespace jingwei::plan
