#include "calendar/work_calendar.h"

#include <gtest/gtest.h>

#include <random>

#include "calendar/calendar_file.h"
#include "core/time_text.h"

namespace jingwei::calendar {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::year;

const WorkCalendar& shipped() {
    static const WorkCalendar calendar{shipped_years()};
    return calendar;
}

/// "2026-02-13 10:00" in China.
Time at(const std::string& text) {
    const auto clock = hours{std::stoi(text.substr(11, 2))} + minutes{std::stoi(text.substr(14))};
    return from_china_time(parse_day(text.substr(0, 10)).value() + clock);
}

Time due(const std::string& start, std::int32_t amount, LimitUnit unit, const Pauses& pauses = {}) {
    return shipped().due_after(at(start), {amount, unit}, pauses).due;
}

constexpr auto kDays = LimitUnit::kWorkingDays;

// the mission's check values

TEST(WorkingDays, meet_the_check_values_of_2026) {
    EXPECT_EQ(due("2026-02-13 10:00", 5, kDays), at("2026-02-27 10:00"));
    EXPECT_EQ(due("2026-09-24 10:00", 3, kDays), at("2026-09-30 10:00"));
    EXPECT_EQ(due("2026-09-30 10:00", 5, kDays), at("2026-10-13 10:00"));
    EXPECT_EQ(due("2026-05-08 10:00", 1, kDays), at("2026-05-09 10:00"));
}

TEST(WorkingDays, end_at_the_same_time_of_day_even_at_opening_and_before_lunch) {
    EXPECT_EQ(due("2026-03-02 08:30", 1, kDays), at("2026-03-03 08:30"));
    EXPECT_EQ(due("2026-03-02 11:59", 2, kDays), at("2026-03-04 11:59"));
    EXPECT_EQ(due("2026-03-02 14:30", 1, kDays), at("2026-03-03 14:30"));
    EXPECT_EQ(due("2026-03-02 17:59", 1, kDays), at("2026-03-03 17:59"));
}

TEST(WorkingDays, count_from_the_next_opening_what_arrives_outside_hours) {
    EXPECT_EQ(due("2026-03-02 07:00", 1, kDays), at("2026-03-03 08:30"));
    EXPECT_EQ(due("2026-03-02 12:00", 1, kDays), at("2026-03-03 14:30")) << "closing is outside";
    EXPECT_EQ(due("2026-03-06 20:00", 1, kDays), at("2026-03-10 08:30")) << "Friday evening";
    EXPECT_EQ(due("2026-02-13 20:00", 5, kDays), at("2026-02-28 08:30")) << "a make-up Saturday";
    EXPECT_EQ(shipped().due_after(at("2026-03-06 20:00"), {1, kDays}).counts_from,
              at("2026-03-09 08:30"));
}

TEST(WorkingHours, run_only_while_offices_are_open) {
    constexpr auto kHours = LimitUnit::kWorkingHours;
    EXPECT_EQ(due("2026-03-02 08:30", 4, kHours), at("2026-03-02 15:00"));
    EXPECT_EQ(due("2026-03-02 08:30", 7, kHours), at("2026-03-02 18:00"))
        << "the day's last moment";
    EXPECT_EQ(due("2026-03-02 17:00", 2, kHours), at("2026-03-03 09:30"));
    EXPECT_EQ(due("2026-02-14 17:30", 1, kHours), at("2026-02-24 09:00")) << "over Spring Festival";
}

TEST(NaturalLimits, run_day_and_night) {
    EXPECT_EQ(due("2026-02-14 23:55", 10, LimitUnit::kMinutes), at("2026-02-15 00:05"));
    EXPECT_EQ(due("2026-02-14 20:00", 24, LimitUnit::kNaturalHours), at("2026-02-15 20:00"));
}

TEST(NaturalDays, do_not_count_the_first_day_and_roll_a_last_day_off_forward) {
    constexpr auto kNatural = LimitUnit::kNaturalDays;
    EXPECT_EQ(due("2026-03-02 10:00", 3, kNatural), at("2026-03-05 10:00"));
    EXPECT_EQ(due("2026-03-03 10:00", 4, kNatural), at("2026-03-09 10:00")) << "a Saturday";
    EXPECT_EQ(due("2026-09-16 10:00", 15, kNatural), at("2026-10-08 10:00")) << "National Day";
    EXPECT_EQ(due("2026-05-06 10:00", 3, kNatural), at("2026-05-09 10:00")) << "worked Saturday";
}

// years without calendar

TEST(UnknownYear, counts_weekdays_and_says_so) {
    const auto deadline = shipped().due_after(at("2027-10-01 10:00"), {5, kDays});
    EXPECT_EQ(deadline.due, at("2027-10-08 10:00"));
    EXPECT_TRUE(deadline.provisional);
}

TEST(UnknownYear, makes_a_deadline_provisional_only_when_it_is_reached) {
    EXPECT_FALSE(shipped().due_after(at("2026-12-28 10:00"), {3, kDays}).provisional);
    EXPECT_TRUE(shipped().due_after(at("2026-12-28 10:00"), {4, kDays}).provisional);
    EXPECT_TRUE(
        shipped().due_after(at("2026-12-30 10:00"), {3, LimitUnit::kNaturalDays}).provisional)
        << "its last day is a Saturday of 2027";
    EXPECT_FALSE(shipped().due_after(at("2027-05-01 10:00"), {9, LimitUnit::kMinutes}).provisional);
}

TEST(UnknownYear, when_imported_moves_the_deadline_and_settles_it) {
    YearCalendar next = shipped_years().back();
    next.year = 2027;
    next.days = {{parse_day("2027-10-04").value(), false, Holiday::kNationalDay, "国庆节", "x"}};
    auto years = shipped_years();
    years.push_back(next);
    const WorkCalendar imported{years};
    const auto deadline = imported.due_after(at("2027-10-01 10:00"), {5, kDays});
    EXPECT_EQ(deadline.due, at("2027-10-11 10:00"));
    EXPECT_FALSE(deadline.provisional);
}

TEST(WorkCalendar, takes_the_higher_version_of_a_year) {
    YearCalendar corrected = shipped_years().back();
    corrected.version = 1;
    corrected.days = {{parse_day("2026-03-03").value(), false, Holiday::kOther, "x", "x"}};
    auto years = shipped_years();
    years.insert(years.begin(), corrected);
    EXPECT_FALSE(WorkCalendar{years}.is_working(parse_day("2026-03-03").value()));
    EXPECT_TRUE(WorkCalendar{years}.is_working(parse_day("2026-10-01").value()));
}

// pauses

TEST(Pauses, move_a_day_limit_by_the_working_time_that_they_took) {
    const Pauses two_days{{at("2026-03-03 10:00"), at("2026-03-05 10:00")}};
    EXPECT_EQ(due("2026-03-02 10:00", 3, kDays, two_days), at("2026-03-09 10:00"));
    const Pauses over_night{{at("2026-03-03 18:00"), at("2026-03-04 08:30")}};
    EXPECT_EQ(due("2026-03-02 10:00", 3, kDays, over_night), at("2026-03-05 10:00"));
}

TEST(Pauses, may_come_in_any_order_and_overlap) {
    const Pauses tangled{{at("2026-03-04 09:00"), at("2026-03-05 10:00")},
                         {at("2026-03-03 10:00"), at("2026-03-04 12:00")}};
    EXPECT_EQ(due("2026-03-02 10:00", 3, kDays, tangled), at("2026-03-09 10:00"));
    EXPECT_EQ(due("2026-03-02 10:00", 72, LimitUnit::kNaturalHours, tangled),
              at("2026-03-07 10:00"));
}

TEST(Pauses, an_open_one_stops_the_clock_where_it_began) {
    const Pauses open{{at("2026-03-03 10:00"), {}}};
    const auto deadline = shipped().due_after(at("2026-03-02 10:00"), {3, kDays}, open);
    EXPECT_EQ(deadline.due, at("2026-03-05 10:00"));
    EXPECT_EQ(deadline.paused_since, at("2026-03-03 10:00"));
}

// against slow oracles

/// Day by day, as the rule is spoken: the start day does not count, same time of day. `start` is
/// ten in the morning of any day.
Time spoken(Time start, std::int32_t amount) {
    const auto next_working_day = [&] {
        do
            start += days{1};
        while (!shipped().is_working(china_day(start)));
    };
    if (!shipped().is_working(china_day(start))) {
        next_working_day();
        start -= minutes{90};
    }
    for (; amount > 0; --amount)
        next_working_day();
    return start;
}

TEST(Oracle, agrees_day_by_day_on_every_day_of_all_years) {
    for (Day day{local_days{year{2004} / 1 / 1}}; day <= local_days{year{2026} / 11 / 30};
         day += days{1}) {
        const Time start = from_china_time(day + hours{10});
        for (const int amount : {1, 3, 5, 13}) {
            ASSERT_EQ(shipped().due_after(start, {amount, kDays}).due, spoken(start, amount))
                << day_text(day) << " + " << amount;
        }
    }
}

bool paused_at(Time time, const Pauses& pauses) {
    return std::ranges::any_of(pauses, [&](const Pause& one) {
        return one.from <= time && one.until && time < *one.until;
    });
}

bool working_minute(Time time) {
    const auto clock = china_time(time) - china_day(time);
    const bool open = (clock >= minutes{510} && clock < minutes{720}) ||
                      (clock >= minutes{870} && clock < minutes{1080});
    return open && shipped().is_working(china_day(time));
}

/// Minute by minute: what is over when `needed` counted minutes have passed.
Time walked(Time start, int needed, bool working, bool to_next, const Pauses& pauses) {
    const auto counts = [&](Time time) {
        return (!working || working_minute(time)) && !paused_at(time, pauses);
    };
    for (; needed > 0; start += minutes{1})
        needed -= counts(start) ? 1 : 0;
    while (to_next && !counts(start))
        start += minutes{1};
    return start;
}

struct Draw {
    Time start;
    Limit limit;
    Pauses pauses;
};

Draw draw(std::mt19937& random) {
    const auto below = [&](int bound) { return static_cast<int>(random() % bound); };
    Draw drawn;
    drawn.start = at("2025-01-01 00:00") + minutes{below(2 * 365 * 24 * 60)};
    drawn.limit.unit = static_cast<LimitUnit>(below(5));
    drawn.limit.amount = 1 + below(drawn.limit.unit == LimitUnit::kMinutes ? 600 : 6);
    for (int count = below(4); count > 0; --count) {
        const Time from = drawn.start + minutes{below(6 * 24 * 60)};
        drawn.pauses.push_back({from, from + minutes{below(3 * 24 * 60)}});
    }
    return drawn;
}

Time expected_due(const Draw& drawn) {
    const auto& [start, limit, pauses] = drawn;
    switch (limit.unit) {
        case LimitUnit::kMinutes:
            return walked(start, limit.amount, false, false, pauses);
        case LimitUnit::kNaturalHours:
            return walked(start, limit.amount * 60, false, false, pauses);
        case LimitUnit::kWorkingHours:
            return walked(start, limit.amount * 60, true, false, pauses);
        case LimitUnit::kWorkingDays:
            return walked(start, limit.amount * 420, true, true, pauses);
        case LimitUnit::kNaturalDays:
            break;
    }
    Time rolled = walked(start, limit.amount * 24 * 60, false, false, pauses);
    while (!shipped().is_working(china_day(rolled)))
        rolled += days{1};
    return rolled;
}

TEST(Oracle, agrees_minute_by_minute_with_random_limits_and_pauses) {
    const unsigned seed = 20260213;
    std::mt19937 random(seed);
    for (int round = 0; round < 300; ++round) {
        const auto drawn = draw(random);
        const auto found = shipped().due_after(drawn.start, drawn.limit, drawn.pauses);
        ASSERT_EQ(found.due, expected_due(drawn))
            << "seed " << seed << " round " << round << " start " << rfc3339(drawn.start) << " + "
            << drawn.limit.amount << " " << enum_name(drawn.limit.unit);
        ASSERT_LE(found.counts_from, found.yellow_from);
        ASSERT_LE(found.yellow_from, found.due);
    }
}

TEST(Oracle, agrees_on_the_working_time_between_two_moments) {
    const unsigned seed = 4;
    std::mt19937 random(seed);
    for (int round = 0; round < 60; ++round) {
        const auto drawn = draw(random);
        const Time end = drawn.start + minutes{random() % (9 * 24 * 60)};
        minutes counted{};
        for (Time time = drawn.start; time < end; time += minutes{1}) {
            counted += minutes{working_minute(time) && !paused_at(time, drawn.pauses) ? 1 : 0};
        }
        ASSERT_EQ(shipped().worked(drawn.start, end, drawn.pauses), counted) << "seed " << seed;
        ASSERT_EQ(shipped().worked(end, drawn.start, drawn.pauses), -counted);
    }
}

TEST(WorkingDays, of_a_later_start_never_end_earlier) {
    Time before{};
    for (Time start = at("2026-09-20 00:00"); start < at("2026-10-12 00:00");
         start += minutes{17}) {
        const Time found = shipped().due_after(start, {3, kDays}).due;
        ASSERT_GE(found, before);
        before = found;
    }
}

TEST(WorkedTime, is_told_in_working_days_and_minutes) {
    const auto told = shipped().worked_days(at("2026-09-24 17:00"), at("2026-09-29 09:00"));
    EXPECT_EQ(told, (WorkedTime{1, 90}));
    EXPECT_EQ(shipped().worked_days(at("2026-09-29 09:00"), at("2026-09-24 17:00")),
              (WorkedTime{-1, -90}));
}

TEST(Limit, outside_its_bounds_is_refused) {
    EXPECT_EQ(checked(Limit{0, kDays}).error().code, "calendar_limit_out_of_range");
    EXPECT_FALSE(checked(Limit{kMaxLimitAmount + 1, kDays}));
    EXPECT_TRUE(checked(Limit{kMaxLimitAmount, kDays}));
}

TEST(WorkHours, read_back_what_they_write) {
    EXPECT_EQ(WorkHours::standard().text(), "08:30-12:00,14:30-18:00");
    EXPECT_EQ(WorkHours::parse("08:30-12:00,14:30-18:00").value(), WorkHours::standard());
    EXPECT_EQ(WorkHours::parse("00:00-24:00").value().per_day(), hours{24});
}

TEST(WorkHours, refuse_what_is_malformed_or_overlaps) {
    for (const auto* text : {"", "08:30", "8:30-12:00", "08:60-12:00", "08:30-12:00,",
                             "08:30-25:00", "-1:30-12:00", "08:30-12:00;14:30-18:00"}) {
        EXPECT_EQ(WorkHours::parse(text).error().code, "calendar_hours_malformed") << text;
    }
    for (const auto* text :
         {"12:00-08:30", "08:30-08:30", "08:30-12:00,12:00-18:00", "14:30-18:00,08:30-12:00"}) {
        EXPECT_EQ(WorkHours::parse(text).error().code, "calendar_hours_overlap") << text;
    }
}

TEST(WorkHours, of_a_county_change_what_a_working_hour_is) {
    const WorkCalendar early{shipped_years(), WorkHours::parse("08:00-12:00,14:00-17:00").value()};
    EXPECT_EQ(early.due_after(at("2026-03-02 11:00"), {2, LimitUnit::kWorkingHours}).due,
              at("2026-03-02 15:00"));
}

}  // namespace
}  // namespace jingwei::calendar
