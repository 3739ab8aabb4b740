#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/id.h"
#include "core/text_type.h"
#include "db/scope.h"
#include "grid/node.h"

namespace jingwei::plan {

/// A plan is changed as a draft, and again once it was refused or withdrawn; it is then a draft
/// anew. In force is the end.
enum class PlanState { kDraft, kSubmitted, kApproved, kRefused, kWithdrawn, kInForce };
BOOST_DESCRIBE_ENUM(PlanState, kDraft, kSubmitted, kApproved, kRefused, kWithdrawn, kInForce)

enum class PlanAction { kDraft, kSubmit, kApprove, kRefuse, kWithdraw, kPutInForce };
BOOST_DESCRIBE_ENUM(PlanAction, kDraft, kSubmit, kApprove, kRefuse, kWithdraw, kPutInForce)

enum class ChangeKind {
    kAdd,       ///< touches nothing, makes one or more
    kSplit,     ///< of one, two or more; one of them is the old one, smaller
    kMerge,     ///< of two or more, one of them; the others end
    kRedraw,    ///< other boundaries of one or more
    kRenumber,  ///< another code, name, kind or number of households of one
    kRetire,    ///< one or more end
};
BOOST_DESCRIBE_ENUM(ChangeKind, kAdd, kSplit, kMerge, kRedraw, kRenumber, kRetire)

/// A node as a plan has it. Of one that is touched, as it stood when that was drawn.
struct PlannedNode {
    Id<grid::Node> id;
    std::optional<Time> seen;  ///< of a touched one: valid_from then; nothing: the plan made it
    std::optional<Id<grid::Node>> parent_id;
    std::string code;
    std::string name;
    grid::Level level = grid::Level::kGrid;
    grid::NodeKind kind = grid::NodeKind::kGeneral;
    std::optional<std::int32_t> households;
    std::optional<Json> boundary;  ///< GeoJSON that was read and checked; nothing: not drawn
};
BOOST_DESCRIBE_STRUCT(PlannedNode, (),
                      (id, seen, parent_id, code, name, level, kind, households, boundary))

struct PlanChange {
    ChangeKind kind = ChangeKind::kAdd;
    std::vector<PlannedNode> touches;
    std::vector<PlannedNode> results;
};
BOOST_DESCRIBE_STRUCT(PlanChange, (), (kind, touches, results))

struct PlanStep {
    PlanAction action = PlanAction::kDraft;
    Time at;
    std::optional<Id<Account>> account;  ///< nothing: the system, on the day
    std::string by_name;                 ///< as it was then
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlanStep, (), (action, at, account, by_name, reason))

struct Plan {
    Id<Plan> id;
    Id<grid::Node> node_id;  ///< at and below which it changes something
    std::string path;
    std::string name;
    std::string note;
    PlanState state = PlanState::kDraft;
    std::optional<Day> in_force_on;
    std::int32_t revision = 1;  ///< grows with every change and step
    Time changed_at;
    std::optional<Id<Account>> submitted_by, approved_by;
    std::optional<Time> in_force_at;
    std::optional<std::string> hindrance;  ///< code: why it did not come into force on its day
};
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (id, node_id, path, name, note, state, in_force_on, revision, changed_at,
                       submitted_by, approved_by, in_force_at, hindrance))

}  // namespace jingwei::plan
