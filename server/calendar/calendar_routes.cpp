#include <charconv>

#include "access/principal.h"
#include "calendar/calendar_state.h"
#include "http/routes.h"

namespace jingwei::calendar {
namespace {

using access::permission::kCalendarEdit;
using access::permission::kCalendarRead;

YearList list_years(const WorkCalendar& calendar, Time now) {
    YearList list;
    for (const auto number : calendar.years())
        list.years.push_back(summary_of(*calendar.find(number)));
    list.missing = missing_years(calendar, china_day(now));
    return list;
}

Result<YearView> show_year(const WorkCalendar& calendar, std::string_view text) {
    std::int32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    const auto* year = calendar.find(number);
    if (year == nullptr) return Refusal{RefusalKind::kNotFound, "calendar_year_unknown"};
    YearView view{summary_of(*year), {}};
    for (const auto& one : year->days)
        view.days.push_back({one.day, one.working, one.holiday, one.name_zh, one.name_en});
    return view;
}

Explanation explain(const WorkCalendar& calendar, const DeadlineQuery& query, Time now) {
    const Limit limit{static_cast<std::int32_t>(query.amount), query.unit};
    return calendar.explain(query.start.value_or(now), limit);
}

}  // namespace

void Calendars::add_routes(http::Routes& routes, const Messages& messages) {
    const auto ours = [this](const auto& call) { return of(access::principal(call).county()); };
    routes.get<Nothing, YearList>(
        "/api/v1/calendar/years", kCalendarRead,
        [this, ours](const auto& call) -> Result<YearList> {
            return list_years(*ours(call), state_->clock.now());
        },
        "Years with a working calendar, and those that are missing");
    routes.get<Nothing, YearView>(
        "/api/v1/calendar/years/{year}", kCalendarRead,
        [ours](const auto& call) { return show_year(*ours(call), call.path("year")); },
        "The holidays and make-up days of a year");
    routes.post<CalendarFile, ImportedCalendar>(
        "/api/v1/calendar/years", kCalendarEdit,
        [this](const auto& call) {
            return import(access::principal(call).scope(kCalendarEdit), call.body);
        },
        "Import years of the State Council calendar");
    routes.get<Nothing, WorkingTime>(
        "/api/v1/calendar/working-time", kCalendarRead,
        [this](const auto& call) -> Result<WorkingTime> {
            return working_time(access::principal(call).county());
        },
        "Opening hours and when lights turn yellow");
    routes.put<WorkingTime, WorkingTime>(
        "/api/v1/calendar/working-time", kCalendarEdit,
        [this](const auto& call) {
            return set_working_time(access::principal(call).scope(kCalendarEdit), call.body);
        },
        "Set opening hours and when lights turn yellow");
    routes.get<Nothing, CalendarWarnings>(
        "/api/v1/calendar/warnings", kCalendarEdit,
        [this, ours, &messages](const auto& call) -> Result<CalendarWarnings> {
            return CalendarWarnings{
                warnings_of(*ours(call), china_day(state_->clock.now()), messages, call.language)};
        },
        "What whoever keeps the calendar has to bring in, three months ahead");
    routes.get<DeadlineQuery, Explanation>(
        "/api/v1/calendar/deadline", kCalendarRead,
        [this, ours](const auto& call) -> Result<Explanation> {
            return explain(*ours(call), call.body, state_->clock.now());
        },
        "When a limit would end, and why");
}

}  // namespace jingwei::calendar
