#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/text_type.h"
#include "grid/territory.h"
#include "plan/plans.h"

/// Bodies, queries and answers of the routes of plan. Private to plan.
namespace jingwei::plan {

/// GET /territory/plans: the newest first.
struct PlanQuery {
    std::optional<PlanState> state;
    std::optional<Text<6, 120>> path;    ///< of that node and below it
    std::optional<Whole<1, 200>> limit;  ///< 100
};
BOOST_DESCRIBE_STRUCT(PlanQuery, (), (state, path, limit))

struct PlanRow {
    Id<Plan> id;
    Id<grid::Node> node_id;
    std::string path;
    std::string full_name;  ///< of the node
    std::string name;
    std::string note;
    PlanState state = PlanState::kDraft;
    std::optional<Day> in_force_on;
    std::int32_t revision = 1;
    Time changed_at;
    std::optional<Time> in_force_at;
    std::optional<std::string> hindrance;  ///< a sentence
};
BOOST_DESCRIBE_STRUCT(PlanRow, (),
                      (id, node_id, path, full_name, name, note, state, in_force_on, revision,
                       changed_at, in_force_at, hindrance))

struct PlanList {
    std::vector<PlanRow> items;
};
BOOST_DESCRIBE_STRUCT(PlanList, (), (items))

/// What the reader may do now; whether the plan is good enough is for the check to say.
struct PlanMay {
    bool change = false, submit = false, approve = false, refuse = false, withdraw = false;
};
BOOST_DESCRIBE_STRUCT(PlanMay, (), (change, submit, approve, refuse, withdraw))

struct StepOfPlan {
    PlanAction action = PlanAction::kDraft;
    Time at;
    std::string by_name;  ///< empty: the system, on the day
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StepOfPlan, (), (action, at, by_name, reason))

struct PlanView : PlanRow {
    std::vector<PlanChange> changes;
    std::vector<StepOfPlan> steps;
    PlanMay may;
};
BOOST_DESCRIBE_STRUCT(PlanView, (PlanRow), (changes, steps, may))

struct CreatePlan {
    Id<Plan> id;
    Id<grid::Node> node_id;  ///< a town, or the county
    Text<1, 60> name;
    std::optional<Lines<0, 2000>> note;
    std::optional<Day> in_force_on;
};
BOOST_DESCRIBE_STRUCT(CreatePlan, (), (id, node_id, name, note, in_force_on))

struct TouchedNodeBody {
    Id<grid::Node> id;
    std::optional<Time> seen;  ///< valid_from of the node; absent: an earlier change made it
};
BOOST_DESCRIBE_STRUCT(TouchedNodeBody, (), (id, seen))

struct PlannedNodeBody {
    Id<grid::Node> id;                        ///< of a touched node that goes on, or a new one
    std::optional<Id<grid::Node>> parent_id;  ///< of a new one
    std::optional<Text<1, 40>> code;          ///< absent: the next one by the county's rule
    Text<1, 60> name;
    grid::NodeKind kind = grid::NodeKind::kGeneral;
    std::optional<Whole<0, 10'000'000>> households;
    std::optional<Json> boundary;  ///< a GeoJSON Polygon or MultiPolygon
};
BOOST_DESCRIBE_STRUCT(PlannedNodeBody, (), (id, parent_id, code, name, kind, households, boundary))

struct PlanChangeBody {
    ChangeKind kind = ChangeKind::kAdd;
    List<TouchedNodeBody, kMostNodes> touches;
    List<PlannedNodeBody, kMostNodes> results;
};
BOOST_DESCRIBE_STRUCT(PlanChangeBody, (), (kind, touches, results))

struct ChangePlan {
    Whole<1, 1'000'000> revision;
    std::optional<Text<1, 60>> name;
    std::optional<Lines<0, 2000>> note;
    std::optional<Day> in_force_on;
    std::optional<List<PlanChangeBody, kMostChanges>> changes;  ///< all of them
};
BOOST_DESCRIBE_STRUCT(ChangePlan, (), (revision, name, note, in_force_on, changes))

/// submit, withdraw
struct PlanStepBody {
    Whole<1, 1'000'000> revision;
};
BOOST_DESCRIBE_STRUCT(PlanStepBody, (), (revision))

struct ApprovePlan {
    Whole<1, 1'000'000> revision;
    std::optional<Day> in_force_on;  ///< another day than was asked for
};
BOOST_DESCRIBE_STRUCT(ApprovePlan, (), (revision, in_force_on))

struct RefusePlan {
    Whole<1, 1'000'000> revision;
    Lines<1, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(RefusePlan, (), (revision, reason))

struct PlanFaultView {
    std::string field;
    std::string code;
    std::string message;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PlanFaultView, (), (field, code, message, name))

struct DrawnFaultView {
    grid::DrawingFaultKind kind = grid::DrawingFaultKind::kNotDrawn;
    Id<grid::Node> node_id;
    std::string name;
    std::optional<Id<grid::Node>> other_id;
    std::string other_name;
    double area_m2 = 0;
    std::optional<Json> where;  ///< GeoJSON
    bool stood_before = false;
};
BOOST_DESCRIBE_STRUCT(DrawnFaultView, (),
                      (kind, node_id, name, other_id, other_name, area_m2, where, stood_before))

struct RemarkView {
    RemarkKind kind = RemarkKind::kOtherDraft;
    std::string name;
    std::optional<Id<Plan>> plan_id;
    std::string plan_name;
    std::int32_t posts = 0;
};
BOOST_DESCRIBE_STRUCT(RemarkView, (), (kind, name, plan_id, plan_name, posts))

struct CheckView {
    bool good = false;
    std::vector<PlanFaultView> faults;
    std::vector<DrawnFaultView> drawn;  ///< the first 500
    std::vector<RemarkView> remarks;
    double least_m2 = 0;  ///< smaller faults are none
    double least_width_m = 0;
};
BOOST_DESCRIBE_STRUCT(CheckView, (), (good, faults, drawn, remarks, least_m2, least_width_m))

struct SplitShape {
    Json boundary;
    List<Point, 1'000, 2> line;
};
BOOST_DESCRIBE_STRUCT(SplitShape, (), (boundary, line))

struct Shapes {
    std::vector<Json> areas;
};
BOOST_DESCRIBE_STRUCT(Shapes, (), (areas))

struct MergeShapes {
    List<Json, kMostNodes, 2> areas;
};
BOOST_DESCRIBE_STRUCT(MergeShapes, (), (areas))

struct FollowShape {
    Json before, after;
    List<Json, kMostNodes> neighbours;
};
BOOST_DESCRIBE_STRUCT(FollowShape, (), (before, after, neighbours))

struct FollowedShapes {
    Json after;
    std::vector<std::optional<Json>> neighbours;  ///< in the order given; null: nothing is left
};
BOOST_DESCRIBE_STRUCT(FollowedShapes, (), (after, neighbours))

/// Refuses what geo::read_area() refuses, below its place.
Result<std::vector<PlanChange>> changes_of(const std::vector<PlanChangeBody>& bodies);

PlanRow row_of(const grid::Territory& territory, const Plan& plan);
PlanView view_of(const grid::Territory& territory, const access::Principal& who,
                 const WholePlan& whole);
CheckView view_of(const Check& check);

}  // namespace jingwei::plan
