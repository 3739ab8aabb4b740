#include <algorithm>

#include "cases/cases.h"
#include "cases/light_rules.h"
#include "cases/statements.h"
#include "cases/taking.h"
#include "core/dto.h"
#include "db/in_transaction.h"
#include "jobs/runner.h"

namespace jingwei::cases {
namespace {

constexpr std::int32_t kLooksAtOnce = 200;
constexpr std::chrono::hours kLookLater{1};
constexpr int kTries = 3;  // where people may be faster
constexpr std::chrono::seconds kRecomputeAfter{5};
constexpr int kActsPerLook = 6;  // no case has more to do by itself at one moment

constexpr const char* kRecomputeSoon = "cases_recompute_soon";

struct AnswerMerged {
    Id<Case> case_id;
};
BOOST_DESCRIBE_STRUCT(AnswerMerged, (), (case_id))

/// Whether a calendar that has grown changes a deadline.
bool any_moves(std::vector<CaseClock> clocks, const calendar::WorkCalendar& calendar) {
    return std::ranges::any_of(clocks, [&](CaseClock& clock) {
        if (!clock.is_live() || !clock.provisional) return false;
        reckon(clock, calendar);
        return clock.changed;
    });
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
                auto found = hold_and_load(tx, system.county(), id);
                if (!found) return Refusal{RefusalKind::kNotFound, "case_not_found"};
                Seen one{std::move(*found)};
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
        const auto input =
            input_of(*act, numbers, seen->loaded.record.step_no, Id<Step>::make(now));
        const auto taken = step(system, id, input);
        if (taken) continue;
        // Somebody was faster: the next sweep looks again. Whatever else is in the way takes
        // longer, and must not hold up the others.
        if (taken.error().code != "case_moved_on") look_later(system, id);
        return steps;
    }
}

void Cases::look_later(const Actor& system, Id<Case> id) {
    (void)db::in_transaction(parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<void> {
        auto record = hold_and_find(tx, system.county(), id);
        if (!record) return Refusal{RefusalKind::kNotFound, "case_not_found"};
        record->next_look_at = parts_.clock.now() + kLookLater;
        queue_update(tx, *record);
        return {};
    });
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
    for (int tries = 0; tries < kTries; ++tries) {
        const auto seen = db::in_transaction(
            parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<LoadedCase> {
                auto found = hold_and_load(tx, system.county(), id);
                if (!found) return Refusal{RefusalKind::kNotFound, "case_not_found"};
                return std::move(*found);
            });
        if (!seen || !any_moves(seen->clocks, *world.calendar)) return false;
        StepInput input;
        input.action = Action::kRecompute;
        input.step_id = Id<Step>::make(parts_.clock.now());
        input.expected_step = seen->record.step_no;
        if (step(system, id, input)) return true;
    }
    return false;
}

std::size_t Cases::answer_merged(const std::string& county, Id<Case> survivor) {
    const Actor system = Actor::system(county);
    struct Found {
        std::vector<Id<Case>> merged;
        std::string answer;
    };
    std::size_t told = 0;
    for (;;) {
        const auto found = db::in_transaction(
            parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<Found> {
                auto merged = tx.later<Id<Case>>(sql::list_merged_open, county, survivor);
                const auto record = tx.maybe<CaseRecord>(sql::find_case, county, survivor);
                return Found{merged.all(), record ? record->answer : std::string{}};
            });
        std::size_t now_told = 0;
        for (const Id<Case> id : found->merged)
            now_told += answer_one(system, id, found->answer) ? 1 : 0;
        told += now_told;
        if (now_told == 0) return told;
    }
}

bool Cases::answer_one(const Actor& system, Id<Case> id, const std::string& answer) {
    for (int tries = 0; tries < kTries; ++tries) {
        const auto seen = db::in_transaction(
            parts_.pool, system.scope, [&](db::Transaction& tx) -> Result<std::int32_t> {
                const auto record = tx.maybe<CaseRecord>(sql::find_case, system.county(), id);
                if (!record) return Refusal{RefusalKind::kNotFound, "case_not_found"};
                return record->step_no;
            });
        if (!seen) return false;
        StepInput input;
        input.action = Action::kAnswer;
        input.step_id = Id<Step>::make(parts_.clock.now());
        input.expected_step = *seen;
        input.text = answer;
        if (step(system, id, input)) return true;
    }
    return false;
}

/// Refuses, so that the job comes again, while somebody has not been told.
Result<void> Cases::answer_all_merged(const std::string& county, Id<Case> survivor) {
    answer_merged(county, survivor);
    return db::in_transaction(
        parts_.pool, db::Scope::whole_county(county), [&](db::Transaction& tx) -> Result<void> {
            if (tx.all<Id<Case>>(sql::list_merged_open, county, survivor).empty()) return {};
            return Refusal{RefusalKind::kUnavailable, "case_reporters_wait"};
        });
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
        return answer_all_merged(job.county, body->case_id);
    });
    runner.on(kRecomputeSoon, [this](const jobs::Job& job) -> Result<void> {
        recompute_provisional(job.county);
        return {};
    });
}

void queue_recompute(db::Transaction& tx, const std::string& county, Time now) {
    jobs::add(tx, county,
              {.kind = kRecomputeSoon,
               .due_at = now + kRecomputeAfter,
               .once_key = "after " + std::to_string(now.time_since_epoch().count())},
              now);
}

}  // namespace jingwei::cases
