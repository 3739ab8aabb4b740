#pragma once

#include <boost/describe.hpp>
#include <optional>

#include "calendar/limit.h"

namespace jingwei::calendar {

/// Ordered: a case shows the worst (greatest) of its clocks.
enum class Light { kGreen, kYellow, kRed };
BOOST_DESCRIBE_ENUM(Light, kGreen, kYellow, kRed)

/// Why the light shows what it shows.
enum class LightReason { kInTime, kNearDue, kPastDue };
BOOST_DESCRIBE_ENUM(LightReason, kInTime, kNearDue, kPastDue)

/// When a light turns yellow: the larger of `percent` of the limit and, before the end,
/// `working_days` for day limits or `minutes` for hour limits.
struct LightRule {
    std::int32_t percent = 20;
    std::int32_t working_days = 1;
    std::int32_t minutes = 30;

    friend bool operator==(const LightRule&, const LightRule&) = default;
};
BOOST_DESCRIBE_STRUCT(LightRule, (), (percent, working_days, minutes))

/// A light and what a reader may ask about it.
struct LightNow {
    Light light = Light::kGreen;
    LightReason reason = LightReason::kInTime;
    Time since{};                       ///< when it took this colour
    std::optional<Time> next_change{};  ///< empty when red, and while the clock is paused
    std::optional<Light> next_light{};  ///< what it becomes then
    bool paused = false;  ///< the clock stands; the colour is that of the pause's start

    friend bool operator==(const LightNow&, const LightNow&) = default;
};
BOOST_DESCRIBE_STRUCT(LightNow, (), (light, reason, since, next_change, next_light, paused))

/// Computed from the clock, never stored as truth. `due` itself is still in time; red comes after.
LightNow light_at(const Deadline& deadline, Time now);

/// The light of a clock that was stopped at `stopped` (its stage was done): what it showed then.
LightNow light_when_stopped(const Deadline& deadline, Time stopped);

}  // namespace jingwei::calendar
