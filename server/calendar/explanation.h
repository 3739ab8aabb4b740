#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "calendar/limit.h"

namespace jingwei::calendar {

/// Why days between start and end do not count.
enum class SkipReason { kWeekend, kHoliday, kSuspended };
BOOST_DESCRIBE_ENUM(SkipReason, kWeekend, kHoliday, kSuspended)

/// Days `from` … `to`, both included. A suspended stretch names the days on which
/// it begins and ends. Names only of holidays.
struct Skip {
    Day from;
    Day to;
    SkipReason reason = SkipReason::kWeekend;
    std::string name_zh;
    std::string name_en;

    friend bool operator==(const Skip&, const Skip&) = default;
};
BOOST_DESCRIBE_STRUCT(Skip, (), (from, to, reason, name_zh, name_en))

/// A weekend day that counts, because it is worked for a holiday.
struct MakeUp {
    Day day;
    std::string name_zh;
    std::string name_en;

    friend bool operator==(const MakeUp&, const MakeUp&) = default;
};
BOOST_DESCRIBE_STRUCT(MakeUp, (), (day, name_zh, name_en))

/// A deadline told as data, so that a screen can say it in its reader's language.
struct Explanation {
    Limit limit{};
    Deadline deadline{};
    bool waited_for_opening = false;  ///< begun outside working hours
    bool rolled_forward = false;      ///< the last natural day was off
    std::vector<Skip> skipped{};      ///< in order; the first kMaxSkips
    std::vector<MakeUp> made_up{};
    std::vector<std::int32_t> unknown_years{};  ///< why it is provisional
    bool shortened = false;                     ///< there were more than kMaxSkips

    friend bool operator==(const Explanation&, const Explanation&) = default;
};
BOOST_DESCRIBE_STRUCT(Explanation, (),
                      (limit, deadline, waited_for_opening, rolled_forward, skipped, made_up,
                       unknown_years, shortened))

constexpr std::size_t kMaxSkips = 60;

/// Working time as people say it. `minutes` is less than a working day; both carry the sign.
struct WorkedTime {
    std::int32_t days = 0;
    std::int32_t minutes = 0;

    friend bool operator==(const WorkedTime&, const WorkedTime&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkedTime, (), (days, minutes))

}  // namespace jingwei::calendar
