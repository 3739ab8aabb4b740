#include "calendar/calendar_file.h"

#include <fmt/format.h>

#include <set>

#include "calendar/data.h"

namespace jingwei::calendar {
namespace {

YearCalendar calendar_of(const CalendarFileYear& file) {
    YearCalendar calendar{static_cast<std::int32_t>(file.year), 0, file.source, {}};
    for (const auto& one : file.days) {
        calendar.days.push_back({one.day, one.working, one.holiday, one.name_zh, one.name_en});
    }
    return calendar;
}

}  // namespace

Result<std::vector<YearCalendar>> years_of(const CalendarFile& file) {
    std::vector<YearCalendar> years;
    std::set<std::int32_t> met;
    for (std::size_t number = 0; number < file.years.size(); ++number) {
        auto year = checked(calendar_of(file.years[number]));
        if (!year) {
            auto refusal = year.error();
            refusal.field = fmt::format("/years/{}{}", number, refusal.field);
            return refusal;
        }
        if (!met.insert(year->year).second) {
            return Refusal{RefusalKind::kInvalid, "calendar_year_twice",
                           fmt::format("/years/{}/year", number)};
        }
        years.push_back(std::move(*year));
    }
    return years;
}

const std::vector<YearCalendar>& shipped_years() {
    static const std::vector<YearCalendar> years =
        years_of(dto::parse<CalendarFile>(data::cn).value()).value();
    return years;
}

}  // namespace jingwei::calendar
