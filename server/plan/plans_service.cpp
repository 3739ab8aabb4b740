#include <algorithm>

#include "audit/audit.h"
#include "core/enum_name.h"
#include "db/in_transaction.h"
#include "grid/scope_check.h"
#include "plan/plans.h"
#include "plan/plans_store.h"

namespace jingwei::plan {

namespace {

Refusal conflict(std::string code) { return {RefusalKind::kConflict, std::move(code)}; }

Refusal unknown() { return {RefusalKind::kNotFound, "plan_unknown"}; }

/// The plan, held, as its reader saw it.
Result<Plan> held(db::Transaction& tx, const std::string& county, Id<Plan> id,
                  std::int32_t revision) {
    auto plan = store::hold(tx, county, id);
    if (!plan) return unknown();
    if (plan->revision != revision) return conflict("plan_changed_meanwhile");
    return *std::move(plan);
}

Result<WholePlan> whole(db::Transaction& tx, const std::string& county, Id<Plan> id) {
    auto plan = store::find(tx, county, id);
    if (!plan) return unknown();
    return WholePlan{*std::move(plan), store::changes(tx, county, id),
                     store::steps(tx, county, id)};
}

/// Nodes and codes of the plan that another plan means as well: the name of each.
std::optional<std::string> common(const std::vector<PlanChange>& changes,
                                  const store::Claim& claim) {
    const auto mine = touched(changes);
    for (const PlannedNode& theirs : claim.touches)
        if (theirs.seen && mine.contains(theirs.id)) return theirs.name;
    for (const PlanChange& change : changes)
        for (const PlannedNode& one : change.results) {
            const auto same = std::ranges::find_if(claim.results, [&](const PlannedNode& theirs) {
                return theirs.code == one.code && theirs.id != one.id;
            });
            if (same != claim.results.end()) return one.name;
        }
    return std::nullopt;
}

std::vector<Remark> others(const std::vector<store::Claim>& claims,
                           const std::vector<PlanChange>& changes) {
    std::vector<Remark> remarks;
    for (const auto& claim : claims) {
        const auto name = common(changes, claim);
        const bool told = std::ranges::any_of(
            remarks, [&](const Remark& other) { return other.plan == claim.id; });
        if (!name || told) continue;
        const bool draft = claim.state == PlanState::kDraft;
        remarks.push_back({draft ? RemarkKind::kOtherDraft : RemarkKind::kOtherPlan, *name,
                           claim.id, claim.name, 0});
    }
    return remarks;
}

std::set<std::string> with_claimed(std::set<std::string> codes,
                                   const std::vector<store::Claim>& claims) {
    for (const auto& claim : claims)
        for (const PlannedNode& one : claim.results)
            codes.insert(one.code);
    return codes;
}

/// Approves from above the node of the plan; of the whole county, from there.
bool reaches_above(const db::Scope& scope, const std::string& path) {
    return std::ranges::any_of(scope.paths, [&](const std::string& root) {
        return grid::is_within(path, root) && (root != path || path == scope.county);
    });
}

}  // namespace

Actor Actor::of(const access::Principal& who, std::string_view permission) {
    return {who.scope(permission), who.display_name()};
}

Actor Actor::system(std::string county) { return {db::Scope::whole_county(std::move(county)), {}}; }

bool Check::good() const {
    return outcome.good() && std::ranges::none_of(remarks, [](const Remark& remark) {
               return remark.kind == RemarkKind::kOtherPlan;
           });
}

Plans::Plans(PlansParts parts) : parts_(parts) {
    parts_.pool.refuse_on("territory_plan_four_eyes",
                          {RefusalKind::kForbidden, "plan_same_person"});
}

Plans::Surroundings Plans::surroundings(const std::string& county) {
    return {parts_.grid.territory(county), parts_.staff.roster(county),
            parts_.grid.codes_ever(county), parts_.grid.setting(county).code_rule};
}

std::vector<Plan> Plans::list(const db::Scope& scope, std::optional<PlanState> state,
                              std::optional<std::string> path, std::int32_t most) {
    return db::in_transaction(parts_.pool, scope,
                              [&](db::Transaction& tx) -> Result<std::vector<Plan>> {
                                  return store::list(tx, scope.county, state, path, most);
                              })
        .value();
}

Result<WholePlan> Plans::find(const db::Scope& scope, Id<Plan> id) {
    return db::in_transaction(parts_.pool, scope, [&](db::Transaction& tx) -> Result<WholePlan> {
        return whole(tx, scope.county, id);
    });
}

Result<Check> Plans::check(const db::Scope& scope, Id<Plan> id) {
    const auto around = surroundings(scope.county);
    return db::in_transaction(parts_.pool, scope, [&](db::Transaction& tx) -> Result<Check> {
        const auto found = whole(tx, scope.county, id);
        if (!found) return found.error();
        return checked(tx, around, found->plan, found->changes);
    });
}

Check Plans::checked(db::Transaction& tx, const Surroundings& around, const Plan& plan,
                     const std::vector<PlanChange>& changes) {
    Check check;
    // What has come into force is no longer asked whether it may.
    if (plan.state == PlanState::kInForce) return check;
    check.outcome = outcome_of(around.ground(plan.path), changes);
    check.remarks = others(store::claims(tx, around.territory->county(), plan.id), changes);
    for (const grid::Node& node : check.outcome.reshaping.closed) {
        const auto posts = std::ranges::count_if(
            around.roster->posts_at(node.id),
            [&](const staff::Post* post) { return !post->term.to.has_value(); });
        if (posts == 0) continue;
        check.remarks.push_back(
            {RemarkKind::kPostsEnd, node.name, std::nullopt, "", static_cast<std::int32_t>(posts)});
    }
    return check;
}

void Plans::record(db::Transaction& tx, const Actor& actor, PlanAction action, const Plan& plan,
                   const std::string& reason) {
    const Time now = parts_.clock.now();
    const auto& account = actor.scope.account;
    const auto by = account == Id<Account>{} ? std::nullopt : std::optional{account};
    store::add_step(tx, actor.scope.county, plan.id, {action, now, by, actor.name, reason});
    audit::record(tx, {actor.scope.county, account, now, "plan." + enum_name(action),
                       "territory_plan", plan.id.text()});
}

Result<WholePlan> Plans::create(const Actor& actor, const NewPlan& wanted) {
    const auto& county = actor.scope.county;
    const auto territory = parts_.grid.territory(county);
    const auto* node = territory->find(wanted.node);
    if (!node) return Refusal{RefusalKind::kInvalid, "node_unknown", "/node_id"};
    if (auto allowed = grid::check_scope(actor.scope, node->path); !allowed) return allowed.error();
    if (node->level > grid::Level::kTown) {
        return Refusal{RefusalKind::kInvalid, "plan_node_too_low", "/node_id"};
    }
    Plan plan;
    plan.id = wanted.id;
    plan.node_id = node->id;
    plan.path = node->path;
    plan.name = wanted.name;
    plan.note = wanted.note;
    plan.in_force_on = wanted.in_force_on;
    plan.changed_at = parts_.clock.now();
    return db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<WholePlan> {
            if (store::insert(tx, county, plan)) {
                record(tx, actor, PlanAction::kDraft, plan, "");
            } else {
                const auto there = store::find(tx, county, plan.id);
                if (!there || there->node_id != plan.node_id || there->name != plan.name) {
                    return Refusal{RefusalKind::kConflict, "id_taken", "/id"};
                }
            }
            return whole(tx, county, plan.id);
        });
}

Result<WholePlan> Plans::change(const Actor& actor, Id<Plan> id, const PlanEdit& edit) {
    const auto& county = actor.scope.county;
    const auto around = surroundings(county);
    return db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<WholePlan> {
            auto plan = held(tx, county, id, edit.revision);
            if (!plan) return plan.error();
            if (auto may = check_changeable(*plan); !may) return may.error();
            if (edit.name) plan->name = *edit.name;
            if (edit.note) plan->note = *edit.note;
            if (edit.in_force_on) plan->in_force_on = edit.in_force_on;
            if (edit.changes) {
                auto changes = *edit.changes;
                // So that two drafts are not given the same next code.
                const auto codes = with_claimed(around.codes, store::claims(tx, county, id));
                const Ground ground{*around.territory, around.rule, codes, plan->path};
                if (auto done = complete(ground, changes); !done) {
                    return done.error();
                }
                store::replace_changes(tx, county, id, changes);
            }
            plan->state = PlanState::kDraft;
            plan->submitted_by = plan->approved_by = std::nullopt;
            plan->hindrance.reset();
            plan->changed_at = parts_.clock.now();
            store::save(tx, county, *plan);
            audit::record(tx, {county, actor.scope.account, plan->changed_at, "plan.change",
                               "territory_plan", id.text()});
            return whole(tx, county, id);
        });
}

Result<WholePlan> Plans::decide(const Actor& actor, Id<Plan> id, PlanAction action,
                                const Decision& decision) {
    const auto& county = actor.scope.county;
    const auto around = surroundings(county);
    auto done =
        db::in_transaction(parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<WholePlan> {
            return decide_in(tx, around, actor, id, action, decision);
        });
    if (done && done->plan.state == PlanState::kInForce) forget(county);
    return done;
}

Result<WholePlan> Plans::decide_in(db::Transaction& tx, const Surroundings& around,
                                   const Actor& actor, Id<Plan> id, PlanAction action,
                                   const Decision& decision) {
    const auto& county = actor.scope.county;
    const Day today = china_day(parts_.clock.now());
    auto plan = held(tx, county, id, decision.revision);
    if (!plan) return plan.error();
    const bool approves = action == PlanAction::kApprove;
    if ((approves || action == PlanAction::kRefuse) && !reaches_above(actor.scope, plan->path)) {
        return Refusal{RefusalKind::kForbidden, "plan_decided_above"};
    }
    if (approves && decision.in_force_on) plan->in_force_on = decision.in_force_on;
    const auto state = after(*plan, action, actor.scope.account, today);
    if (!state) return state.error();
    if (action == PlanAction::kRefuse && decision.reason.empty()) {
        return Refusal{RefusalKind::kInvalid, "plan_reason_missing", "/reason"};
    }
    plan->state = *state;
    plan->changed_at = parts_.clock.now();
    plan->hindrance.reset();
    if (action == PlanAction::kSubmit) plan->submitted_by = actor.scope.account;
    if (approves) plan->approved_by = actor.scope.account;
    const auto changes = store::changes(tx, county, id);
    if (approves || action == PlanAction::kSubmit) {
        if (changes.empty()) return conflict("plan_empty");
        const auto check = checked(tx, around, *plan, changes);
        if (!check.outcome.good()) return conflict("plan_has_faults");
        if (!check.good()) return conflict("plan_hindered");
    }
    store::save(tx, county, *plan);
    record(tx, actor, action, *plan, decision.reason);
    if (approves && *plan->in_force_on <= today) {
        if (auto put = come_into_force(tx, around, actor, *plan, changes); !put) return put.error();
    }
    return whole(tx, county, id);
}

}  // namespace jingwei::plan
