#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"

namespace jingwei {

/// RFC 3339 in UTC: "2026-02-13T01:30:00Z", with as many decimals as the moment needs (0, 3 or 6).
std::string rfc3339(Time time);

/// Any RFC 3339 moment with an offset ("Z", "+08:00"); nothing for a time without one, a day that
/// does not exist, a leap second or a year before 1900. Decimals beyond the sixth are dropped.
std::optional<Time> parse_rfc3339(std::string_view text);

/// "2026-02-13".
std::string day_text(Day day);
std::optional<Day> parse_day(std::string_view text);

}  // namespace jingwei
