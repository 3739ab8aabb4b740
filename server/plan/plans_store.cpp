#include "plan/plans_store.h"

#include "core/dto.h"
#include "plan/statements.h"

namespace jingwei::plan::store {

struct ChangeRow {
    ChangeKind kind;
    Json touches, results;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (kind, touches, results))

struct ClaimRow {
    Id<Plan> id;
    std::string name;
    PlanState state;
    Json touches, results;
};
BOOST_DESCRIBE_STRUCT(ClaimRow, (), (id, name, state, touches, results))

namespace {

using Nodes = std::vector<PlannedNode>;

// What is stored was written by print(); anything else is a broken database.
Nodes nodes_of(const Json& json) { return dto::parse<Nodes>(json.text).value(); }

}  // namespace

std::optional<Plan> find(db::Transaction& tx, std::string_view county, Id<Plan> id) {
    return tx.maybe<Plan>(sql::find_plan, county, id);
}

std::optional<Plan> hold(db::Transaction& tx, std::string_view county, Id<Plan> id) {
    return tx.maybe<Plan>(sql::hold_plan, county, id);
}

std::vector<Plan> list(db::Transaction& tx, std::string_view county, std::optional<PlanState> state,
                       std::optional<std::string_view> path, std::int32_t most) {
    return tx.all<Plan>(sql::list_plans, county, state, path, most);
}

std::vector<Id<Plan>> due(db::Transaction& tx, std::string_view county, Day today) {
    return tx.all<Id<Plan>>(sql::list_due_plans, county, today);
}

std::vector<PlanChange> changes(db::Transaction& tx, std::string_view county, Id<Plan> id) {
    std::vector<PlanChange> changes;
    for (const auto& row : tx.all<ChangeRow>(sql::list_changes, county, id))
        changes.push_back({row.kind, nodes_of(row.touches), nodes_of(row.results)});
    return changes;
}

std::vector<PlanStep> steps(db::Transaction& tx, std::string_view county, Id<Plan> id) {
    return tx.all<PlanStep>(sql::list_steps, county, id);
}

std::vector<Claim> claims(db::Transaction& tx, std::string_view county, Id<Plan> id) {
    std::vector<Claim> claims;
    for (const auto& row : tx.all<ClaimRow>(sql::list_open_claims, county, id))
        claims.push_back(
            {row.id, row.name, row.state, nodes_of(row.touches), nodes_of(row.results)});
    return claims;
}

std::int64_t hold_territory(db::Transaction& tx, std::string_view county) {
    return tx.maybe<std::int64_t>(sql::hold_territory, county).value_or(0);
}

bool insert(db::Transaction& tx, std::string_view county, const Plan& plan) {
    return tx.run(sql::insert_plan, county, plan.id, plan.node_id, plan.path, plan.name, plan.note,
                  plan.in_force_on, plan.changed_at) == 1;
}

void save(db::Transaction& tx, std::string_view county, const Plan& plan) {
    tx.queue(sql::save_plan, county, plan.id, plan.name, plan.note, plan.state, plan.in_force_on,
             plan.changed_at, plan.submitted_by, plan.approved_by, plan.in_force_at,
             plan.hindrance);
}

void replace_changes(db::Transaction& tx, std::string_view county, Id<Plan> id,
                     const std::vector<PlanChange>& changes) {
    tx.queue(sql::delete_changes, county, id);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        tx.queue(sql::insert_change, county, id, static_cast<std::int32_t>(i + 1), changes[i].kind,
                 Json{dto::print(changes[i].touches)}, Json{dto::print(changes[i].results)});
    }
}

void add_step(db::Transaction& tx, std::string_view county, Id<Plan> id, const PlanStep& step) {
    tx.queue(sql::insert_step, county, id, step.action, step.at, step.account, step.by_name,
             step.reason);
}

}  // namespace jingwei::plan::store
