#include "plan/plan_views.h"

#include <algorithm>

#include "geo/coverage.h"
#include "geo/geojson.h"

namespace jingwei::plan {
namespace {

using access::permission::kTerritoryApprove;
using access::permission::kTerritoryEdit;

constexpr std::size_t kMostFaults = 500;

Result<PlannedNode> node_of_body(const PlannedNodeBody& body, const std::string& at) {
    PlannedNode node;
    node.id = body.id;
    node.parent_id = body.parent_id;
    if (body.code) node.code = body.code->str();
    node.name = body.name.str();
    node.kind = body.kind;
    if (body.households) node.households = static_cast<std::int32_t>(body.households->value());
    if (body.boundary) {
        const auto area = geo::read_area_text(body.boundary->text, at + "/boundary");
        if (!area) return area.error();
        node.boundary = Json{geo::write_area(*area)};
    }
    return node;
}

PlanMay may_of(const access::Principal& who, const Plan& plan) {
    const bool edits = who.can(kTerritoryEdit, plan.path);
    const bool whole = plan.path == who.county();
    const auto above = whole ? plan.path : std::string(grid::parent_path(plan.path));
    const bool decides = who.can(kTerritoryApprove, above) && plan.submitted_by != who.account();
    PlanMay may;
    may.change = edits && check_changeable(plan).has_value();
    may.submit = edits && plan.state == PlanState::kDraft;
    may.approve = decides && plan.state == PlanState::kSubmitted;
    may.refuse = decides && (may.approve || plan.state == PlanState::kApproved);
    may.withdraw =
        edits && (plan.state == PlanState::kDraft || plan.state == PlanState::kSubmitted ||
                  plan.state == PlanState::kApproved);
    return may;
}

std::optional<Json> shape_of(const geo::MultiPolygon& area) {
    if (area.empty()) return std::nullopt;
    return Json{geo::write_area(area)};
}

}  // namespace

Result<std::vector<PlanChange>> changes_of(const std::vector<PlanChangeBody>& bodies) {
    std::vector<PlanChange> changes;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        PlanChange& change = changes.emplace_back();
        change.kind = bodies[i].kind;
        for (const TouchedNodeBody& touch : bodies[i].touches) {
            PlannedNode& one = change.touches.emplace_back();
            one.id = touch.id;
            one.seen = touch.seen;
        }
        for (std::size_t r = 0; r < bodies[i].results.size(); ++r) {
            const std::string at =
                "/changes/" + std::to_string(i) + "/results/" + std::to_string(r);
            auto node = node_of_body(bodies[i].results[r], at);
            if (!node) return node.error();
            change.results.push_back(*std::move(node));
        }
    }
    return changes;
}

PlanRow row_of(const grid::Territory& territory, const Plan& plan) {
    const auto* node = territory.find(plan.node_id);
    return {plan.id,          plan.node_id,
            plan.path,        node ? territory.full_name(*node) : plan.name,
            plan.name,        plan.note,
            plan.state,       plan.in_force_on,
            plan.revision,    plan.changed_at,
            plan.in_force_at, plan.hindrance};
}

PlanView view_of(const grid::Territory& territory, const access::Principal& who,
                 const WholePlan& whole) {
    PlanView view;
    static_cast<PlanRow&>(view) = row_of(territory, whole.plan);
    view.changes = whole.changes;
    for (const PlanStep& step : whole.steps)
        view.steps.push_back({step.action, step.at, step.by_name, step.reason});
    view.may = may_of(who, whole.plan);
    return view;
}

CheckView view_of(const Check& check) {
    CheckView view;
    view.good = check.good();
    for (const PlanFault& fault : check.outcome.faults)
        view.faults.push_back({fault.field, fault.code, {}, fault.name});
    for (const DrawnFault& fault : check.outcome.drawn) {
        if (view.drawn.size() == kMostFaults) break;
        view.drawn.push_back({fault.kind, fault.node, fault.name, fault.other, fault.other_name,
                              fault.area_m2, shape_of(fault.where), fault.stood_before});
    }
    for (const Remark& remark : check.remarks)
        view.remarks.push_back(
            {remark.kind, remark.name, remark.plan, remark.plan_name, remark.posts});
    const geo::CoverageTolerance least;
    view.least_m2 = least.area_m2;
    view.least_width_m = least.width_m;
    return view;
}

}  // namespace jingwei::plan
