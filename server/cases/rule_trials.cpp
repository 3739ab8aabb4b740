#include "cases/rule_trials.h"

#include "access/principal.h"
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

/// The calendar in force with those years in place of its own.
calendar::WorkCalendar with_years(const calendar::WorkCalendar& in_force,
                                  std::vector<calendar::YearCalendar> years) {
    for (const auto number : in_force.years()) {
        const auto& known = *in_force.find(number);
        const bool replaced = std::ranges::any_of(
            years, [&](const calendar::YearCalendar& one) { return one.year == number; });
        if (!replaced) years.push_back(known);
    }
    return calendar::WorkCalendar(std::move(years), in_force.hours(), in_force.lights());
}

calendar::WorkCalendar with_hours(const calendar::WorkCalendar& in_force,
                                  const calendar::WorkHours& hours,
                                  const calendar::LightRule& lights) {
    std::vector<calendar::YearCalendar> years;
    for (const auto number : in_force.years())
        years.push_back(*in_force.find(number));
    return calendar::WorkCalendar(std::move(years), hours, lights);
}

/// Runs `work` for whoever may put the same in force in all of the county.
template <class Call, class Work>
Result<RuleTrial> in_all_of_it(const Call& call, std::string_view permission, Work work) {
    const auto& who = access::principal(call);
    if (!who.can(permission, who.county())) {
        return Refusal{RefusalKind::kForbidden, "outside_your_scope"};
    }
    return work(who.county());
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
    const auto hours = calendar::WorkHours::parse(wanted.hours.str());
    if (!hours) return hours.error();
    const World world = worlds_(county);
    const auto whole = [](std::int64_t value) { return static_cast<std::int32_t>(value); };
    const auto calendar =
        with_hours(*world.calendar, *hours,
                   {whole(wanted.yellow_percent), whole(wanted.yellow_working_days),
                    whole(wanted.yellow_minutes)});
    return run(county, world, {.calendar = &calendar});
}

Result<RuleTrial> RuleTrials::try_calendar(const std::string& county,
                                           const calendar::CalendarFile& file) {
    auto years = calendar::years_of(file);
    if (!years) return years.error();
    const World world = worlds_(county);
    const auto calendar = with_years(*world.calendar, std::move(*years));
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
        trial.then.to_archive =
            rules.numbers == nullptr
                ? trial.now.to_archive
                : to_archive(tx, county, rules.numbers->timers, trial.at);
        return trial;
    });
}

void RuleTrials::add_routes(http::Routes& routes) {
    using access::permission::kCalendarEdit;
    using access::permission::kSettingEdit;
    routes.post<CaseNumbersBody, RuleTrial>(
        "/api/v1/cases/trials/numbers", kSettingEdit,
        [this](const auto& call) {
            return in_all_of_it(call, kSettingEdit, [&](const std::string& county) {
                return try_numbers(county, call.body);
            });
        },
        "Try numbers of the case loop on the open cases; nothing is changed");
    routes.post<calendar::WorkingTime, RuleTrial>(
        "/api/v1/cases/trials/working-time", kCalendarEdit,
        [this](const auto& call) {
            return in_all_of_it(call, kCalendarEdit, [&](const std::string& county) {
                return try_working_time(county, call.body);
            });
        },
        "Try working hours and lights on the open cases; nothing is changed");
    routes.post<calendar::CalendarFile, RuleTrial>(
        "/api/v1/cases/trials/calendar", kCalendarEdit,
        [this](const auto& call) {
            return in_all_of_it(call, kCalendarEdit, [&](const std::string& county) {
                return try_calendar(county, call.body);
            });
        },
        "Try years of the calendar on the open cases; nothing is changed");
}

}  // namespace jingwei::cases
