#include "calendar/changes.h"

#include <algorithm>

namespace jingwei::calendar {

LightRule lights_of(const WorkingTime& wanted) {
    const auto whole = [](std::int64_t value) { return static_cast<std::int32_t>(value); };
    return {whole(wanted.yellow_percent), whole(wanted.yellow_working_days),
            whole(wanted.yellow_minutes)};
}

Result<WorkCalendar> with_working_time(const WorkCalendar& in_force, const WorkingTime& wanted) {
    const auto hours = WorkHours::parse(wanted.hours.str());
    if (!hours) return hours.error();
    std::vector<YearCalendar> years;
    for (const auto number : in_force.years())
        years.push_back(*in_force.find(number));
    return WorkCalendar(std::move(years), *hours, lights_of(wanted));
}

WorkCalendar with_years(const WorkCalendar& in_force, std::vector<YearCalendar> years) {
    for (const auto number : in_force.years()) {
        if (std::ranges::find(years, number, &YearCalendar::year) == years.end()) {
            years.push_back(*in_force.find(number));
        }
    }
    return WorkCalendar(std::move(years), in_force.hours(), in_force.lights());
}

}  // namespace jingwei::calendar
