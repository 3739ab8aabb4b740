#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "calendar/calendar_file.h"
#include "calendar/calendar_views.h"
#include "calendar/work_calendar.h"
#include "core/clock.h"
#include "core/result.h"
#include "db/pool.h"
#include "db/scope.h"

namespace jingwei::http {
class Routes;
}
namespace jingwei::db {
class Transaction;
}

namespace jingwei::calendar {

/// The years without calendar of which administrators are to be told on `today`: this year, and
/// from three months ahead (1 October) the next.
std::vector<std::int32_t> missing_years(const WorkCalendar& calendar, Day today);

/// How long a server goes by the calendar that it knows.
inline constexpr std::chrono::seconds kTrusted{1};

/// What else is to happen in the transaction in which a county imports a year: modules above count
/// deadlines with it.
using OnImport = std::function<void(db::Transaction&, const std::string& county, Time now)>;

/// The front door to the calendar of each county: the years built in, those imported since, the
/// county's hours and lights. Kept in memory; a change made here is seen at once, one made by
/// another server within `trust`. Thread-safe.
class Calendars {
public:
    Calendars(db::Pool& pool, const Clock& clock, std::chrono::milliseconds trust = kTrusted,
              OnImport on_import = {});
    ~Calendars();

    /// Shared because readers keep theirs while a newer one takes its place.
    std::shared_ptr<const WorkCalendar> of(std::string_view county);

    /// Takes every year of the file or none. A year equal to the one in force is left as it is;
    /// any other becomes a new version, audited. Refuses what years_of() refuses,
    /// outside_your_scope below the county, and `calendar_year_taken` when somebody imported the
    /// same year meanwhile.
    Result<ImportedCalendar> import(const db::Scope& scope, const CalendarFile& file);

    WorkingTime working_time(std::string_view county);
    /// Refuses what WorkHours::parse() refuses, and outside_your_scope below the county.
    Result<WorkingTime> set_working_time(const db::Scope& scope, const WorkingTime& wanted);

    /// GET  /api/v1/calendar/years, POST the same (import), GET /api/v1/calendar/years/{year},
    /// GET, PUT /api/v1/calendar/working-time, GET /api/v1/calendar/deadline
    void add_routes(http::Routes& routes);

    struct State;  ///< private to calendar

private:
    std::unique_ptr<State> state_;
};

}  // namespace jingwei::calendar
