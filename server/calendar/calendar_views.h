#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "calendar/explanation.h"
#include "calendar/limit.h"
#include "calendar/year.h"
#include "core/dto.h"

/// What the routes of calendar take and answer.
namespace jingwei::calendar {

struct YearSummary {
    std::int32_t year = 0;
    std::int32_t version = 0;  ///< 0: as shipped
    std::string source;
    std::int32_t working_days = 0;
};
BOOST_DESCRIBE_STRUCT(YearSummary, (), (year, version, source, working_days))

struct YearList {
    std::vector<YearSummary> years;
    std::vector<std::int32_t> missing;  ///< of which administrators are warned
};
BOOST_DESCRIBE_STRUCT(YearList, (), (years, missing))

/// A year that deadlines reach or soon will, and that has no calendar.
struct CalendarWarning {
    std::int32_t year = 0;
    bool current = false;  ///< it is this year: deadlines are provisional already
    std::string sentence;  ///< with the remedy
};
BOOST_DESCRIBE_STRUCT(CalendarWarning, (), (year, current, sentence))

struct CalendarWarnings {
    std::vector<CalendarWarning> items;
};
BOOST_DESCRIBE_STRUCT(CalendarWarnings, (), (items))

struct DayView {
    Day day;
    bool working = false;
    Holiday holiday = Holiday::kOther;
    std::string name_zh;
    std::string name_en;
};
BOOST_DESCRIBE_STRUCT(DayView, (), (day, working, holiday, name_zh, name_en))

struct YearView {
    YearSummary summary;
    std::vector<DayView> days;
};
BOOST_DESCRIBE_STRUCT(YearView, (), (summary, days))

struct ImportedCalendar {
    std::vector<YearSummary> imported;
    std::vector<std::int32_t> unchanged;
};
BOOST_DESCRIBE_STRUCT(ImportedCalendar, (), (imported, unchanged))

/// Opening hours ("08:30-12:00,14:30-18:00") and when a light turns yellow.
struct WorkingTime {
    Text<11, 47> hours;
    Whole<0, 90> yellow_percent;
    Whole<0, 10> yellow_working_days;
    Whole<0, 1440> yellow_minutes;
};
BOOST_DESCRIBE_STRUCT(WorkingTime, (), (hours, yellow_percent, yellow_working_days, yellow_minutes))

/// "When would 5 working days from now end, and why?"
struct DeadlineQuery {
    std::optional<Time> start;  ///< now when absent
    Whole<1, kMaxLimitAmount> amount;
    LimitUnit unit = LimitUnit::kWorkingDays;
};
BOOST_DESCRIBE_STRUCT(DeadlineQuery, (), (start, amount, unit))

}  // namespace jingwei::calendar
