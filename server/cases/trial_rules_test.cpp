#include "cases/trial_rules.h"

#include <gtest/gtest.h>

#include "calendar/calendar_file.h"
#include "cases/timer_rules.h"

namespace jingwei::cases {
namespace {

using std::chrono::days;
using std::chrono::hours;

/// Monday, 2 March 2026, 09:00 in China.
constexpr Time kMonday{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + hours{1}};
constexpr calendar::Limit kFiveWorkingDays{5, calendar::LimitUnit::kWorkingDays};
constexpr calendar::Limit kEightWorkingHours{8, calendar::LimitUnit::kWorkingHours};

const calendar::WorkCalendar& as_shipped() {
    static const calendar::WorkCalendar calendar(calendar::shipped_years());
    return calendar;
}

/// A case whose clock of that stage began on Monday.
struct Waiting {
    std::vector<CaseClock> clocks{1};

    explicit Waiting(Stage stage, calendar::Limit limit = kFiveWorkingDays) {
        clocks[0].stage = stage;
        clocks[0].started_at = kMonday;
        clocks[0].limit = limit;
        reckon(clocks[0], as_shipped());
    }
    TriedCase tried() const { return {.clocks = clocks}; }
};

RuleTrial tried(const TriedCase& one, const TriedRules& rules, Time at) {
    RuleTrial trial;
    trial.at = at;
    try_on(trial, one, shipped_numbers(), as_shipped(), rules);
    return trial;
}

TEST(Trials, shorter_days_move_what_is_counted_in_hours_and_nothing_else) {
    const calendar::WorkCalendar mornings(calendar::shipped_years(),
                                          *calendar::WorkHours::parse("08:30-12:00"));
    const Waiting hourly(Stage::kHandle, kEightWorkingHours);
    const auto later = tried(hourly.tried(), {.calendar = &mornings}, kMonday);
    EXPECT_EQ(later.later, 1);
    EXPECT_EQ(later.sooner, 0);
    const Waiting daily(Stage::kHandle);
    const auto same = tried(daily.tried(), {.calendar = &mornings}, kMonday);
    EXPECT_EQ(same.later + same.sooner, 0) << "day limits end at the same time of day";
}

TEST(Trials, a_longer_warning_turns_a_light_yellow_and_moves_no_deadline) {
    const calendar::WorkCalendar early(calendar::shipped_years(), calendar::WorkHours::standard(),
                                       {.percent = 20, .working_days = 4, .minutes = 30});
    const Waiting one(Stage::kHandle);
    const auto trial = tried(one.tried(), {.calendar = &early}, kMonday + days{2});
    EXPECT_EQ(trial.now.green, 1);
    EXPECT_EQ(trial.then.green, 0);
    EXPECT_EQ(trial.then.yellow, 1);
    EXPECT_EQ(trial.later + trial.sooner, 0);
}

TEST(Trials, a_year_with_its_calendar_is_provisional_no_more) {
    const Time last_day{std::chrono::sys_days{std::chrono::year{2026} / 12 / 31} + hours{1}};
    Waiting one(Stage::kHandle);
    one.clocks[0].started_at = last_day;
    reckon(one.clocks[0], as_shipped());
    auto years = calendar::shipped_years();
    auto next = years.back();
    next.year = 2027;
    next.days.clear();
    years.push_back(next);
    const calendar::WorkCalendar longer(years);
    const auto trial = tried(one.tried(), {.calendar = &longer}, last_day);
    EXPECT_EQ(trial.now.provisional, 1);
    EXPECT_EQ(trial.then.provisional, 0);
}

TEST(Trials, stricter_plates_are_counted_at_the_highest) {
    LoopNumbers strict;
    strict.timers.plates.answer_yellow = 1;
    strict.timers.plates.answer_red = 2;
    const Waiting one(Stage::kAnswer);
    const auto trial = tried(one.tried(), {.numbers = &strict}, kMonday + days{3});
    EXPECT_EQ(trial.now.yellow_plates + trial.now.red_plates, 0);
    EXPECT_EQ(trial.then.yellow_plates, 0);
    EXPECT_EQ(trial.then.red_plates, 1);
}

TEST(Trials, a_clock_that_a_timer_does_not_watch_deserves_no_plate) {
    const Waiting screening(Stage::kScreen);
    EXPECT_EQ(plate_by_clock(screening.clocks[0], as_shipped(), {}, kMonday + days{60}),
              Plate::kNone);
    Waiting signing(Stage::kSign);
    signing.clocks[0].end = ClockEnd::kDone;
    EXPECT_EQ(plate_by_clock(signing.clocks[0], as_shipped(), {}, kMonday + days{60}),
              Plate::kNone);
}

TEST(Trials, what_a_case_has_used_up_is_counted_by_both_numbers) {
    LoopNumbers fewer;
    fewer.bounds.returns = 1;
    fewer.most_suspended_days = 10;
    const TriedCase one{.rounds = {.returns = 1, .reworks = 3}, .suspended_days = 10};
    const auto trial = tried(one, {.numbers = &fewer}, kMonday);
    EXPECT_EQ(trial.now.no_more_returns, 0);
    EXPECT_EQ(trial.then.no_more_returns, 1);
    EXPECT_EQ(trial.now.no_more_reworks, 1) << "three is what ships";
    EXPECT_EQ(trial.then.no_more_reworks, 1);
    EXPECT_EQ(trial.then.no_more_suspension, 1);
    EXPECT_EQ(trial.then.green + trial.then.yellow + trial.then.red, 0) << "nothing runs";
}

}  // namespace
}  // namespace jingwei::cases
