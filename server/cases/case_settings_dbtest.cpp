#include <gtest/gtest.h>

#include "cases/case_settings.h"
#include "cases/small_county.h"
#include "core/dto.h"
#include "testing/database.h"

namespace jingwei::cases {
namespace {

using enum Action;
using std::chrono::days;

class CaseSettingsOnDatabase : public ::testing::Test {
protected:
    SmallCounty county;
    db::Scope everything = testing::Database::everything();

    Result<CaseNumbersView> set(const CaseNumbersBody& numbers, std::int32_t seen) {
        SetCaseNumbers wanted;
        static_cast<CaseNumbersBody&>(wanted) = numbers;
        wanted.seen_version = seen;
        return county.settings().set(everything, wanted);
    }

    StepReceipt assigned(StepReceipt at) {
        at = county.done("lead", at, kPassUp);
        return county.done("dispatcher", at, kAssign);
    }
    std::string returned(StepReceipt& at) {
        const auto done = county.act("lamp unit", at, kReturn);
        if (!done) return done.error().code;
        at = county.done("dispatcher", *done, kAssign);
        return "";
    }
};

TEST_F(CaseSettingsOnDatabase, a_county_goes_by_what_ships_until_it_sets_something) {
    auto& settings = county.settings();
    EXPECT_EQ(settings.of(kCountyPath)->last(), 0);
    EXPECT_EQ(settings.of(kCountyPath)->at(kMonday).bounds, kShippedBounds);
    CaseNumbersBody numbers;
    numbers.returns = 3;
    numbers.archive_closed_days = 60;
    const auto made = set(numbers, 0);
    ASSERT_TRUE(made) << made.error().code;
    EXPECT_EQ(made->version, 1);
    EXPECT_EQ(made->valid_from, kMonday);
    const auto& now = settings.of(kCountyPath)->at(kMonday);
    EXPECT_EQ(now.bounds.returns, 3);
    EXPECT_EQ(now.timers.archive_closed, 60);
    EXPECT_EQ(settings.of(kCountyPath)->at(kMonday - days{1}).bounds, kShippedBounds);
    EXPECT_EQ(settings.of("110101")->last(), 0) << "of one county only";
}

TEST_F(CaseSettingsOnDatabase, the_same_numbers_again_are_no_new_version) {
    CaseNumbersBody numbers;
    EXPECT_EQ(set(numbers, 0)->version, 0);
    numbers.reworks = 4;
    EXPECT_EQ(set(numbers, 0)->version, 1);
    EXPECT_EQ(set(numbers, 1)->version, 1);
}

TEST_F(CaseSettingsOnDatabase, who_did_not_see_the_last_change_sets_nothing) {
    CaseNumbersBody numbers;
    numbers.reworks = 4;
    ASSERT_TRUE(set(numbers, 0));
    numbers.reworks = 5;
    const auto refused = set(numbers, 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "case_numbers_changed_meanwhile");
    EXPECT_EQ(refused.error().field, "/seen_version");
}

TEST_F(CaseSettingsOnDatabase, red_comes_after_yellow) {
    CaseNumbersBody numbers;
    numbers.answer_yellow_days = 12;
    const auto refused = set(numbers, 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "/answer_red_days");
    EXPECT_EQ(refused.error().details, (Details{{"after", "12"}}));
    numbers.answer_yellow_days = 5;
    numbers.sign_yellow_days = 2;
    EXPECT_EQ(set(numbers, 0).error().field, "/sign_red_days");
}

TEST_F(CaseSettingsOnDatabase, every_number_has_its_range_and_is_refused_by_name) {
    const std::string good = dto::print(SetCaseNumbers{});
    ASSERT_TRUE(dto::parse<SetCaseNumbers>(good));
    for (const auto* name :
         {"returns", "reworks", "reopens", "extensions", "most_suspended_days", "sample_percent",
          "archive_followed_up_days", "archive_closed_days", "sign_yellow_days", "sign_red_days",
          "answer_yellow_days", "answer_red_days", "reply_days"}) {
        const std::string member = "\"" + std::string(name) + "\":";
        auto text = good;
        text.insert(text.find(member) + member.size(), "9999");
        const auto read = dto::parse<SetCaseNumbers>(text);
        ASSERT_FALSE(read) << name;
        ASSERT_EQ(read.error().faults.size(), 1U);
        EXPECT_EQ(read.error().faults[0].field, "/" + std::string(name));
    }
}

TEST_F(CaseSettingsOnDatabase, numbers_are_not_set_from_below_the_county) {
    auto town = db::Scope::nobody(kCountyPath);
    town.paths = {kTownPath};
    SetCaseNumbers wanted;
    wanted.returns = 3;
    const auto refused = county.settings().set(town, wanted);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "outside_your_scope");
}

TEST_F(CaseSettingsOnDatabase, a_running_case_keeps_the_numbers_under_which_it_was_reported) {
    auto before = assigned(county.reported());
    county.clock().advance(std::chrono::minutes{1});
    CaseNumbersBody numbers;
    numbers.returns = 1;
    county.set_numbers(numbers);
    auto after = assigned(county.reported());
    EXPECT_EQ(returned(after), "");
    EXPECT_EQ(returned(after), "case_must_designate");
    EXPECT_EQ(county.view("worker", after).rounds.returns_max, 1);
    EXPECT_EQ(returned(before), "");
    EXPECT_EQ(returned(before), "");
    EXPECT_EQ(county.view("worker", before).rounds.returns_max, 2);
}

TEST_F(CaseSettingsOnDatabase, timers_go_by_the_numbers_of_the_case) {
    const auto before = county.closed();
    county.clock().advance(std::chrono::minutes{1});
    CaseNumbersBody numbers;
    numbers.archive_closed_days = 60;
    county.set_numbers(numbers);
    const auto after = county.closed();
    county.clock().advance(days{31});
    county.cases().run_timers(kCountyPath);
    EXPECT_EQ(county.view("worker", before).state, State::kArchived);
    EXPECT_EQ(county.view("worker", after).state, State::kClosed);
    county.clock().advance(days{30});
    county.cases().run_timers(kCountyPath);
    EXPECT_EQ(county.view("worker", after).state, State::kArchived);
}

TEST_F(CaseSettingsOnDatabase, the_longest_suspension_is_the_countys) {
    CaseNumbersBody numbers;
    numbers.most_suspended_days = 10;
    county.set_numbers(numbers);
    auto at = county.done("lamp unit", assigned(county.reported()), kSign);
    auto wanted = county.input(kAskSuspension);
    wanted.days = 11;
    const auto refused = county.act("lamp unit", at, wanted);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "case_suspension_too_long");
    EXPECT_EQ(refused.error().details, (Details{{"most", "10"}}));
}

}  // namespace
}  // namespace jingwei::cases
