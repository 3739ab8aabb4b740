#include <algorithm>
#include <map>

#include "core/dto.h"
#include "core/log.h"
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

/// After the first look: other servers have reported on the old grids for a while.
constexpr std::chrono::minutes kLookAgainAfter{2};
constexpr int kTries = 3;  // where the territory moves meanwhile
constexpr const char* kMoved = "plan_territory_moved";

/// Payload of kFollow, and the detail of what the audit says of nodes.
struct OfPlan {
    Id<Plan> plan_id;
};
BOOST_DESCRIBE_STRUCT(OfPlan, (), (plan_id))

struct FollowCases {
    Id<Plan> plan_id;
    std::optional<bool> again;
};
BOOST_DESCRIBE_STRUCT(FollowCases, (), (plan_id, again))

}  // namespace

Result<void> Plans::come_into_force(db::Transaction& tx, const Surroundings& around,
                                    const Actor& actor, Plan& plan,
                                    const std::vector<PlanChange>& changes) {
    const auto& county = actor.scope.county;
    const Time now = parts_.clock.now();
    // Until this commits, no other plan comes into force and nobody else changes the territory.
    if (store::hold_territory(tx, county) != around.territory->version()) {
        return Refusal{RefusalKind::kConflict, kMoved};
    }
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
        Result<void> put = Refusal{RefusalKind::kUnavailable, "plan_broke_off"};
        try {
            put = put_one_in_force(system, id);
        } catch (const std::exception& fault) {
            log::warning("plan {}: {}", id, log::cause(fault));
        }
        forget(county);
        if (put) {
            ++done;
        } else {
            hinder(system, id, put.error().code);
        }
    }
    return done;
}

Result<void> Plans::put_one_in_force(const Actor& system, Id<Plan> id) {
    Result<void> put = Refusal{RefusalKind::kConflict, kMoved};
    for (int tries = 0; tries < kTries && !put && put.error().code == kMoved; ++tries) {
        forget(system.scope.county);
        put = try_to_put_in_force(system, id);
    }
    return put;
}

Result<void> Plans::try_to_put_in_force(const Actor& system, Id<Plan> id) {
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
    Result<void> outcome;
    for (const auto touched_id : touched(found->changes)) {
        const grid::Node* was = before->find(touched_id);
        if (!was) continue;
        const auto to_of = [&](const cases::OpenCase& one) {
            return where_to(*before, *was, one, *now, heirs);
        };
        if (auto followed = follow_below(county, *was, to_of); !followed) outcome = followed;
    }
    return outcome;
}

/// The first that cannot follow does not hold up the others; what it was refused for comes back.
Result<void> Plans::follow_below(
    const std::string& county, const grid::Node& was,
    const std::function<const grid::Node*(const cases::OpenCase&)>& to_of) {
    Result<void> outcome;
    Id<Case> last;
    for (;;) {
        const auto some = parts_.cases.open_on(county, was.path, last, kCasesAtOnce);
        for (const auto& one : some) {
            const auto* to = to_of(one);
            if (!to) log::warning("case {} lies nowhere after {} has ended", one.id, was.id);
            if (!to || to->path == was.path) continue;
            if (auto moved = parts_.cases.follow_grid(county, one.id, to->path); !moved)
                outcome = moved;
        }
        if (some.size() < static_cast<std::size_t>(kCasesAtOnce)) return outcome;
        last = some.back().id;
    }
}

void Plans::look_again(const std::string& county, Id<Plan> id) {
    const Time now = parts_.clock.now();
    (void)db::in_transaction(parts_.pool, Actor::system(county).scope,
                             [&](db::Transaction& tx) -> Result<void> {
                                 jobs::add(tx, county,
                                           {kFollow, Json{dto::print(FollowCases{id, true})},
                                            now + kLookAgainAfter, id.text() + " again"},
                                           now);
                                 return {};
                             });
}

void Plans::add_jobs(jobs::Runner& runner) {
    runner.every("plans_in_force", kLookEvery, [this](const jobs::Job& job) -> Result<void> {
        put_in_force(job.county);
        return {};
    });
    runner.on(kFollow, [this](const jobs::Job& job) -> Result<void> {
        const auto of = dto::parse<FollowCases>(job.payload.text);
        if (!of) return of.error();
        const auto followed = follow_cases(job.county, of->plan_id);
        if (followed && !of->again) look_again(job.county, of->plan_id);
        return followed;
    });
}

}  // namespace jingwei::plan
