#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"

namespace jingwei {

/// Appends a number from 0 with leading zeros, as many digits as asked for.
void append_digits(std::string& out, std::int64_t number, std::size_t digits);
/// Appends "2026-02-13".
void append_date(std::string& out, std::chrono::year_month_day date);
/// Appends "07:08:09".
void append_clock(std::string& out, const std::chrono::hh_mm_ss<std::chrono::microseconds>& clock);

/// RFC 3339 in UTC: "2026-02-13T01:30:00Z", with as many decimals as the moment needs (0, 3 or 6).
std::string rfc3339(Time time);

/// Any RFC 3339 moment with an offset ("Z", "+08:00"); nothing for a time without one, a day that
/// does not exist, a leap second, a year before 1900 or, in UTC, one before 1900 or after 9999.
/// Decimals beyond the sixth are dropped.
std::optional<Time> parse_rfc3339(std::string_view text);

/// "2026-02-13".
std::string day_text(Day day);
std::optional<Day> parse_day(std::string_view text);

}  // namespace jingwei
