#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "access/principal.h"
#include "cases/cases.h"
#include "core/clock.h"
#include "db/pool.h"
#include "grid/grid.h"
#include "plan/plan_rules.h"
#include "staff/staff.h"

namespace jingwei::http {
class Routes;
}
namespace jingwei::jobs {
class Runner;
}

namespace jingwei::plan {

/// What the module works with. Borrowed; everything outlives Plans.
struct PlansParts {
    db::Pool& pool;
    const Clock& clock;
    grid::Grid& grid;
    staff::Staff& staff;
    cases::Cases& cases;
};

/// Who acts, and where.
struct Actor {
    db::Scope scope;
    std::string name;  ///< as the steps keep it
    static Actor of(const access::Principal& who, std::string_view permission);
    static Actor system(std::string county);
};

/// A plan with all that belongs to it.
struct WholePlan {
    Plan plan;
    std::vector<PlanChange> changes;
    std::vector<PlanStep> steps;
};

/// Something outside the plan that is in its way, or that it brings along.
enum class RemarkKind {
    kOtherPlan,   ///< a plan submitted or approved means the same node or code: hinders
    kOtherDraft,  ///< a draft does: whoever submits first goes first
    kPostsEnd,    ///< posts of a node that ends, which end with it
};
BOOST_DESCRIBE_ENUM(RemarkKind, kOtherPlan, kOtherDraft, kPostsEnd)

struct Remark {
    RemarkKind kind = RemarkKind::kOtherDraft;
    std::string name;              ///< of the node
    std::optional<Id<Plan>> plan;  ///< the other one
    std::string plan_name;
    std::int32_t posts = 0;
};

struct Check {
    Outcome outcome;
    std::vector<Remark> remarks;
    bool good() const;
};

struct NewPlan {
    Id<Plan> id;
    Id<grid::Node> node;
    std::string name, note;
    std::optional<Day> in_force_on;
};

/// What is absent stays as it is; `changes` takes the place of all that were there.
struct PlanEdit {
    std::int32_t revision = 1;  ///< that the editor saw; another one by now is a conflict
    std::optional<std::string> name, note;
    std::optional<Day> in_force_on;
    std::optional<std::vector<PlanChange>> changes;
};

/// One step of the way. `in_force_on` of an approval takes the place of the day that was asked for.
struct Decision {
    std::int32_t revision = 1;
    std::string reason;
    std::optional<Day> in_force_on;
};

/// The front door: how the territory changes. Everything is audited. Thread-safe.
class Plans {
public:
    /// Registers the refusals of its constraints with the pool.
    explicit Plans(PlansParts parts);

    std::vector<Plan> list(const db::Scope& scope, std::optional<PlanState> state,
                           std::optional<std::string> path, std::int32_t most);
    /// plan_unknown
    Result<WholePlan> find(const db::Scope& scope, Id<Plan> id);
    /// plan_unknown
    Result<Check> check(const db::Scope& scope, Id<Plan> id);

    /// node_unknown, plan_node_too_low (a county or a town has plans), id_taken, outside_your_scope
    Result<WholePlan> create(const Actor& actor, const NewPlan& plan);
    /// plan_unknown, plan_changed_meanwhile, plan_wrong_state, what complete() refuses.
    Result<WholePlan> change(const Actor& actor, Id<Plan> id, const PlanEdit& edit);
    /// plan_unknown, plan_changed_meanwhile, what after() refuses; on submit and approve also
    /// plan_empty, plan_has_faults and plan_hindered; on refuse plan_reason_missing; on both
    /// decisions plan_decided_above (the actor's paths must reach above the plan's node, or be the
    /// county). An approval whose day is today puts it in force at once.
    Result<WholePlan> decide(const Actor& actor, Id<Plan> id, PlanAction action,
                             const Decision& decision);

    /// Puts in force what is approved and due; says how many. One that cannot be keeps its state
    /// and says why.
    std::size_t put_in_force(const std::string& county);
    /// Open cases go where their ground went. May be done again.
    Result<void> follow_cases(const std::string& county, Id<Plan> id);

    /// /api/v1/territory/plans…, /api/v1/territory/shapes/…
    void add_routes(http::Routes& routes);
    void add_jobs(jobs::Runner& runner);

private:
    /// What the rules stand on, read before the transaction and held for it.
    struct Surroundings {
        std::shared_ptr<const grid::Territory> territory;
        std::shared_ptr<const staff::Roster> roster;
        std::set<std::string> codes;
        grid::CodeRule rule;
        Ground ground(const std::string& path) const { return {*territory, rule, codes, path}; }
    };
    Surroundings surroundings(const std::string& county);
    Check checked(db::Transaction& tx, const Surroundings& around, const Plan& plan,
                  const std::vector<PlanChange>& changes);
    Result<WholePlan> decide_in(db::Transaction& tx, const Surroundings& around, const Actor& actor,
                                Id<Plan> id, PlanAction action, const Decision& decision);
    Result<void> come_into_force(db::Transaction& tx, const Surroundings& around,
                                 const Actor& actor, Plan& plan,
                                 const std::vector<PlanChange>& changes);
    Result<void> put_one_in_force(const Actor& system, Id<Plan> id);
    Result<void> try_to_put_in_force(const Actor& system, Id<Plan> id);
    Result<void> follow_below(
        const std::string& county, const grid::Node& was,
        const std::function<const grid::Node*(const cases::OpenCase&)>& to_of);
    void look_again(const std::string& county, Id<Plan> id);
    void hinder(const Actor& system, Id<Plan> id, const std::string& code);
    void forget(const std::string& county);
    void record(db::Transaction& tx, const Actor& actor, PlanAction action, const Plan& plan,
                const std::string& reason);

    PlansParts parts_;
};

}  // namespace jingwei::plan
