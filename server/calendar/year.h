#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/result.h"

namespace jingwei::calendar {

/// What a day is. The two exceptions of the State Council calendar are a holiday (any day of the
/// week that is off because of one) and a make-up day (a Saturday or Sunday that is worked).
enum class DayKind { kWorkday, kWeekend, kHoliday, kMakeUpDay };
BOOST_DESCRIBE_ENUM(DayKind, kWorkday, kWeekend, kHoliday, kMakeUpDay)

/// One day that the State Council calendar names.
struct DayException {
    Day day;
    bool working = false;  ///< a make-up day; otherwise a holiday
    std::string name_zh;   ///< "春节": the holiday it is, or the one it makes up for
    std::string name_en;   ///< "Spring Festival"

    friend bool operator==(const DayException&, const DayException&) = default;
};

/// The exceptions of one year, in order of day. Weekdays and weekends not named are as always.
struct YearCalendar {
    std::int32_t year = 0;
    std::int32_t version = 0;  ///< 0 as shipped; imports count from 1
    std::string source;        ///< where it was published
    std::vector<DayException> days;

    friend bool operator==(const YearCalendar&, const YearCalendar&) = default;
};

/// A day as a reader meets it.
struct DayInfo {
    Day day;
    DayKind kind = DayKind::kWorkday;
    bool working = true;
    bool known = true;  ///< false in a year without calendar
    std::string name_zh;
    std::string name_en;
};

/// Complete and plausible, or the first fault: every day in its year, none twice, names in both
/// languages, holidays New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn and
/// National Day there (from 2008; before, the three of that time), make-up days on weekends only,
/// and between 240 and 256 working days in all.
Result<YearCalendar> checked(YearCalendar year);

/// Days on which offices open, 1 January to 31 December.
std::int32_t working_days(const YearCalendar& year);

}  // namespace jingwei::calendar
