#include <algorithm>
#include <map>

#include "core/dto.h"
#include "db/in_transaction.h"
#include "jobs/jobs.h"
#include "jobs/runner.h"
#include "plan/following_rules.h"
#include "plan/plans.h"
#include "plan/plans_store.h"

namespace jingwei::plan {
namespace {

constexpr std::chrono::minutes kLookEvery{1};
constexpr std::int32_t kCasesAtOnce = 200;
constexpr const char* kFollow = "plan_follow_cases";

/// Payload of kFollow, and the detail of what the audit says of nodes.
struct OfPlan {
    Id<Plan> plan_id;
};
BOOST_DESCRIBE_STRUCT(OfPlan, (), (plan_id))

}  // namespace

Result<void> Plans::come_into_force(db::Transaction& tx, const Surroundings& around,
                                    const Actor& actor, Plan& plan,
                                    const std::vector<PlanChange>& changes) {
    const auto& county = actor.scope.county;
    const Time now = parts_.clock.now();
    const auto check = checked(tx, around, plan, changes);
    if (!check.outcome.faults.empty()) {
        return Refusal{RefusalKind::kConflict, check.outcome.faults.front().code};
    }
    if (!check.outcome.good()) return Refusal{RefusalKind::kConflict, "plan_has_faults"};
    const std::string detail = dto::print(OfPlan{plan.id});
    const auto& reshaping = check.outcome.reshaping;
    if (auto done = parts_.grid.reshape(tx, actor.scope, reshaping, now, detail); !done) {
        return done;
    }
    std::vector<Id<grid::Node>> closed;
    for (const grid::Node& node : reshaping.closed)
        closed.push_back(node.id);
    if (!closed.empty()) parts_.staff.close_posts_at(tx, actor.scope, closed, now);
    plan.state = PlanState::kInForce;
    plan.in_force_at = plan.changed_at = now;
    plan.hindrance.reset();
    store::save(tx, county, plan);
    record(tx, actor, PlanAction::kPutInForce, plan, "");
    jobs::add(tx, county, {kFollow, Json{detail}, now, plan.id.text()}, now);
    return {};
}

void Plans::forget(const std::string& county) {
    parts_.grid.forget(county);
    parts_.staff.forget(county);
}

std::size_t Plans::put_in_force(const std::string& county) {
    const Actor system = Actor::system(county);
    const Day today = china_day(parts_.clock.now());
    const auto due = db::in_transaction(parts_.pool, system.scope,
                                        [&](db::Transaction& tx) -> Result<std::vector<Id<Plan>>> {
                                            return store::due(tx, county, today);
                                        });
    std::size_t done = 0;
    for (const auto id : due.value()) {
        const auto put = put_one_in_force(system, id);
        if (put) {
            ++done;
            forget(county);
        } else {
            hinder(system, id, put.error().code);
        }
    }
    return done;
}

Result<void> Plans::put_one_in_force(const Actor& system, Id<Plan> id) {
    const auto& county = system.scope.county;
    const auto around = surroundings(county);
    return db::in_transaction(parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<void> {
        auto plan = store::hold(tx, county, id);
        if (!plan) return Refusal{RefusalKind::kNotFound, "plan_unknown"};
        const Day today = china_day(parts_.clock.now());
        const auto state = after(*plan, PlanAction::kPutInForce, system.scope.account, today);
        if (!state) return state.error();
        return come_into_force(tx, around, system, *plan, store::changes(tx, county, id));
    });
}

/// So that somebody reads why; the next turn tries again.
void Plans::hinder(const Actor& system, Id<Plan> id, const std::string& code) {
    const auto& county = system.scope.county;
    (void)db::in_transaction(parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<void> {
        auto plan = store::hold(tx, county, id);
        if (!plan || plan->state != PlanState::kApproved || plan->hindrance == code) return {};
        plan->hindrance = code;
        store::save(tx, county, *plan);
        return {};
    });
}

Result<void> Plans::follow_cases(const std::string& county, Id<Plan> id) {
    const auto found = find(Actor::system(county).scope, id);
    if (!found) return found.error();
    if (!found->plan.in_force_at) return {};
    parts_.grid.forget(county);
    const auto before =
        parts_.grid.territory_at(county, *found->plan.in_force_at - std::chrono::microseconds{1});
    const auto now = parts_.grid.territory(county);
    const auto heirs = heirs_of(found->changes);
    for (const auto touched_id : touched(found->changes)) {
        const grid::Node* was = before->find(touched_id);
        if (!was) continue;
        Id<Case> last;
        for (;;) {
            const auto some = parts_.cases.open_on(county, was->path, last, kCasesAtOnce);
            for (const auto& one : some) {
                const auto* to = where_to(*was, one, *now, heirs);
                if (!to || to->path == was->path) continue;
                if (auto moved = parts_.cases.follow_grid(county, one.id, to->path); !moved) {
                    return moved;
                }
            }
            if (some.size() < static_cast<std::size_t>(kCasesAtOnce)) break;
            last = some.back().id;
        }
    }
    return {};
}

void Plans::add_jobs(jobs::Runner& runner) {
    runner.every("plans_in_force", kLookEvery, [this](const jobs::Job& job) -> Result<void> {
        put_in_force(job.county);
        return {};
    });
    runner.on(kFollow, [this](const jobs::Job& job) -> Result<void> {
        const auto of = dto::parse<OfPlan>(job.payload.text);
        if (!of) return of.error();
        return follow_cases(job.county, of->plan_id);
    });
}

}  // namespace jingwei::plan
