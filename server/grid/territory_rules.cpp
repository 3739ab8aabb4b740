#include "grid/territory_rules.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace jingwei::grid {
namespace {

/// Plans one node after the other, so that a later one may stand under an earlier one.
class Planner {
public:
    Planner(const Territory& territory, CodeRule rule, Time now)
        : territory_(territory), rule_(rule), now_(now) {}

    PlannedNodes plan(const std::vector<NewNode>& nodes) {
        plan_.nodes.reserve(nodes.size());  // planned_ points into it
        for (std::size_t place = 0; place < nodes.size(); ++place) {
            at_ = "/" + std::to_string(place);
            add(nodes[place]);
        }
        return std::move(plan_);
    }

private:
    void add(const NewNode& wanted) {
        const Node* parent = nullptr;
        if (wanted.parent && !(parent = find(*wanted.parent))) {
            return fault("parent_unknown", "/parent_id");
        }
        const auto segment = place_under(rule_, parent, wanted.code, wanted.level, wanted.kind);
        if (!segment) return fault(segment.error().code, segment.error().field);
        Node node = node_of(wanted, parent, *segment);
        if (node.valid_from > now_) return fault("date_in_future", "/valid_from");
        if (is_taken(node)) return;
        codes_.insert(node.code);
        paths_.insert(node.path);
        plan_.nodes.push_back(std::move(node));
        planned_.emplace(wanted.id, &plan_.nodes.back());
    }

    Node node_of(const NewNode& wanted, const Node* parent, const std::string& segment) const {
        Node node;
        node.id = wanted.id;
        node.path = parent ? parent->path + "/" + segment : segment;
        node.code = without_padding(wanted.code);
        node.name = wanted.name;
        node.level = wanted.level;
        node.kind = wanted.kind;
        node.parent = wanted.parent;
        node.households = wanted.households;
        node.boundary = wanted.boundary;
        node.valid_from = wanted.valid_from.value_or(now_);
        return node;
    }

    /// The same node again is not taken: it gets the same answer.
    bool is_taken(const Node& node) {
        const Node* code = territory_.by_code(node.code);
        if ((code && code->id != node.id) || codes_.contains(node.code)) {
            fault("code_taken", "/code");
            return true;
        }
        const Node* path = territory_.by_path(node.path);
        if ((path && path->id != node.id) || paths_.contains(node.path)) {
            fault("path_taken", "/code");
            return true;
        }
        return false;
    }

    const Node* find(Id<Node> id) const {
        const auto planned = planned_.find(id);
        return planned == planned_.end() ? territory_.find(id) : planned->second;
    }

    void fault(std::string code, const std::string& field) {
        plan_.faults.push_back({at_ + field, std::move(code), {}});
    }

    const Territory& territory_;
    const CodeRule rule_;
    const Time now_;
    std::string at_;
    PlannedNodes plan_;
    std::unordered_map<Id<Node>, const Node*> planned_;
    std::set<std::string> codes_, paths_;
};

}  // namespace

PlannedNodes plan_nodes(const Territory& territory, CodeRule rule,
                        const std::vector<NewNode>& nodes, Time now) {
    return Planner(territory, rule, now).plan(nodes);
}

Result<Node> changed(const Node& node, CodeRule rule, const NodeChange& change, Time now) {
    if (change.seen != node.valid_from) {
        return Refusal{RefusalKind::kConflict, "node_changed_meanwhile"};
    }
    const auto from = check_moment(change.valid_from, node.valid_from, now);
    if (!from) return from.error();
    Node after = node;
    after.valid_from = *from;
    if (change.name) after.name = *change.name;
    if (change.households) after.households = change.households;
    if (change.no_households) after.households = std::nullopt;
    if (change.boundary) after.boundary = *change.boundary;
    if (change.no_boundary) after.boundary.clear();
    if (change.kind && *change.kind != node.kind) {
        const bool is_grid = node.level == Level::kGrid && (*change.kind == NodeKind::kGeneral ||
                                                            *change.kind == NodeKind::kDedicated);
        if (!is_grid) return Refusal{RefusalKind::kInvalid, "kind_not_of_level", "/kind"};
        if (rule != CodeRule::kFree) {
            return Refusal{RefusalKind::kInvalid, "kind_not_of_code", "/kind"};
        }
        after.kind = *change.kind;
    }
    return after;
}

Result<Time> check_moment(std::optional<Time> wanted, std::optional<Time> after, Time now) {
    const Time moment = wanted.value_or(now);
    if (moment > now) return Refusal{RefusalKind::kInvalid, "date_in_future", "/valid_from"};
    if (after && moment <= *after) {
        return Refusal{RefusalKind::kConflict, "date_not_after", "/valid_from"};
    }
    return moment;
}

}  // namespace jingwei::grid
