#include "calendar/year.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace jingwei::calendar {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year;

/// Since 2008 seven holidays are set each year; before, three.
constexpr std::int32_t kSevenHolidaysSince = 2008;
constexpr std::array kEveryYear{"元旦", "春节", "劳动节", "国庆节"};
constexpr std::array kSince2008{"清明", "端午", "中秋"};
constexpr std::int32_t kFewestWorkingDays = 240;
constexpr std::int32_t kMostWorkingDays = 256;
constexpr std::size_t kMostExceptions = 80;

Refusal fault(std::string code, std::string field) {
    return {RefusalKind::kInvalid, std::move(code), std::move(field)};
}

std::string pointer(std::size_t index, std::string_view member) {
    return fmt::format("/days/{}/{}", index, member);
}

bool is_weekend(Day day) {
    const std::chrono::weekday weekday{day};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

bool has_holiday(const YearCalendar& calendar, std::string_view name) {
    return std::ranges::any_of(calendar.days, [&](const DayException& one) {
        return !one.working && one.name_zh.starts_with(name);
    });
}

std::optional<Refusal> fault_of_day(const YearCalendar& calendar, std::size_t index) {
    const auto& one = calendar.days[index];
    const std::chrono::year_month_day date{one.day};
    if (date.year() != year{calendar.year}) {
        return fault("calendar_day_of_other_year", pointer(index, "day"));
    }
    if (one.name_zh.empty()) return fault("calendar_day_without_name", pointer(index, "name_zh"));
    if (one.name_en.empty()) return fault("calendar_day_without_name", pointer(index, "name_en"));
    if (one.working && !is_weekend(one.day)) {
        return fault("calendar_make_up_on_weekday", pointer(index, "working"));
    }
    if (index > 0 && calendar.days[index - 1].day == one.day) {
        return fault("calendar_day_twice", pointer(index, "day"));
    }
    return std::nullopt;
}

std::optional<Refusal> fault_of_whole(const YearCalendar& calendar) {
    for (const auto* name : kEveryYear) {
        if (!has_holiday(calendar, name)) return fault("calendar_holiday_missing", "/days");
    }
    for (const auto* name : kSince2008) {
        if (calendar.year >= kSevenHolidaysSince && !has_holiday(calendar, name)) {
            return fault("calendar_holiday_missing", "/days");
        }
    }
    const auto worked = working_days(calendar);
    if (worked < kFewestWorkingDays || worked > kMostWorkingDays) {
        return fault("calendar_working_days_implausible", "/days");
    }
    return std::nullopt;
}

}  // namespace

Result<YearCalendar> checked(YearCalendar calendar) {
    if (calendar.year < 1992 || calendar.year > 2199) {
        return fault("calendar_year_out_of_range", "/year");
    }
    if (calendar.source.empty()) return fault("calendar_source_missing", "/source");
    if (calendar.days.size() > kMostExceptions) return fault("calendar_days_too_many", "/days");
    std::ranges::stable_sort(calendar.days, {}, &DayException::day);
    for (std::size_t index = 0; index < calendar.days.size(); ++index) {
        if (const auto found = fault_of_day(calendar, index)) return *found;
    }
    if (const auto found = fault_of_whole(calendar)) return *found;
    return calendar;
}

std::int32_t working_days(const YearCalendar& calendar) {
    const Day first{local_days{year{calendar.year} / 1 / 1}};
    const Day last{local_days{year{calendar.year} / 12 / 31}};
    std::int32_t worked = 0;
    for (Day day = first; day <= last; day += days{1})
        worked += is_weekend(day) ? 0 : 1;
    for (const auto& one : calendar.days) {
        if (one.working && is_weekend(one.day)) ++worked;
        if (!one.working && !is_weekend(one.day)) --worked;
    }
    return worked;
}

}  // namespace jingwei::calendar
