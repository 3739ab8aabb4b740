#include "calendar/year.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "calendar/calendar_file.h"
#include "calendar/work_calendar.h"
#include "core/time_text.h"

namespace jingwei::calendar {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year;

const YearCalendar& shipped(std::int32_t number) {
    for (const auto& one : shipped_years()) {
        if (one.year == number) return one;
    }
    throw std::out_of_range("no such year");
}

/// Why a change of the shipped 2026 is refused; empty when it is not.
template <class Change>
std::string code_after(Change change) {
    YearCalendar changed = shipped(2026);
    change(changed);
    const auto result = checked(changed);
    return result ? "" : result.error().code + " " + result.error().field;
}

std::map<Day, bool> reviewed_disagreements() {
    std::ifstream file(JINGWEI_SOURCE_DIR "/data/calendar/disagreements.txt");
    std::map<Day, bool> ours;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words(line);
        std::string day, held;
        words >> day >> held;
        ours[parse_day(day).value()] = held == "working";
    }
    return ours;
}

TEST(ShippedYears, are_2004_to_2026_without_a_gap) {
    const WorkCalendar calendar{shipped_years()};
    for (std::int32_t number = 2004; number <= 2026; ++number)
        EXPECT_TRUE(calendar.knows(number));
    EXPECT_EQ(shipped_years().size(), 23u);
}

TEST(ShippedYears, count_the_working_days_of_2026_month_by_month) {
    const WorkCalendar calendar{shipped_years()};
    const std::vector<int> expected{21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23};
    std::vector<int> counted(12);
    for (Day day{local_days{year{2026} / 1 / 1}}; day <= local_days{year{2026} / 12 / 31};
         day += days{1}) {
        const auto month = static_cast<unsigned>(std::chrono::year_month_day{day}.month());
        counted[month - 1] += calendar.is_working(day) ? 1 : 0;
    }
    EXPECT_EQ(counted, expected);
    EXPECT_EQ(working_days(shipped(2026)), 248);
}

TEST(ShippedYears, agree_with_an_independent_package_on_every_day_but_those_reviewed) {
    const WorkCalendar calendar{shipped_years()};
    std::ifstream file(JINGWEI_SOURCE_DIR "/data/calendar/chinese-workday.txt");
    std::map<Day, bool> differing;
    int number = 0;
    int compared = 0;
    for (std::string digits; file >> number >> digits;) {
        Day day{local_days{year{number} / 1 / 1}};
        for (const char digit : digits) {
            if (calendar.is_working(day) != (digit == '1')) {
                differing[day] = calendar.is_working(day);
            }
            day += days{1};
            ++compared;
        }
        EXPECT_EQ(day, Day{local_days{year{number + 1} / 1 / 1}});
    }
    EXPECT_EQ(compared, 5844) << "2011 to 2026";
    EXPECT_EQ(differing, reviewed_disagreements());
}

TEST(CheckedYear, takes_every_shipped_year) {
    for (const auto& one : shipped_years())
        EXPECT_TRUE(checked(one)) << one.year;
}

TEST(CheckedYear, refuses_a_day_of_another_year) {
    EXPECT_EQ(code_after([](auto& one) { one.days[0].day -= days{1}; }),
              "calendar_day_of_other_year /days/0/day");
}

TEST(CheckedYear, refuses_a_day_named_twice) {
    EXPECT_EQ(code_after([](auto& one) { one.days.insert(one.days.begin(), one.days.front()); }),
              "calendar_day_twice /days/1/day");
}

TEST(CheckedYear, refuses_a_make_up_day_on_a_weekday) {
    EXPECT_EQ(code_after([](auto& one) { one.days[0].working = true; }),
              "calendar_make_up_on_weekday /days/0/working");
}

TEST(CheckedYear, refuses_a_nameless_day) {
    EXPECT_EQ(code_after([](auto& one) { one.days[0].name_en.clear(); }),
              "calendar_day_without_name /days/0/name_en");
}

TEST(CheckedYear, refuses_a_year_that_lacks_any_one_holiday) {
    for (const auto holiday :
         {Holiday::kNewYear, Holiday::kSpringFestival, Holiday::kQingming, Holiday::kLabourDay,
          Holiday::kDragonBoat, Holiday::kMidAutumn, Holiday::kNationalDay}) {
        EXPECT_EQ(code_after([&](auto& one) {
                      std::erase_if(one.days, [&](const auto& d) { return d.holiday == holiday; });
                  }),
                  "calendar_holiday_missing /days")
            << enum_name(holiday);
    }
}

TEST(CheckedYear, refuses_more_or_fewer_working_days_than_any_year_has) {
    const auto off = [](auto& one) {
        for (Day day{local_days{year{2026} / 7 / 6}}; day < local_days{year{2026} / 7 / 18};
             day += days{1}) {
            one.days.push_back({day, false, Holiday::kOther, "x", "x"});
        }
    };
    EXPECT_EQ(code_after(off), "calendar_working_days_implausible /days");
}

TEST(CalendarFile, points_at_the_year_and_day_at_fault) {
    auto file = dto::parse<CalendarFile>(R"({"years": [{"year": 2027, "source": "x", "days": [
        {"day": "2026-01-01", "working": false, "holiday": "new_year",
         "name_zh": "元旦", "name_en": "New Year's Day"}]}]})");
    ASSERT_TRUE(file) << file.error().code << file.error().field;
    EXPECT_EQ(years_of(*file).error().field, "/years/0/days/0/day");
}

TEST(CalendarFile, refuses_a_year_that_is_there_twice) {
    CalendarFile file;
    CalendarFileYear one{2026, "x", {}};
    for (const auto& d : shipped(2026).days) {
        one.days.push_back({d.day, d.working, d.holiday, d.name_zh, d.name_en});
    }
    file.years = {one, one};
    EXPECT_EQ(years_of(file).error().code, "calendar_year_twice");
}

}  // namespace
}  // namespace jingwei::calendar
