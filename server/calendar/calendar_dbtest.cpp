#include <gtest/gtest.h>

#include "calendar/calendars.h"
#include "core/time_text.h"
#include "testing/database.h"

namespace jingwei::calendar {
namespace {

constexpr std::string_view kCounty = testing::county;

Day day(std::string_view text) { return parse_day(text).value(); }

/// 2026 moved to `year`: plausible enough to be taken.
CalendarFileYear year_like_2026(std::int32_t year) {
    CalendarFileYear file{year, "test", {}};
    const auto shift = day(std::to_string(year) + "-01-01") - day("2026-01-01");
    for (const auto& one : shipped_years().back().days) {
        const auto moved = one.day + shift;
        if (one.working) continue;
        file.days.push_back({moved, false, one.holiday, one.name_zh, one.name_en});
    }
    return file;
}

class CalendarsOnDatabase : public ::testing::Test {
protected:
    testing::Database database;
    ManualClock clock{from_china_time(day("2026-11-22"))};
    Calendars calendars{database.pool(), clock};
    db::Scope everything = testing::Database::everything();
};

TEST_F(CalendarsOnDatabase, a_county_starts_with_what_ships) {
    const auto calendar = calendars.of(kCounty);
    EXPECT_TRUE(calendar->knows(2026));
    EXPECT_FALSE(calendar->knows(2027));
    EXPECT_EQ(calendar->hours(), WorkHours::standard());
}

TEST_F(CalendarsOnDatabase, the_next_year_is_missed_from_october_until_it_is_imported) {
    EXPECT_TRUE(missing_years(*calendars.of(kCounty), day("2026-09-30")).empty());
    EXPECT_EQ(missing_years(*calendars.of(kCounty), day("2026-10-01")),
              std::vector<std::int32_t>{2027});
    ASSERT_TRUE(calendars.import(everything, {{year_like_2026(2027)}}));
    EXPECT_TRUE(missing_years(*calendars.of(kCounty), day("2026-10-01")).empty());
    EXPECT_EQ(missing_years(*calendars.of(kCounty), day("2028-10-01")),
              (std::vector<std::int32_t>{2028, 2029}));
}

TEST_F(CalendarsOnDatabase, an_import_settles_a_provisional_deadline) {
    const auto start = from_china_time(day("2027-02-12")) + std::chrono::hours{10};
    const Limit limit{5, LimitUnit::kWorkingDays};
    const auto before = calendars.of(kCounty)->due_after(start, limit);
    ASSERT_TRUE(calendars.import(everything, {{year_like_2026(2027)}}));
    const auto after = calendars.of(kCounty)->due_after(start, limit);
    EXPECT_TRUE(before.provisional);
    EXPECT_FALSE(after.provisional);
    EXPECT_GT(after.due, before.due);
}

TEST_F(CalendarsOnDatabase, the_same_file_again_changes_nothing_and_another_is_a_new_version) {
    const CalendarFile file{{year_like_2026(2027)}};
    EXPECT_EQ(calendars.import(everything, file)->imported.front().version, 1);
    EXPECT_EQ(calendars.import(everything, file)->unchanged, std::vector<std::int32_t>{2027});
    auto corrected = file;
    corrected.years[0].days.pop_back();
    EXPECT_EQ(calendars.import(everything, corrected)->imported.front().version, 2);
    EXPECT_TRUE(calendars.of(kCounty)->is_working(day("2027-10-07")));
}

TEST_F(CalendarsOnDatabase, a_faulty_year_among_good_ones_leaves_nothing_behind) {
    auto faulty = year_like_2026(2028);
    faulty.days.clear();
    const auto refused = calendars.import(everything, {{year_like_2026(2027), faulty}});
    EXPECT_EQ(refused.error().field.substr(0, 8), "/years/1");
    EXPECT_FALSE(calendars.of(kCounty)->knows(2027));
}

TEST_F(CalendarsOnDatabase, an_import_lets_others_know_in_its_own_transaction_and_only_of_news) {
    std::vector<std::string> told;
    Calendars telling{database.pool(), clock, kTrusted,
                      [&](db::Transaction&, const std::string& county, Time at) {
                          EXPECT_EQ(at, clock.now());
                          told.push_back(county);
                      }};
    const CalendarFile file{{year_like_2026(2027)}};
    ASSERT_TRUE(telling.import(everything, file));
    EXPECT_EQ(told, std::vector<std::string>{std::string{kCounty}});
    ASSERT_TRUE(telling.import(everything, file));
    EXPECT_EQ(told.size(), 1U) << "nothing new";
}

TEST_F(CalendarsOnDatabase, an_import_is_of_one_county_and_not_made_from_below_it) {
    const CalendarFile file{{year_like_2026(2027)}};
    auto town = db::Scope::nobody(std::string(kCounty));
    town.paths = {std::string(kCounty) + "/101"};
    EXPECT_EQ(calendars.import(town, file).error().code, "outside_your_scope");
    ASSERT_TRUE(calendars.import(everything, file));
    EXPECT_FALSE(calendars.of("110101")->knows(2027));
}

TEST_F(CalendarsOnDatabase, a_county_keeps_its_own_hours) {
    WorkingTime wanted{"09:00-12:00,13:00-17:00", 25, 2, 45};
    ASSERT_TRUE(calendars.set_working_time(everything, wanted));
    EXPECT_EQ(calendars.of(kCounty)->hours().text(), "09:00-12:00,13:00-17:00");
    EXPECT_EQ(calendars.of(kCounty)->lights(), (LightRule{25, 2, 45}));
    EXPECT_EQ(calendars.of("110101")->hours(), WorkHours::standard());
    wanted.hours = "12:00-09:00,13:00-17:00";
    EXPECT_EQ(calendars.set_working_time(everything, wanted).error().code,
              "calendar_hours_overlap");
}

TEST_F(CalendarsOnDatabase, hours_are_not_set_from_below_the_county) {
    auto town = db::Scope::nobody(std::string(kCounty));
    town.paths = {std::string(kCounty) + "/101"};
    const auto refused = calendars.set_working_time(town, {"09:00-17:00", 20, 1, 30});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "outside_your_scope");
}

}  // namespace
}  // namespace jingwei::calendar
