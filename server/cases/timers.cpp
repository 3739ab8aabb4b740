#include "cases/cases.h"
#include "cases/light_rules.h"
#include "cases/statements.h"
#include "core/dto.h"
#include "db/in_transaction.h"
#include "jobs/runner.h"

namespace jingwei::cases {
namespace {

constexpr std::int32_t kLooksAtOnce = 200;
constexpr int kActsPerLook = 6;  // no case has more to do by itself at one moment

struct AnswerMerged {
    Id<Case> case_id;
};
BOOST_DESCRIBE_STRUCT(AnswerMerged, (), (case_id))

StepInput input_of(const TimerAct& act, const TimerNumbers& numbers, std::int32_t step_no,
                   Time now) {
    StepInput input;
    input.action = act.action;
    input.step_id = Id<Step>::make(now);
    input.expected_step = step_no;
    input.plate = act.plate;
    input.cause = act.cause;
    input.reply_days = numbers.plates.reply_days;
    if (act.action == Action::kRaisePlate) input.plate_stage = act.stage;
    return input;
}

/// A case as a timer decides on it; nothing: it is gone.
struct Seen {
    LoadedCase loaded;
    TimerCase timer() const {
        const CaseRecord& record = loaded.record;
        return {.standing = standing_of(record),
                .clocks = loaded.clocks,
                .suspended_until = record.suspended_until,
                .closed_at = record.closed_at,
                .followed_up_at = record.followed_up_at};
    }
};

}  // namespace

std::size_t Cases::run_timers(const std::string& county) {
    const Actor system = Actor::system(county);
    const auto due = db::in_transaction(
        parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<std::vector<Id<Case>>> {
            return tx.all<Id<Case>>(sql::list_due_looks, county, parts_.clock.now(), kLooksAtOnce);
        });
    std::size_t steps = 0;
    for (const Id<Case> id : due.value())
        steps += run_timers_of(system, id);
    return steps;
}

/// Does what is due, one step after the other. When somebody was faster, the next sweep looks
/// again.
std::size_t Cases::run_timers_of(const Actor& system, Id<Case> id) {
    const World world = parts_.worlds(system.county());
    for (std::size_t steps = 0;; ++steps) {
        const Time now = parts_.clock.now();
        auto seen =
            db::in_transaction(parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<Seen> {
                auto found = load_for_step(tx, system.county(), id, Id<Step>{});
                if (!found.loaded) return Refusal{RefusalKind::kNotFound, "case_not_found"};
                Seen one{std::move(*found.loaded)};
                const auto& numbers = world.numbers_of(one.loaded.record.reported_at).timers;
                if (!due_act(one.timer(), *world.calendar, numbers, now)) {
                    one.loaded.record.next_look_at =
                        next_look(one.timer(), *world.calendar, numbers);
                    queue_update(tx, one.loaded.record);
                }
                return one;
            });
        if (!seen || steps == kActsPerLook) return steps;
        const auto& numbers = world.numbers_of(seen->loaded.record.reported_at).timers;
        const auto act = due_act(seen->timer(), *world.calendar, numbers, now);
        if (!act) return steps;
        const auto input = input_of(*act, numbers, seen->loaded.record.step_no, now);
        if (!step(system, id, input)) return steps;
    }
}

std::size_t Cases::recompute_provisional(const std::string& county) {
    const Actor system = Actor::system(county);
    std::size_t changed = 0;
    Id<Case> after;
    for (;;) {
        const auto some = db::in_transaction(
            parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<std::vector<Id<Case>>> {
                return tx.all<Id<Case>>(sql::list_provisional, county, after, kLooksAtOnce);
            });
        for (const Id<Case> id : some.value())
            changed += recompute(system, id) ? 1 : 0;
        if (some->size() < kLooksAtOnce) return changed;
        after = some->back();
    }
}

bool Cases::recompute(const Actor& system, Id<Case> id) {
    const World world = parts_.worlds(system.county());
    const auto seen = db::in_transaction(
        parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<LoadedCase> {
            auto found = load_for_step(tx, system.county(), id, Id<Step>{});
            if (!found.loaded) return Refusal{RefusalKind::kNotFound, "case_not_found"};
            return std::move(*found.loaded);
        });
    if (!seen) return false;
    bool moves = false;
    for (CaseClock clock : seen->clocks) {
        if (!clock.is_live() || !clock.provisional) continue;
        reckon(clock, *world.calendar);
        moves = moves || clock.changed;
    }
    if (!moves) return false;
    StepInput input;
    input.action = Action::kRecompute;
    input.step_id = Id<Step>::make(parts_.clock.now());
    input.expected_step = seen->record.step_no;
    return step(system, id, input).has_value();
}

std::size_t Cases::answer_merged(const std::string& county, Id<Case> survivor) {
    const Actor system = Actor::system(county);
    struct Found {
        std::vector<Id<Case>> merged;
        std::string answer;
    };
    const auto found =
        db::in_transaction(parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<Found> {
            auto merged = tx.later<Id<Case>>(sql::list_merged_open, county, survivor);
            auto record = tx.maybe<CaseRecord>(sql::find_case, county, survivor);
            return Found{merged.all(), record ? record->answer : std::string{}};
        });
    std::size_t told = 0;
    for (const Id<Case> id : found->merged) {
        const auto seen = db::in_transaction(
            parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<std::int32_t> {
                const auto record = tx.maybe<CaseRecord>(sql::find_case, county, id);
                if (!record) return Refusal{RefusalKind::kNotFound, "case_not_found"};
                return record->step_no;
            });
        if (!seen) continue;
        StepInput input;
        input.action = Action::kAnswer;
        input.step_id = Id<Step>::make(parts_.clock.now());
        input.expected_step = *seen;
        input.text = found->answer;
        told += step(system, id, input) ? 1 : 0;
    }
    return told;
}

void Cases::add_jobs(jobs::Runner& runner) {
    runner.every("cases_timers", std::chrono::seconds{30},
                 [this](const jobs::Job& job) -> Result<void> {
                     while (run_timers(job.county) > 0) {
                     }
                     return {};
                 });
    runner.every("cases_recompute", std::chrono::hours{1},
                 [this](const jobs::Job& job) -> Result<void> {
                     recompute_provisional(job.county);
                     return {};
                 });
    runner.on("cases_answer_merged", [this](const jobs::Job& job) -> Result<void> {
        const auto body = dto::parse<AnswerMerged>(job.payload.text);
        if (!body) return body.error();
        answer_merged(job.county, body->case_id);
        return {};
    });
}

}  // namespace jingwei::cases
