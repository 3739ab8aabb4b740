#include "calendar/work_calendar.h"

#include <gtest/gtest.h>

#include "core/time_text.h"

namespace jingwei::calendar {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

Day day(std::string_view text) { return *parse_day(text); }

/// "2026-02-13 10:00" in China.
Time at(std::string_view text) {
    const int hour = std::stoi(std::string{text.substr(11, 2)});
    const int minute = std::stoi(std::string{text.substr(14, 2)});
    return from_china_time(day(text.substr(0, 10)) + hours{hour} + minutes{minute});
}

TEST(WorkCalendar, a_year_without_calendar_counts_weekdays_and_says_so) {
    const WorkCalendar none{{}};
    const auto deadline = none.due_after(at("2026-05-08 10:00"), {1, LimitUnit::kWorkingDays});
    EXPECT_EQ(deadline.due, at("2026-05-11 10:00"));
    EXPECT_TRUE(deadline.provisional);
}

}  // namespace
}  // namespace jingwei::calendar
