#pragma once

#include <boost/describe.hpp>
#include <string_view>
#include <vector>

#include "calendar/year.h"
#include "core/dto.h"
#include "core/result.h"

namespace jingwei::calendar {

/// The file that `jingwei import calendar` and POST /calendar/years take; data/calendar/cn.json is
/// one, data/calendar/README.md describes it.
struct CalendarFileDay {
    Day day;
    bool working = false;
    Holiday holiday = Holiday::kOther;
    Text<1, 40> name_zh;
    Text<1, 80> name_en;
};
BOOST_DESCRIBE_STRUCT(CalendarFileDay, (), (day, working, holiday, name_zh, name_en))

struct CalendarFileYear {
    Whole<1992, 2199> year;
    Text<1, 200> source;
    List<CalendarFileDay, 80, 1> days;
};
BOOST_DESCRIBE_STRUCT(CalendarFileYear, (), (year, source, days))

struct CalendarFile {
    List<CalendarFileYear, 100, 1> years;
};
BOOST_DESCRIBE_STRUCT(CalendarFile, (), (years))

/// Every year checked(); the refusal points into the file ("/years/0/days/3/working"). A year that
/// is there twice is refused: `calendar_year_twice`.
Result<std::vector<YearCalendar>> years_of(const CalendarFile& file);

/// The years built into the program: 2004 to 2026, version 0.
const std::vector<YearCalendar>& shipped_years();

}  // namespace jingwei::calendar
