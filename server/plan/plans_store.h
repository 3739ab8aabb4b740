#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/transaction.h"
#include "plan/plan.h"

/// The tables of plan: statements in, plans out. Private to plan.
namespace jingwei::plan::store {

/// What another plan means to change.
struct Claim {
    Id<Plan> id;
    std::string name;
    PlanState state = PlanState::kDraft;
    std::vector<PlannedNode> touches, results;
};

std::optional<Plan> find(db::Transaction& tx, std::string_view county, Id<Plan> id);
/// Until the transaction ends, nobody else changes it.
std::optional<Plan> hold(db::Transaction& tx, std::string_view county, Id<Plan> id);
std::vector<Plan> list(db::Transaction& tx, std::string_view county, std::optional<PlanState> state,
                       std::optional<std::string_view> path, std::int32_t most);
std::vector<Id<Plan>> due(db::Transaction& tx, std::string_view county, Day today);
std::vector<PlanChange> changes(db::Transaction& tx, std::string_view county, Id<Plan> id);
std::vector<PlanStep> steps(db::Transaction& tx, std::string_view county, Id<Plan> id);
/// Of plans that are drafts, submitted or approved, `id` left out.
std::vector<Claim> claims(db::Transaction& tx, std::string_view county, Id<Plan> id);

/// The territory's version; until the transaction ends nobody raises it.
std::int64_t hold_territory(db::Transaction& tx, std::string_view county);

/// False when the id is there already.
bool insert(db::Transaction& tx, std::string_view county, const Plan& plan);
/// All but id and place; the revision grows by one.
void save(db::Transaction& tx, std::string_view county, const Plan& plan);
void replace_changes(db::Transaction& tx, std::string_view county, Id<Plan> id,
                     const std::vector<PlanChange>& changes);
void add_step(db::Transaction& tx, std::string_view county, Id<Plan> id, const PlanStep& step);

}  // namespace jingwei::plan::store
