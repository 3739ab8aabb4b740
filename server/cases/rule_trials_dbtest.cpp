#include <gtest/gtest.h>

#include "cases/rule_trials.h"
#include "cases/small_county.h"

/// Rules tried on cases in a real database.
namespace jingwei::cases {
namespace {

using enum Action;
using std::chrono::days;

calendar::CalendarFile file_of(const calendar::YearCalendar& year) {
    calendar::CalendarFileYear made;
    made.year = year.year;
    made.source = "test";
    for (const auto& one : year.days)
        made.days.push_back({one.day, one.working, one.holiday, one.name_zh, one.name_en});
    calendar::CalendarFile file;
    file.years.push_back(made);
    return file;
}

class RuleTrialsOnDatabase : public ::testing::Test {
protected:
    SmallCounty county;
    RuleTrials trials{county.pool(), county.clock(), county.parts().worlds};

    StepReceipt assigned() {
        return county.done("dispatcher", county.done("lead", county.reported(), kPassUp), kAssign);
    }
};

TEST_F(RuleTrialsOnDatabase, counts_every_open_case_and_writes_nothing) {
    (void)county.reported();
    (void)assigned();
    (void)county.closed();
    county.clock().advance(days{1});
    const auto trial = trials.try_numbers(kCountyPath, {});
    ASSERT_TRUE(trial) << trial.error().code;
    EXPECT_EQ(trial->cases, 2) << "the closed one is not open";
    EXPECT_TRUE(trial->complete);
    EXPECT_EQ(trial->now.green + trial->now.yellow + trial->now.red, 2);
    EXPECT_EQ(trial->then.green, trial->now.green);
    EXPECT_EQ(trial->then.red_plates, trial->now.red_plates);
    EXPECT_EQ(county.settings().of(kCountyPath)->last(), 0);
}

TEST_F(RuleTrialsOnDatabase, a_shorter_wait_sends_closed_cases_to_the_archive) {
    (void)county.closed();
    county.clock().advance(days{8});
    CaseNumbersBody sooner;
    sooner.archive_closed_days = 7;
    const auto trial = trials.try_numbers(kCountyPath, sooner);
    EXPECT_EQ(trial->now.to_archive, 0);
    EXPECT_EQ(trial->then.to_archive, 1);
}

TEST_F(RuleTrialsOnDatabase, numbers_that_could_not_be_set_are_refused_by_field) {
    CaseNumbersBody wrong;
    wrong.sign_yellow_days = 3;
    const auto trial = trials.try_numbers(kCountyPath, wrong);
    ASSERT_FALSE(trial);
    EXPECT_EQ(trial.error().code, "case_numbers_order");
    EXPECT_EQ(trial.error().field, "/sign_red_days");
}

TEST_F(RuleTrialsOnDatabase, hours_that_are_none_are_refused) {
    calendar::WorkingTime wrong;
    wrong.hours = "18:00-08:30";
    EXPECT_FALSE(trials.try_working_time(kCountyPath, wrong));
}

TEST_F(RuleTrialsOnDatabase, later_opening_moves_what_is_counted_in_hours) {
    (void)county.reported();
    calendar::WorkingTime wanted;
    wanted.hours = "11:00-12:00,14:30-18:00";
    wanted.yellow_percent = 20;
    const auto trial = trials.try_working_time(kCountyPath, wanted);
    ASSERT_TRUE(trial) << trial.error().code;
    EXPECT_EQ(trial->later, 1) << "screening has working hours";
    EXPECT_EQ(trial->sooner, 0);
}

TEST_F(RuleTrialsOnDatabase, a_day_made_up_for_a_holiday_brings_deadlines_forward) {
    // Friday, 13 February 2026, 17:30 in China; Saturday is worked for the Spring Festival, which
    // the county does not know yet.
    county.clock().set(Time{std::chrono::sys_days{std::chrono::year{2026} / 2 / 13} +
                            std::chrono::hours{9} + std::chrono::minutes{30}});
    (void)county.reported();
    const auto trial = trials.try_calendar(kCountyPath, file_of(calendar::shipped_years().back()));
    ASSERT_TRUE(trial) << trial.error().code;
    EXPECT_EQ(trial->sooner, 1) << "the hours of screening go on the next day";
    EXPECT_EQ(trial->later, 0);
}

TEST_F(RuleTrialsOnDatabase, a_calendar_that_could_not_be_imported_is_refused) {
    auto year = calendar::shipped_years().back();
    year.days.resize(1);
    const auto trial = trials.try_calendar(kCountyPath, file_of(year));
    ASSERT_FALSE(trial);
    EXPECT_EQ(trial.error().code, "calendar_holiday_missing");
}

TEST_F(RuleTrialsOnDatabase, of_one_county_only) {
    (void)county.reported();
    EXPECT_EQ(trials.try_numbers("110101", {})->cases, 0);
}

}  // namespace
}  // namespace jingwei::cases
