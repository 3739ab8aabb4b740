#include "calendar/year.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "core/enum_name.h"

namespace jingwei::calendar {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year;

constexpr std::int32_t kSevenHolidaysSince = 2008;
constexpr std::array kEveryYear{Holiday::kNewYear, Holiday::kSpringFestival, Holiday::kLabourDay,
                                Holiday::kNationalDay};
constexpr std::array kSince2008{Holiday::kQingming, Holiday::kDragonBoat, Holiday::kMidAutumn};
constexpr std::ptrdiff_t kNationalDayWeek = 7;
constexpr std::int32_t kFewestWorkingDays = 240;
constexpr std::int32_t kMostWorkingDays = 256;
constexpr std::size_t kMostExceptions = 80;

Refusal fault(std::string code, std::string field, Details details = {}) {
    return {RefusalKind::kInvalid, std::move(code), std::move(field), std::move(details)};
}

std::string pointer(std::size_t index, std::string_view member) {
    return fmt::format("/days/{}/{}", index, member);
}

bool is_weekend(Day day) {
    const std::chrono::weekday weekday{day};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

std::ptrdiff_t days_off(const YearCalendar& calendar, Holiday holiday) {
    return std::ranges::count_if(calendar.days, [&](const DayException& one) {
        return !one.working && one.holiday == holiday;
    });
}

bool has_holiday(const YearCalendar& calendar, Holiday holiday) {
    const bool merged = holiday == Holiday::kMidAutumn &&
                        days_off(calendar, Holiday::kNationalDay) > kNationalDayWeek;
    return merged || days_off(calendar, holiday) > 0;
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
    std::vector<Holiday> wanted{kEveryYear.begin(), kEveryYear.end()};
    if (calendar.year >= kSevenHolidaysSince) {
        wanted.insert(wanted.end(), kSince2008.begin(), kSince2008.end());
    }
    for (const auto holiday : wanted) {
        if (has_holiday(calendar, holiday)) continue;
        return fault("calendar_holiday_missing", "/days", {{"holiday", enum_name(holiday)}});
    }
    const auto worked = working_days(calendar);
    if (worked < kFewestWorkingDays || worked > kMostWorkingDays) {
        return fault("calendar_working_days_implausible", "/days",
                     {{"days", std::to_string(worked)}});
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
