#include "cases/rule_trials.h"

#include "access/principal.h"
#include "calendar/changes.h"
#include "cases/case_record.h"
#include "cases/inbox.h"
#include "cases/statements.h"
#include "db/in_transaction.h"
#include "http/routes.h"

namespace jingwei::cases {
namespace {

constexpr std::int32_t kPage = 2'000;

struct TriedRow {
    Id<Case> id;
    Time received_at, reported_at;
    std::string clocks;
    std::int32_t suspended_days = 0;
    std::int32_t returns = 0;
    std::int32_t reworks = 0;
};
BOOST_DESCRIBE_STRUCT(TriedRow, (),
                      (id, received_at, reported_at, clocks, suspended_days, returns, reworks))

void add_row(RuleTrial& trial, const TriedRow& row, const World& world, const TriedRules& rules) {
    CaseMoving moving;
    moving.clocks = row.clocks;
    const auto clocks = clocks_of(moving);
    try_on(trial,
           {.rounds = {.returns = row.returns, .reworks = row.reworks},
            .suspended_days = row.suspended_days,
            .clocks = clocks},
           world.numbers_of(row.reported_at), *world.calendar, rules);
}

std::int64_t to_archive(db::Transaction& tx, std::string_view county, const TimerNumbers& numbers,
                        Time now) {
    return tx.one<std::int64_t>(sql::count_to_archive, county, numbers.archive_followed_up,
                                numbers.archive_closed, now);
}

/// Something to try, for whoever may put the same in force in all of the county.
template <class Wanted>
void add_trial(http::Routes& routes, RuleTrials& trials, std::string path,
               std::string_view permission,
               Result<RuleTrial> (RuleTrials::*run)(const std::string&, const Wanted&),
               std::string summary) {
    routes.post<Wanted, RuleTrial>(
        std::move(path), permission,
        [&trials, permission, run](const auto& call) -> Result<RuleTrial> {
            const auto& who = access::principal(call);
            if (!who.can(permission, who.county())) {
                return Refusal{RefusalKind::kForbidden, "outside_your_scope"};
            }
            return (trials.*run)(who.county(), call.body);
        },
        std::move(summary));
}

}  // namespace

RuleTrials::RuleTrials(db::Pool& pool, const Clock& clock, Worlds worlds)
    : pool_(pool), clock_(clock), worlds_(std::move(worlds)) {}

Result<RuleTrial> RuleTrials::try_numbers(const std::string& county,
                                          const CaseNumbersBody& wanted) {
    if (const auto checked = check_numbers(wanted); !checked) return checked.error();
    const auto numbers = loop_numbers_of(wanted);
    return run(county, worlds_(county), {.numbers = &numbers});
}

Result<RuleTrial> RuleTrials::try_working_time(const std::string& county,
                                               const calendar::WorkingTime& wanted) {
    const World world = worlds_(county);
    const auto calendar = calendar::with_working_time(*world.calendar, wanted);
    if (!calendar) return calendar.error();
    return run(county, world, {.calendar = &*calendar});
}

Result<RuleTrial> RuleTrials::try_calendar(const std::string& county,
                                           const calendar::CalendarFile& file) {
    auto years = calendar::years_of(file);
    if (!years) return years.error();
    const World world = worlds_(county);
    const auto calendar = calendar::with_years(*world.calendar, std::move(*years));
    return run(county, world, {.calendar = &calendar});
}

Result<RuleTrial> RuleTrials::run(const std::string& county, const World& world,
                                  const TriedRules& rules) {
    RuleTrial trial;
    trial.at = clock_.now();
    const auto scope = db::Scope::whole_county(county);
    auto before = Cursor::last();
    for (bool more = true; more && trial.complete;) {
        const auto rows = db::in_transaction(
            pool_, scope, [&](db::Transaction& tx) -> Result<std::vector<TriedRow>> {
                tx.ends_with_next();
                return tx.all<TriedRow>(sql::list_open_clocks, county, before.at, before.id, kPage);
            });
        if (!rows) return rows.error();
        for (const TriedRow& row : *rows)
            add_row(trial, row, world, rules);
        more = rows->size() == kPage;
        if (more) before = {rows->back().received_at, rows->back().id};
        trial.complete = !more || trial.cases < kMostCases;
    }
    const auto& numbers = world.numbers_of(trial.at).timers;
    return db::in_transaction(pool_, scope, [&](db::Transaction& tx) -> Result<RuleTrial> {
        trial.now.to_archive = to_archive(tx, county, numbers, trial.at);
        trial.then.to_archive = rules.numbers == nullptr
                                    ? trial.now.to_archive
                                    : to_archive(tx, county, rules.numbers->timers, trial.at);
        return trial;
    });
}

void RuleTrials::add_routes(http::Routes& routes) {
    using access::permission::kCalendarEdit;
    using access::permission::kSettingEdit;
    add_trial(routes, *this, "/api/v1/cases/trials/numbers", kSettingEdit, &RuleTrials::try_numbers,
              "Try numbers of the case loop on the open cases; nothing is changed");
    add_trial(routes, *this, "/api/v1/cases/trials/working-time", kCalendarEdit,
              &RuleTrials::try_working_time,
              "Try working hours and lights on the open cases; nothing is changed");
    add_trial(routes, *this, "/api/v1/cases/trials/calendar", kCalendarEdit,
              &RuleTrials::try_calendar,
              "Try years of the calendar on the open cases; nothing is changed");
}

}  // namespace jingwei::cases
