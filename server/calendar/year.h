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

/// The holidays of the law, and those given once (an anniversary).
enum class Holiday {
    kNewYear,         ///< 元旦
    kSpringFestival,  ///< 春节
    kQingming,        ///< 清明节
    kLabourDay,       ///< 劳动节
    kDragonBoat,      ///< 端午节
    kMidAutumn,       ///< 中秋节
    kNationalDay,     ///< 国庆节
    kOther,
};
BOOST_DESCRIBE_ENUM(Holiday, kNewYear, kSpringFestival, kQingming, kLabourDay, kDragonBoat,
                    kMidAutumn, kNationalDay, kOther)

/// One day that the State Council calendar names.
struct DayException {
    Day day;
    bool working = false;               ///< a make-up day; otherwise a holiday
    Holiday holiday = Holiday::kOther;  ///< which it is, or which it makes up for
    std::string name_zh;                ///< "春节"
    std::string name_en;                ///< "Spring Festival"

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

/// Complete and plausible, or the first fault: every day in its year and named in both languages,
/// none twice, make-up days on weekends only, 240 to 256 working days, and all holidays of the law
/// there: four of them before 2008, seven since. (A Mid-Autumn that falls into the week of National
/// Day is not named by itself; then that is longer than seven days.)
Result<YearCalendar> checked(YearCalendar year);

/// Days on which offices open, 1 January to 31 December.
std::int32_t working_days(const YearCalendar& year);

}  // namespace jingwei::calendar
