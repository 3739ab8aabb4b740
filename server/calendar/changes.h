#pragma once

#include <vector>

#include "calendar/calendar_views.h"
#include "calendar/work_calendar.h"
#include "core/result.h"

/// The calendar of a county as a change would make it. Pure.
namespace jingwei::calendar {

LightRule lights_of(const WorkingTime& wanted);

/// Refuses what WorkHours::parse() refuses.
Result<WorkCalendar> with_working_time(const WorkCalendar& in_force, const WorkingTime& wanted);

/// Those years take the place of the ones with their numbers.
WorkCalendar with_years(const WorkCalendar& in_force, std::vector<YearCalendar> years);

}  // namespace jingwei::calendar
