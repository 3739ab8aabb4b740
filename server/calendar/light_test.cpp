#include "calendar/light.h"

#include <gtest/gtest.h>

#include "calendar/calendar_file.h"
#include "calendar/work_calendar.h"
#include "core/time_text.h"

namespace jingwei::calendar {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;

const WorkCalendar& shipped() {
    static const WorkCalendar calendar{shipped_years()};
    return calendar;
}

Time at(const std::string& text) {
    const auto clock = hours{std::stoi(text.substr(11, 2))} + minutes{std::stoi(text.substr(14))};
    return from_china_time(parse_day(text.substr(0, 10)).value() + clock);
}

Deadline deadline(const std::string& start, Limit limit, const Pauses& pauses = {}) {
    return shipped().due_after(at(start), limit, pauses);
}

TEST(Light, of_five_working_days_is_yellow_one_working_day_before_the_end) {
    EXPECT_EQ(deadline("2026-09-30 10:00", {5, LimitUnit::kWorkingDays}).yellow_from,
              at("2026-10-12 10:00"));
}

TEST(Light, of_twenty_working_days_is_yellow_for_its_last_fifth) {
    const auto found = deadline("2026-03-02 10:00", {20, LimitUnit::kWorkingDays});
    EXPECT_EQ(found.due, at("2026-03-30 10:00"));
    EXPECT_EQ(found.yellow_from, at("2026-03-24 10:00"));
}

TEST(Light, of_one_working_day_is_yellow_from_its_first_opening) {
    EXPECT_EQ(deadline("2026-03-06 20:00", {1, LimitUnit::kWorkingDays}).yellow_from,
              at("2026-03-09 08:30"));
}

TEST(Light, of_hours_is_yellow_for_half_an_hour_or_a_fifth_if_that_is_more) {
    EXPECT_EQ(deadline("2026-03-02 20:00", {2, LimitUnit::kNaturalHours}).yellow_from,
              at("2026-03-02 21:30"));
    EXPECT_EQ(deadline("2026-03-02 00:00", {10, LimitUnit::kNaturalHours}).yellow_from,
              at("2026-03-02 08:00"));
    EXPECT_EQ(deadline("2026-03-02 20:00", {10, LimitUnit::kMinutes}).yellow_from,
              at("2026-03-02 20:00"))
        << "shorter than half an hour: at once";
    EXPECT_EQ(deadline("2026-03-02 17:00", {2, LimitUnit::kWorkingHours}).yellow_from,
              at("2026-03-03 09:00"));
}

TEST(Light, of_natural_days_looks_back_a_working_day_over_a_holiday) {
    const auto found = deadline("2026-09-28 10:00", {4, LimitUnit::kNaturalDays});
    EXPECT_EQ(found.due, at("2026-10-08 10:00")) << "2 October rolled forward";
    EXPECT_EQ(found.yellow_from, at("2026-09-30 10:00"));
}

TEST(Light, goes_green_yellow_red_and_says_when_it_will) {
    const auto clock = deadline("2026-03-02 10:00", {5, LimitUnit::kWorkingDays});
    const auto green = light_at(clock, clock.yellow_from - microseconds{1});
    EXPECT_EQ(green.light, Light::kGreen);
    EXPECT_EQ(green.next_change, clock.yellow_from);
    EXPECT_EQ(green.next_light, Light::kYellow);
    const auto yellow = light_at(clock, clock.due);
    EXPECT_EQ(yellow.light, Light::kYellow) << "the last moment is in time";
    EXPECT_EQ(yellow.reason, LightReason::kNearDue);
    EXPECT_EQ(yellow.next_change, clock.due);
    const auto red = light_at(clock, clock.due + microseconds{1});
    EXPECT_EQ(red.light, Light::kRed);
    EXPECT_EQ(red.since, clock.due);
    EXPECT_FALSE(red.next_change);
}

TEST(Light, stands_still_while_the_clock_is_paused) {
    const auto clock =
        deadline("2026-03-02 10:00", {5, LimitUnit::kWorkingDays}, {{at("2026-03-03 10:00"), {}}});
    const auto later = light_at(clock, at("2026-04-30 10:00"));
    EXPECT_EQ(later.light, Light::kGreen);
    EXPECT_TRUE(later.paused);
    EXPECT_FALSE(later.next_change);
    EXPECT_FALSE(light_at(clock, at("2026-03-02 11:00")).paused);
}

TEST(Light, of_a_stopped_clock_keeps_the_colour_it_stopped_with) {
    const auto clock = deadline("2026-03-02 10:00", {5, LimitUnit::kWorkingDays});
    EXPECT_EQ(light_when_stopped(clock, clock.due).light, Light::kYellow);
    EXPECT_FALSE(light_when_stopped(clock, clock.start).next_change);
}

TEST(Explanation, names_what_does_not_count_and_what_does_after_all) {
    const auto told = shipped().explain(at("2026-02-13 10:00"), {5, LimitUnit::kWorkingDays});
    const auto day = [](const char* text) { return parse_day(text).value(); };
    const std::vector<Skip> skipped{
        {day("2026-02-15"), day("2026-02-23"), SkipReason::kHoliday, "春节", "Spring Festival"}};
    EXPECT_EQ(told.skipped, skipped);
    const std::vector<MakeUp> made_up{{day("2026-02-14"), "春节", "Spring Festival"}};
    EXPECT_EQ(told.made_up, made_up);
    EXPECT_EQ(told.deadline.due, at("2026-02-27 10:00"));
    EXPECT_FALSE(told.waited_for_opening);
}

TEST(Explanation, joins_weekends_and_says_that_it_waited_for_opening) {
    const auto told = shipped().explain(at("2026-03-07 10:00"), {1, LimitUnit::kWorkingDays});
    ASSERT_EQ(told.skipped.size(), 1u);
    EXPECT_EQ(told.skipped[0].reason, SkipReason::kWeekend);
    EXPECT_EQ(told.skipped[0].to, parse_day("2026-03-08").value());
    EXPECT_TRUE(told.waited_for_opening);
}

TEST(Explanation, of_natural_days_tells_only_of_rolling_forward) {
    const auto told = shipped().explain(at("2026-09-16 10:00"), {15, LimitUnit::kNaturalDays});
    EXPECT_TRUE(told.rolled_forward);
    ASSERT_EQ(told.skipped.size(), 1u);
    EXPECT_EQ(told.skipped[0].name_en, "National Day");
    EXPECT_TRUE(
        shipped().explain(at("2026-09-16 10:00"), {2, LimitUnit::kNaturalDays}).skipped.empty());
}

TEST(Explanation, names_pauses_and_years_without_calendar) {
    const auto told = shipped().explain(at("2026-12-30 10:00"), {5, LimitUnit::kWorkingDays},
                                        Pauses{{at("2026-12-31 09:00"), at("2027-01-04 09:00")}});
    EXPECT_EQ(told.unknown_years, std::vector<std::int32_t>{2027});
    EXPECT_TRUE(told.deadline.provisional);
    EXPECT_EQ(told.skipped.front().reason, SkipReason::kSuspended);
}

TEST(Explanation, stops_listing_at_its_limit) {
    const auto told = shipped().explain(at("2024-01-02 10:00"), {500, LimitUnit::kWorkingDays});
    EXPECT_EQ(told.skipped.size(), kMaxSkips);
    EXPECT_TRUE(told.shortened);
}

}  // namespace
}  // namespace jingwei::calendar
