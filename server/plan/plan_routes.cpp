#include "access/principal.h"
#include "geo/geojson.h"
#include "geo/reshape.h"
#include "http/routes.h"
#include "plan/plan_views.h"
#include "plan/plans.h"

namespace jingwei::plan {
namespace {

using access::principal;
using access::permission::kTerritoryApprove;
using access::permission::kTerritoryEdit;
using access::permission::kTerritoryRead;

constexpr std::int32_t kListed = 100;

template <class Body>
PlanView said(PlanView view, const http::Call<Body>& call) {
    if (view.hindrance) view.hindrance = call.sentence(*view.hindrance);
    return view;
}

template <class Body>
Result<PlanView> shown(grid::Grid& grid, const Result<WholePlan>& whole,
                       const http::Call<Body>& call) {
    if (!whole) return whole.error();
    const auto& who = principal(call);
    return said(view_of(*grid.territory(who.county()), who, *whole), call);
}

PlanList list_plans(Plans& plans, grid::Grid& grid, const http::Call<PlanQuery>& call) {
    const auto& who = principal(call);
    const auto territory = grid.territory(who.county());
    std::optional<std::string> path;
    if (call.body.path) path = call.body.path->str();
    const auto most =
        call.body.limit ? static_cast<std::int32_t>(call.body.limit->value()) : kListed;
    PlanList list;
    for (const Plan& plan : plans.list(who.scope(kTerritoryRead), call.body.state, path, most)) {
        auto& row = list.items.emplace_back(row_of(*territory, plan));
        if (row.hindrance) row.hindrance = call.sentence(*row.hindrance);
    }
    return list;
}

Result<CheckView> check_plan(Plans& plans, const http::Call<Nothing>& call) {
    const auto check = plans.check(principal(call).scope(kTerritoryRead), call.path_id<Plan>("id"));
    if (!check) return check.error();
    auto view = view_of(*check);
    for (auto& fault : view.faults)
        fault.message = call.sentence(fault.code);
    return view;
}

NewPlan plan_of(const CreatePlan& body) {
    return {body.id, body.node_id, body.name.str(), body.note ? body.note->str() : std::string{},
            body.in_force_on};
}

Result<PlanEdit> edit_of(const ChangePlan& body) {
    PlanEdit edit;
    edit.revision = static_cast<std::int32_t>(body.revision.value());
    if (body.name) edit.name = body.name->str();
    if (body.note) edit.note = body.note->str();
    edit.in_force_on = body.in_force_on;
    if (body.changes) {
        auto changes = changes_of(*body.changes);
        if (!changes) return changes.error();
        edit.changes = *std::move(changes);
    }
    return edit;
}

template <class Body>
std::int32_t revision_of(const Body& body) {
    return static_cast<std::int32_t>(body.revision.value());
}

template <class Body>
Result<WholePlan> decide(Plans& plans, const http::Call<Body>& call, PlanAction action,
                         std::string_view permission, Decision decision) {
    decision.revision = revision_of(call.body);
    return plans.decide(Actor::of(principal(call), permission), call.template path_id<Plan>("id"),
                        action, decision);
}

Result<Shapes> split_shape(const SplitShape& body) {
    const auto area = geo::read_area_text(body.boundary.text, "/boundary");
    if (!area) return area.error();
    const auto parts = geo::split(*area, body.line);
    if (!parts) return parts.error();
    Shapes shapes;
    for (const auto& part : *parts)
        shapes.areas.push_back(Json{geo::write_area(part)});
    return shapes;
}

Result<std::vector<geo::MultiPolygon>> areas_of(const std::vector<Json>& list,
                                                const std::string& at) {
    std::vector<geo::MultiPolygon> areas;
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto area = geo::read_area_text(list[i].text, at + "/" + std::to_string(i));
        if (!area) return area.error();
        areas.push_back(*std::move(area));
    }
    return areas;
}

Result<Shapes> merge_shapes(const MergeShapes& body) {
    const auto areas = areas_of(body.areas, "/areas");
    if (!areas) return areas.error();
    const auto merged = geo::merge(*areas);
    if (!merged) return merged.error();
    return Shapes{{Json{geo::write_area(*merged)}}};
}

Result<FollowedShapes> follow_shapes(const FollowShape& body) {
    const auto before = geo::read_area_text(body.before.text, "/before");
    if (!before) return before.error();
    const auto drawn = geo::read_area_text(body.after.text, "/after");
    if (!drawn) return drawn.error();
    auto neighbours = areas_of(body.neighbours, "/neighbours");
    if (!neighbours) return neighbours.error();
    const auto after = geo::snapped(*drawn, *neighbours);
    FollowedShapes shapes{Json{geo::write_area(after)}, {}};
    for (const auto& area : geo::follow(*before, after, *std::move(neighbours))) {
        shapes.neighbours.push_back(area.empty() ? std::nullopt
                                                 : std::optional{Json{geo::write_area(area)}});
    }
    return shapes;
}

void add_reading(http::Routes& routes, Plans& plans, grid::Grid& grid) {
    routes.get<PlanQuery, PlanList>(
        "/api/v1/territory/plans", kTerritoryRead,
        [&](const auto& call) -> Result<PlanList> { return list_plans(plans, grid, call); },
        "Plans for the territory, the newest first");
    routes.get<Nothing, PlanView>(
        "/api/v1/territory/plans/{id}", kTerritoryRead,
        [&](const auto& call) {
            const auto scope = principal(call).scope(kTerritoryRead);
            return shown(grid, plans.find(scope, call.template path_id<Plan>("id")), call);
        },
        "A plan with its changes and who did what with it");
    routes.get<Nothing, CheckView>(
        "/api/v1/territory/plans/{id}/check", kTerritoryRead,
        [&](const auto& call) { return check_plan(plans, call); },
        "What a plan would make wrong, and what stands in its way");
}

void add_drafting(http::Routes& routes, Plans& plans, grid::Grid& grid) {
    routes.post<CreatePlan, PlanView>(
        "/api/v1/territory/plans", kTerritoryEdit,
        [&](const auto& call) {
            const auto actor = Actor::of(principal(call), kTerritoryEdit);
            return shown(grid, plans.create(actor, plan_of(call.body)), call);
        },
        "Begin a plan");
    routes.patch<ChangePlan, PlanView>(
        "/api/v1/territory/plans/{id}", kTerritoryEdit,
        [&](const auto& call) -> Result<PlanView> {
            const auto edit = edit_of(call.body);
            if (!edit) return edit.error();
            const auto actor = Actor::of(principal(call), kTerritoryEdit);
            const auto id = call.template path_id<Plan>("id");
            return shown(grid, plans.change(actor, id, *edit), call);
        },
        "PlanChange a draft; the list of changes is replaced as a whole");
    routes.post<SplitShape, Shapes>(
        "/api/v1/territory/shapes/split", kTerritoryEdit,
        [](const auto& call) { return split_shape(call.body); },
        "The parts into which a line cuts an area");
    routes.post<MergeShapes, Shapes>(
        "/api/v1/territory/shapes/merge", kTerritoryEdit,
        [](const auto& call) { return merge_shapes(call.body); }, "Several areas as one");
    routes.post<FollowShape, FollowedShapes>(
        "/api/v1/territory/shapes/follow", kTerritoryEdit,
        [](const auto& call) { return follow_shapes(call.body); },
        "Neighbours of an area that was drawn anew");
}

void add_deciding(http::Routes& routes, Plans& plans, grid::Grid& grid) {
    routes.post<PlanStepBody, PlanView>(
        "/api/v1/territory/plans/{id}/submit", kTerritoryEdit,
        [&](const auto& call) {
            return shown(grid, decide(plans, call, PlanAction::kSubmit, kTerritoryEdit, {}), call);
        },
        "Submit a plan to the level above");
    routes.post<PlanStepBody, PlanView>(
        "/api/v1/territory/plans/{id}/withdraw", kTerritoryEdit,
        [&](const auto& call) {
            return shown(grid, decide(plans, call, PlanAction::kWithdraw, kTerritoryEdit, {}),
                         call);
        },
        "Take a plan back that is not in force");
    routes.post<ApprovePlan, PlanView>(
        "/api/v1/territory/plans/{id}/approve", kTerritoryApprove,
        [&](const auto& call) {
            Decision decision;
            decision.in_force_on = call.body.in_force_on;
            return shown(
                grid, decide(plans, call, PlanAction::kApprove, kTerritoryApprove, decision), call);
        },
        "Approve a plan; on its day it comes into force");
    routes.post<RefusePlan, PlanView>(
        "/api/v1/territory/plans/{id}/refuse", kTerritoryApprove,
        [&](const auto& call) {
            Decision decision;
            decision.reason = call.body.reason.str();
            return shown(
                grid, decide(plans, call, PlanAction::kRefuse, kTerritoryApprove, decision), call);
        },
        "Send a plan back with a reason");
}

}  // namespace

void Plans::add_routes(http::Routes& routes) {
    add_reading(routes, *this, parts_.grid);
    add_drafting(routes, *this, parts_.grid);
    add_deciding(routes, *this, parts_.grid);
}

}  // namespace jingwei::plan
