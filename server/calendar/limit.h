#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/clock.h"
#include "core/result.h"

namespace jingwei::calendar {

/// How a limit is counted. Natural units run day and night; working units run only inside working
/// hours on working days, and what arrives outside them counts from the next opening.
enum class LimitUnit { kMinutes, kNaturalHours, kWorkingHours, kNaturalDays, kWorkingDays };
BOOST_DESCRIBE_ENUM(LimitUnit, kMinutes, kNaturalHours, kWorkingHours, kNaturalDays, kWorkingDays)

/// "5 working days". Day limits do not count the start day and end at the same time of day; the
/// last day of a natural-day limit rolls forward to a working day.
struct Limit {
    std::int32_t amount = 0;  ///< 1 … kMaxLimitAmount
    LimitUnit unit = LimitUnit::kWorkingDays;

    friend bool operator==(const Limit&, const Limit&) = default;
};
BOOST_DESCRIBE_STRUCT(Limit, (), (amount, unit))

constexpr std::int32_t kMaxLimitAmount = 1000;

/// `calendar_limit_out_of_range` when the amount is not 1 … kMaxLimitAmount.
Result<Limit> checked(Limit limit);

/// True for days, false for hours and minutes: the two kinds turn yellow by different rules.
bool is_day_limit(LimitUnit unit);

/// True for working hours and working days: only opening hours count.
bool is_working_limit(LimitUnit unit);

/// Suspended time [from, until): it does not count. `until` is empty while the pause lasts.
/// Pauses of one clock may be given in any order and may overlap; at most one is open.
struct Pause {
    Time from{};
    std::optional<Time> until{};

    friend bool operator==(const Pause&, const Pause&) = default;
};

BOOST_DESCRIBE_STRUCT(Pause, (), (from, until))

using Pauses = std::vector<Pause>;

/// When a limit ends. A value: it changes only when recomputed (pauses, extension, new calendar).
struct Deadline {
    Time start{};        ///< as given
    Time counts_from{};  ///< `start`, or the next opening when a working limit begins outside hours
    Time yellow_from{};  ///< the light turns yellow here; `counts_from` <= yellow_from <= due
    Time due{};          ///< the last moment in time; the light is red after it
    bool provisional = false;  ///< a day was asked of a year without calendar: weekdays counted
    std::optional<Time> paused_since{};  ///< an open pause: the clock stands at this moment and
                                         ///< `due` is what it would be had it gone on at once

    friend bool operator==(const Deadline&, const Deadline&) = default;
};
BOOST_DESCRIBE_STRUCT(Deadline, (),
                      (start, counts_from, yellow_from, due, provisional, paused_since))

}  // namespace jingwei::calendar
