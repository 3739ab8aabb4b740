#pragma once

#include <string>

#include "calendar/calendar_file.h"
#include "calendar/calendar_views.h"
#include "cases/case_settings.h"
#include "cases/trial_rules.h"
#include "cases/world.h"
#include "core/clock.h"
#include "db/pool.h"

namespace jingwei::http {
class Routes;
}

namespace jingwei::cases {

/// Rules tried on the open cases of a county before they are put in force. Answers numbers of cases
/// and no case, so that whoever sets the rules need not read any. Nothing is changed. Thread-safe.
class RuleTrials {
public:
    /// Looked at, newest first. Of the 208,976 cases of `jingwei demo --scale county --cases
    /// 200000` 7,224 are open.
    static constexpr std::int64_t kMostCases = 100'000;

    RuleTrials(db::Pool& pool, const Clock& clock, Worlds worlds);

    /// Refuses what CaseSettings::set() refuses for its numbers.
    Result<RuleTrial> try_numbers(const std::string& county, const CaseNumbersBody& wanted);
    /// Refuses what Calendars::set_working_time() refuses for its hours.
    Result<RuleTrial> try_working_time(const std::string& county,
                                       const calendar::WorkingTime& wanted);
    /// Refuses what calendar::years_of() refuses.
    Result<RuleTrial> try_calendar(const std::string& county, const calendar::CalendarFile& file);

    /// POST /api/v1/cases/trials/numbers, …/working-time, …/calendar. Each for whoever may put the
    /// same in force, in all of the county.
    void add_routes(http::Routes& routes);

private:
    Result<RuleTrial> run(const std::string& county, const World& world, const TriedRules& rules);

    db::Pool& pool_;
    const Clock& clock_;
    Worlds worlds_;
};

}  // namespace jingwei::cases
