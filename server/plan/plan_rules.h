#pragma once

#include <set>
#include <string>
#include <vector>

#include "grid/changes.h"
#include "grid/coverage.h"
#include "grid/reshaping.h"
#include "grid/territory.h"
#include "plan/plan.h"

/// What a plan makes of the territory, and whether it may. Pure.
namespace jingwei::plan {

inline constexpr std::size_t kMostChanges = 100;
inline constexpr std::size_t kMostNodes = 30;  ///< touched, or made, by one change

/// What the rules must know beside the plan.
struct Ground {
    const grid::Territory& territory;  ///< in force
    grid::CodeRule code_rule;
    const std::set<std::string>& codes_ever;  ///< in the county; none is given twice
    std::string path;                         ///< at and below which the plan may change something
};

/// Something wrong with one change. `field` begins with its place: "/changes/2/results/0/code".
/// Codes: plan_wrong_shape, plan_node_gone, plan_node_changed, plan_outside,
/// plan_result_not_touched, plan_has_nodes_below, plan_not_drawn, plan_code_given_before, and what
/// grid::place_under() refuses.
struct PlanFault {
    std::string field;
    std::string code;
    std::string name;  ///< of the node; may be empty
    friend bool operator==(const PlanFault&, const PlanFault&) = default;
};

/// A fault of the drawing as it would be.
struct DrawnFault {
    grid::DrawingFaultKind kind = grid::DrawingFaultKind::kNotDrawn;
    Id<grid::Node> node;
    std::string name;
    std::optional<Id<grid::Node>> other;
    std::string other_name;
    double area_m2 = 0;
    geo::MultiPolygon where;
    bool stood_before = false;  ///< the territory in force has it as well: it hinders nothing
};

struct Outcome {
    grid::Reshaping reshaping;
    std::vector<PlanFault> faults;
    std::vector<DrawnFault> drawn;  ///< empty as long as there are faults
    /// Where each node that ends goes on: the kept one of a merge, else its parent.
    std::vector<std::pair<Id<grid::Node>, Id<grid::Node>>> successors;

    /// Nothing is wrong that the plan itself brings.
    bool good() const;
};

/// Changes are made one after the other, each on what those before it left. A node keeps its path
/// for life: a renumbering changes what people read, not what rights and cases hang on.
Outcome outcome_of(const Ground& ground, const std::vector<PlanChange>& changes);

/// Fills in what a change does not say: touched nodes as they stand, codes by the rule, level by
/// kind. Boundaries made are drawn onto those of the nodes beside them (geo::snapped). Refuses
/// sequence_used_up and code_needed.
Result<void> complete(const Ground& ground, std::vector<PlanChange>& changes);

/// The state after an action, or a refusal: plan_wrong_state; plan_same_person for who approves or
/// refuses what he submitted; plan_day_missing, plan_day_past (on submit and approve).
Result<PlanState> after(const Plan& plan, PlanAction action, Id<Account> who, Day today);
/// May it still be drawn on? Refuses plan_wrong_state.
Result<void> check_changeable(const Plan& plan);

/// Ids of the nodes in force that the changes touch.
std::set<Id<grid::Node>> touched(const std::vector<PlanChange>& changes);

grid::Node node_of(const PlannedNode& planned);
PlannedNode planned_of(const grid::Node& node);

}  // namespace jingwei::plan
