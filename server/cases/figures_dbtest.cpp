#include <gmock/gmock.h>

#include <boost/mp11/algorithm.hpp>

#include "cases/many_cases.h"
#include "cases/small_county.h"
#include "core/enum_name.h"

namespace jingwei::cases {
namespace {

using std::chrono::days;
using std::chrono::hours;
using ::testing::ElementsAre;

/// A closed case and an open one, a month later.
class Figures : public ::testing::Test {
protected:
    Figures() {
        county_.closed();
        county_.reported();
        county_.clock().advance(days{30});
    }

    static FiguresQuery query(std::optional<FiguresBy> by = std::nullopt) {
        FiguresQuery query;
        query.from = kMonday - days{1};
        query.to = kMonday + days{2};
        query.by = by;
        return query;
    }
    FiguresView figures(const FiguresQuery& query, const std::string& who = "dispatcher") {
        return county_.cases().figures(county_.person(who), query).value();
    }
    /// How many cases make up that number, found page by page.
    std::int64_t counted(Figure figure, std::int64_t at_once,
                         const std::string& who = "dispatcher") {
        CountedQuery query;
        query.figure = figure;
        query.from = kMonday - days{1};
        query.to = kMonday + days{365};
        query.limit = Whole<1, 100>{at_once};
        std::int64_t count = 0;
        for (;;) {
            const auto page = county_.cases().counted(county_.person(who), query).value();
            count += static_cast<std::int64_t>(page.items.size());
            if (!page.next) return count;
            query.after = Text<1, 200>{*page.next};
        }
    }

    SmallCounty county_;
};

TEST_F(Figures, count_what_the_field_counts) {
    const auto view = figures(query());
    EXPECT_EQ(view.counts.received, 2);
    EXPECT_EQ(view.counts.accepted, 1);
    EXPECT_EQ(view.counts.due, 1);
    EXPECT_EQ(view.counts.closed_in_time, 1);
    EXPECT_EQ(view.rates.in_time_closing, 1.0);
    EXPECT_TRUE(view.parts.empty());
}

TEST_F(Figures, of_a_time_in_which_nothing_came_are_zero) {
    auto asked = query(FiguresBy::kChannel);
    asked.from = kMonday - days{9};
    asked.to = kMonday - days{8};
    const auto view = figures(asked);
    EXPECT_EQ(view.counts.received, 0);
    EXPECT_TRUE(view.parts.empty());
    EXPECT_FALSE(view.rates.closing);
}

TEST_F(Figures, of_parts_add_up_whatever_they_are_divided_by) {
    for (const auto by : {FiguresBy::kTerritory, FiguresBy::kUnit, FiguresBy::kMatter,
                          FiguresBy::kChannel, FiguresBy::kMonth, FiguresBy::kDay}) {
        const auto view = figures(query(by));
        Counts sum;
        for (const auto& part : view.parts)
            sum += part.counts;
        EXPECT_EQ(sum.received, 2) << static_cast<int>(by);
        EXPECT_EQ(sum.closed_in_time, 1) << static_cast<int>(by);
    }
}

TEST_F(Figures, are_divided_by_what_lies_right_below_the_place) {
    auto asked = query(FiguresBy::kTerritory);
    const auto towns = figures(asked, "county dispatcher");
    ASSERT_EQ(towns.parts.size(), 1U);
    EXPECT_FALSE(towns.parts.front().name.empty());
    asked.path = Path{towns.parts.front().key};
    const auto villages = figures(asked, "county dispatcher");
    ASSERT_EQ(villages.parts.size(), 1U);
    EXPECT_TRUE(villages.parts.front().key.starts_with(towns.parts.front().key + "/"));
}

TEST_F(Figures, name_unit_and_matter_and_who_has_no_unit_has_no_name) {
    const auto units = figures(query(FiguresBy::kUnit));
    ASSERT_EQ(units.parts.size(), 2U);
    EXPECT_EQ(units.parts.front().key, "");
    EXPECT_EQ(units.parts.back().key, county_.unit("路灯所").text());
    EXPECT_FALSE(units.parts.back().name.empty());
    auto asked = query(FiguresBy::kMatter);
    asked.unit = county_.unit("路灯所");
    const auto matters = figures(asked);
    ASSERT_EQ(matters.parts.size(), 1U);
    EXPECT_EQ(matters.parts.front().key, county_.lamp().text());
    EXPECT_EQ(matters.counts.received, 1);
}

TEST_F(Figures, by_day_begin_at_midnight_of_china) {
    auto asked = query(FiguresBy::kDay);
    asked.from = kMonday - hours{10};  // the evening before
    asked.to = kMonday + hours{30};
    const auto by_day = figures(asked);
    ASSERT_EQ(by_day.parts.size(), 1U);
    EXPECT_EQ(by_day.parts.front().key, "2026-03-01T16:00:00Z");
    asked.from = kMonday - hours{1};
    const auto from_the_morning = figures(asked);
    ASSERT_EQ(from_the_morning.parts.size(), 1U);
    EXPECT_EQ(from_the_morning.parts.front().key, "2026-03-02T00:00:00Z");
}

TEST_F(Figures, each_number_is_made_up_of_as_many_cases_as_it_says) {
    add_many_cases(county_, 400);
    auto asked = query();
    asked.to = kMonday + days{365};
    for (const auto* who : {"dispatcher", "county dispatcher", "lead"}) {
        const Counts counts = figures(asked, who).counts;
        boost::mp11::mp_for_each<
            boost::describe::describe_members<Counts, boost::describe::mod_public>>(
            [&](auto member) {
                const auto figure = enum_from_name<Figure>(member.name);
                ASSERT_TRUE(figure) << member.name;
                EXPECT_EQ(counted(*figure, 37, who), counts.*member.pointer)
                    << who << ": " << member.name;
            });
    }
}

TEST_F(Figures, of_more_than_a_year_are_refused_at_their_end) {
    auto asked = query();
    asked.to = asked.from + days{367};
    const auto refused = county_.cases().figures(county_.person("dispatcher"), asked);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "/to");
    CountedQuery cases;
    cases.from = asked.from;
    cases.to = asked.to;
    EXPECT_FALSE(county_.cases().counted(county_.person("dispatcher"), cases));
}

}  // namespace
}  // namespace jingwei::cases
