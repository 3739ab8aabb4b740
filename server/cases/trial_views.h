#pragma once

#include <boost/describe.hpp>
#include <cstdint>

#include "core/clock.h"

/// What the routes of rule_trials.h answer.
namespace jingwei::cases {

/// How the open cases of a county stand under some rules: numbers of cases. One without a running
/// clock (suspended, or waiting for nobody) has no light.
struct TrialSide {
    std::int64_t green = 0, yellow = 0, red = 0;
    std::int64_t provisional = 0;    ///< with a deadline that reaches a year without a calendar
    std::int64_t yellow_plates = 0;  ///< so late that they deserve it, and no higher one
    std::int64_t red_plates = 0;
    std::int64_t no_more_returns = 0;  ///< the unit may not give it back any more
    std::int64_t no_more_reworks = 0;
    std::int64_t no_more_suspension = 0;  ///< all its days are used
    std::int64_t to_archive = 0;          ///< closed ones that go to the archive at once
};
BOOST_DESCRIBE_STRUCT(TrialSide, (),
                      (green, yellow, red, provisional, yellow_plates, red_plates, no_more_returns,
                       no_more_reworks, no_more_suspension, to_archive))

/// POST /cases/trials/…: the open cases as they are, and as they would be.
struct RuleTrial {
    Time at{};
    std::int64_t cases = 0;   ///< looked at
    bool complete = true;     ///< false: the county has more; the newest were looked at
    std::int64_t sooner = 0;  ///< cases that would have to be acted on sooner
    std::int64_t later = 0;
    TrialSide now{}, then{};
};
BOOST_DESCRIBE_STRUCT(RuleTrial, (), (at, cases, complete, sooner, later, now, then))

}  // namespace jingwei::cases
