#include <gtest/gtest.h>

#include <set>

#include "cases/small_county.h"

namespace jingwei::cases {
namespace {

using enum Action;
using std::chrono::days;

TEST(Listing, everybody_finds_what_waits_for_him) {
    SmallCounty county;
    const auto todo = [&](const std::string& name) {
        CaseQuery query;
        query.view = View::kTodo;
        return county.cases().list(county.person(name), query).value().items.size();
    };
    auto at = county.reported();
    EXPECT_EQ(todo("lead"), 1U);
    EXPECT_EQ(todo("dispatcher"), 0U);
    at = county.done("lead", at, kPassUp);
    EXPECT_EQ(todo("lead"), 0U);
    EXPECT_EQ(todo("dispatcher"), 1U);
    at = county.done("dispatcher", at, kAssign);
    EXPECT_EQ(todo("lamp unit"), 1U);
    EXPECT_EQ(todo("other unit"), 0U);
    at = county.done("lamp unit", at, kSign);
    at = county.done("lamp unit", at, kHandle);
    EXPECT_EQ(todo("lamp unit"), 0U);
    EXPECT_EQ(todo("worker"), 1U);
}

TEST(Listing, pages_follow_each_other_without_gap_or_repetition) {
    SmallCounty county;
    std::set<std::string> codes;
    for (int made = 0; made < 5; ++made) {
        codes.insert(county.reported().code);
        county.clock().advance(std::chrono::minutes{1});
    }
    CaseQuery query;
    query.limit = 2;
    std::set<std::string> seen;
    std::size_t rows = 0;
    for (;;) {
        const auto page = county.cases().list(county.person("lead"), query).value();
        for (const auto& row : page.items)
            seen.insert(row.code);
        rows += page.items.size();
        if (!page.next) break;
        query.after = Text<1, 200>{*page.next};
    }
    EXPECT_EQ(seen, codes);
    EXPECT_EQ(rows, 5U);
}

TEST(Listing, words_of_the_description_find_the_case_and_what_lies_near_is_similar) {
    SmallCounty county;
    const auto at = county.reported();
    CaseQuery query;
    query.q = Text<1, 100>{"路灯"};
    EXPECT_EQ(county.cases().list(county.person("lead"), query).value().items.size(), 1U);
    query.q = Text<1, 100>{"井盖"};
    EXPECT_TRUE(county.cases().list(county.person("lead"), query).value().items.empty());
    SimilarQuery near;
    near.lon = 118.6301;
    near.lat = 35.7901;
    near.matter = county.lamp();
    const auto similar = county.cases().similar(county.person("lead"), near).value();
    ASSERT_EQ(similar.items.size(), 1U);
    EXPECT_EQ(similar.items.front().id, at.case_id);
    EXPECT_LT(*similar.items.front().distance_m, 20);
}

TEST(Listing, figures_count_what_the_field_counts) {
    SmallCounty county;
    county.closed();
    county.reported();
    county.clock().advance(days{30});
    FiguresQuery query;
    query.from = kMonday - days{1};
    query.to = kMonday + days{1};
    const auto view = county.cases().figures(county.person("dispatcher"), query).value();
    EXPECT_EQ(view.counts.received, 2);
    EXPECT_EQ(view.counts.accepted, 1);
    EXPECT_EQ(view.counts.due, 1);
    EXPECT_EQ(view.counts.closed_in_time, 1);
    EXPECT_EQ(view.rates.in_time_closing, 1.0);
}

}  // namespace
}  // namespace jingwei::cases
