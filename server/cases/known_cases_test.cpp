#include "cases/known_cases.h"

#include <gtest/gtest.h>

namespace jingwei::cases {
namespace {

const std::string kCounty = "371323";

LoadedCase case_at(Id<Case> id, std::int32_t step_no, std::size_t length = 10) {
    LoadedCase loaded;
    loaded.record.county = kCounty;
    loaded.record.id = id;
    loaded.record.step_no = step_no;
    loaded.record.description = std::string(length, 'x');
    return loaded;
}

TEST(KnownCases, a_case_is_known_as_of_its_last_step_and_in_its_county_only) {
    KnownCases known;
    const auto id = Id<Case>::make(Time{});
    known.keep(case_at(id, 2));
    known.keep(case_at(id, 3));
    EXPECT_EQ(known.find(kCounty, id, 2), nullptr);
    EXPECT_EQ(known.find("371324", id, 3), nullptr);
    ASSERT_NE(known.find(kCounty, id, 3), nullptr);
}

TEST(KnownCases, the_longest_unused_is_forgotten_first) {
    KnownCases known;
    const auto first = Id<Case>::make(Time{});
    const auto second = Id<Case>::make(Time{});
    known.keep(case_at(first, 1));
    known.keep(case_at(second, 1));
    for (std::size_t more = 0; more < KnownCases::kMost - 1; ++more) {
        ASSERT_NE(known.find(kCounty, first, 1), nullptr);
        known.keep(case_at(Id<Case>::make(Time{}), 1));
    }
    EXPECT_NE(known.find(kCounty, first, 1), nullptr);
    EXPECT_EQ(known.find(kCounty, second, 1), nullptr);
}

TEST(KnownCases, what_is_too_long_is_not_kept_and_takes_the_place_of_what_was) {
    KnownCases known;
    const auto id = Id<Case>::make(Time{});
    known.keep(case_at(id, 1));
    known.keep(case_at(id, 1, KnownCases::kLongest + 1));
    EXPECT_EQ(known.find(kCounty, id, 1), nullptr);
}

}  // namespace
}  // namespace jingwei::cases
