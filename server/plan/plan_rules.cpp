#include "plan/plan_rules.h"

#include <algorithm>
#include <cmath>

#include "geo/coverage.h"
#include "geo/geojson.h"
#include "plan/making.h"

namespace jingwei::plan {
namespace {

using grid::Level;
using grid::Node;

constexpr std::chrono::days kLongestDelay{7};

bool is_same(const Node& one, const Node& other) {
    return one.code == other.code && one.name == other.name && one.kind == other.kind &&
           one.households == other.households && one.boundary == other.boundary;
}

grid::Reshaping difference(const grid::Territory& territory, const Nodes& nodes) {
    grid::Reshaping made;
    for (const auto& [id, node] : nodes) {
        const Node* before = territory.find(id);
        if (!before) {
            made.added.push_back(node);
        } else if (!is_same(*before, node)) {
            made.changed.push_back({before->valid_from, node});
        }
    }
    for (const Node& node : territory.nodes())
        if (!nodes.contains(node.id)) made.closed.push_back(node);
    std::ranges::sort(made.added, {}, &Node::path);
    std::ranges::sort(made.closed, std::ranges::greater{}, &Node::path);
    return made;
}

DrawnFault drawn_fault(const grid::Territory& territory, grid::DrawingFault fault) {
    DrawnFault told;
    told.kind = fault.kind;
    told.node = fault.node->id;
    told.name = territory.full_name(*fault.node);
    if (fault.other) {
        told.other = fault.other->id;
        told.other_name = fault.other->name;
    }
    told.area_m2 = fault.area_m2;
    told.where = std::move(fault.where);
    return told;
}

bool stood_before(const DrawnFault& fault, const std::vector<grid::DrawingFault>& before) {
    constexpr double kSameM2 = 1;
    return std::ranges::any_of(before, [&](const grid::DrawingFault& old) {
        const bool same = old.kind == fault.kind && old.node->id == fault.node &&
                          (old.other ? std::optional{old.other->id} : std::nullopt) == fault.other;
        return same && std::abs(old.area_m2 - fault.area_m2) < kSameM2;
    });
}

/// Whether what is drawn below a node is compared with its own border: only where all of that level
/// is drawn.
bool is_told_by_border(const grid::Territory& after, const Node& above, Level level) {
    return !above.boundary.empty() &&
           std::ranges::all_of(after.children(above), [&](const Node* child) {
               return child->level != level || !child->boundary.empty();
           });
}

/// Ground that was covered and is not any more, where no border above tells.
void find_lost_ground(const grid::Territory& after, const Node& above, const Node& before,
                      std::vector<DrawnFault>& faults) {
    std::vector<geo::MultiPolygon> areas;
    for (const Node* child : after.children(above))
        if (child->level == before.level && !child->boundary.empty())
            areas.push_back(child->boundary);
    for (auto& fault : geo::check_coverage(before.boundary, areas)) {
        if (fault.kind != geo::CoverageFaultKind::kGap) continue;
        DrawnFault told;
        told.kind = grid::DrawingFaultKind::kGap;
        told.node = above.id;
        told.name = after.full_name(above);
        told.area_m2 = fault.area_m2;
        told.where = std::move(fault.where);
        faults.push_back(std::move(told));
    }
}

/// The nodes whose children tile otherwise than before.
std::set<Id<Node>> to_look_below(const grid::Reshaping& made) {
    std::set<Id<Node>> nodes;
    const auto add = [&](const Node& node) {
        nodes.insert(node.id);
        if (node.parent) nodes.insert(*node.parent);
    };
    std::ranges::for_each(made.added, add);
    std::ranges::for_each(made.closed, add);
    for (const auto& [seen, node] : made.changed)
        add(node);
    return nodes;
}

std::vector<DrawnFault> drawn_faults(const Ground& ground, const grid::Reshaping& made,
                                     const Nodes& nodes) {
    std::vector<Node> all;
    for (const auto& [id, node] : nodes)
        all.push_back(node);
    const grid::Territory after(ground.territory.county(), 0, std::move(all));
    std::vector<DrawnFault> faults;
    for (const auto id : to_look_below(made)) {
        const Node* above = after.find(id);
        if (!above) continue;
        const Node* was = ground.territory.find(id);
        const auto before = was ? grid::drawing_faults_below(ground.territory, *was)
                                : std::vector<grid::DrawingFault>{};
        for (auto& fault : grid::drawing_faults_below(after, *above)) {
            faults.push_back(drawn_fault(after, std::move(fault)));
            faults.back().stood_before = stood_before(faults.back(), before);
        }
    }
    const auto look_for_loss = [&](const Node* before) {
        const Node* above = before->parent ? after.find(*before->parent) : nullptr;
        if (!above || before->boundary.empty() || before->level == Level::kMicro) return;
        if (is_told_by_border(after, *above, before->level)) return;
        find_lost_ground(after, *above, *before, faults);
    };
    for (const Node& node : made.closed)
        look_for_loss(&node);
    for (const auto& [seen, node] : made.changed)
        look_for_loss(ground.territory.find(node.id));
    std::ranges::stable_sort(faults, {}, &DrawnFault::stood_before);
    return faults;
}

std::optional<Json> written(const geo::MultiPolygon& area) {
    if (area.empty()) return std::nullopt;
    return Json{geo::write_area(area)};
}

}  // namespace

bool Outcome::good() const {
    return faults.empty() && std::ranges::all_of(drawn, &DrawnFault::stood_before);
}

Outcome outcome_of(const Ground& ground, const std::vector<PlanChange>& changes) {
    Maker maker(ground);
    for (std::size_t i = 0; i < changes.size(); ++i)
        maker.make(changes[i], i);
    Outcome outcome;
    outcome.faults = std::move(maker.faults);
    outcome.successors = std::move(maker.successors);
    outcome.reshaping = difference(ground.territory, maker.nodes());
    if (outcome.faults.empty()) {
        outcome.drawn = drawn_faults(ground, outcome.reshaping, maker.nodes());
    }
    return outcome;
}

Result<void> check_changeable(const Plan& plan) {
    const bool may = plan.state == PlanState::kDraft || plan.state == PlanState::kRefused ||
                     plan.state == PlanState::kWithdrawn;
    if (!may) return Refusal{RefusalKind::kConflict, "plan_wrong_state"};
    return {};
}

Result<PlanState> after(const Plan& plan, PlanAction action, Id<Account> who, Day today) {
    const Refusal wrong{RefusalKind::kConflict, "plan_wrong_state"};
    const auto day = [&]() -> Result<void> {
        if (!plan.in_force_on) {
            return Refusal{RefusalKind::kInvalid, "plan_day_missing", "/in_force_on"};
        }
        if (*plan.in_force_on < today) {
            return Refusal{RefusalKind::kInvalid, "plan_day_past", "/in_force_on"};
        }
        return {};
    };
    const bool mine = plan.submitted_by == who;
    switch (action) {
        case PlanAction::kDraft:
            break;
        case PlanAction::kSubmit:
            if (plan.state != PlanState::kDraft) return wrong;
            if (auto given = day(); !given) return given.error();
            return PlanState::kSubmitted;
        case PlanAction::kApprove:
            if (plan.state != PlanState::kSubmitted) return wrong;
            if (mine) return Refusal{RefusalKind::kForbidden, "plan_same_person"};
            if (auto given = day(); !given) return given.error();
            return PlanState::kApproved;
        case PlanAction::kRefuse:
            if (plan.state != PlanState::kSubmitted && plan.state != PlanState::kApproved)
                return wrong;
            if (mine) return Refusal{RefusalKind::kForbidden, "plan_same_person"};
            return PlanState::kRefused;
        case PlanAction::kWithdraw:
            if (plan.state == PlanState::kInForce || plan.state == PlanState::kWithdrawn)
                return wrong;
            return PlanState::kWithdrawn;
        case PlanAction::kPutInForce:
            if (plan.state != PlanState::kApproved) return wrong;
            if (plan.in_force_on && *plan.in_force_on > today) return wrong;
            // What was approved for a day long gone is looked at anew by people.
            if (plan.in_force_on && *plan.in_force_on + kLongestDelay < today)
                return Refusal{RefusalKind::kConflict, "plan_too_late", "/in_force_on"};
            return PlanState::kInForce;
    }
    return wrong;
}

std::set<Id<Node>> touched(const std::vector<PlanChange>& changes) {
    std::set<Id<Node>> ids;
    for (const PlanChange& change : changes)
        for (const PlannedNode& one : change.touches)
            if (one.seen) ids.insert(one.id);
    return ids;
}

Node node_of(const PlannedNode& planned) {
    Node node;
    node.id = planned.id;
    node.code = planned.code;
    node.name = planned.name;
    node.level = planned.level;
    node.kind = planned.kind;
    node.parent = planned.parent_id;
    node.households = planned.households;
    if (planned.boundary) {
        // Checked where it came in, or made by ourselves.
        node.boundary = geo::read_area_text(planned.boundary->text).value();
    }
    return node;
}

PlannedNode planned_of(const Node& node) {
    PlannedNode planned;
    planned.id = node.id;
    planned.parent_id = node.parent;
    planned.code = node.code;
    planned.name = node.name;
    planned.level = node.level;
    planned.kind = node.kind;
    planned.households = node.households;
    planned.boundary = written(node.boundary);
    return planned;
}

}  // namespace jingwei::plan
