#include <gtest/gtest.h>

#include "cases/many_cases.h"
#include "cases/small_county.h"

namespace jingwei::cases {
namespace {

using calendar::Light;
using std::chrono::days;

class Situation : public ::testing::Test {
protected:
    SituationView of(const std::string& who, std::optional<std::string> path = std::nullopt) {
        SituationQuery query;
        if (path) query.path = Path{*path};
        return county_.cases().situation(county_.person(who), query).value();
    }

    SmallCounty county_;
};

TEST_F(Situation, counts_what_is_open_by_light_and_stage) {
    add_many_cases(county_, 1'000);
    const auto view = of("county dispatcher");
    EXPECT_GT(view.counts.open, 100);
    const auto& all = view.counts;
    EXPECT_EQ(all.red + all.yellow + all.green + all.resting, all.open);
    EXPECT_EQ(all.to_dispatch + all.to_sign + all.to_handle + all.to_verify + all.to_close,
              all.open);
    std::int64_t listed = 0, red = 0;
    CaseQuery query;
    query.view = View::kOpen;
    (void)county_.cases().each_page(county_.person("county dispatcher"), query,
                                    [&](const std::vector<CaseRow>& page) {
                                        for (const auto& row : page) {
                                            ++listed;
                                            red += row.light == Light::kRed ? 1 : 0;
                                        }
                                        return true;
                                    });
    EXPECT_EQ(all.open, listed);
    EXPECT_EQ(all.red, red);
}

TEST_F(Situation, of_its_parts_adds_up_with_the_most_overdue_first) {
    add_many_cases(county_, 1'000);
    const auto view = of("county dispatcher", kTownPath);
    std::int64_t open = 0;
    for (const auto& part : view.parts) {
        open += part.counts.open;
        EXPECT_FALSE(part.name.empty());
        EXPECT_LE(part.counts.red, view.parts.front().counts.red);
    }
    EXPECT_EQ(open, view.counts.open);
    EXPECT_EQ(view.parts.size(), 2U);
}

TEST_F(Situation, turns_red_with_time_alone) {
    county_.reported();
    EXPECT_EQ(of("county dispatcher").counts.green, 1);
    county_.clock().advance(days{30});
    EXPECT_EQ(of("county dispatcher").counts.red, 1);
}

TEST_F(Situation, shows_nobody_what_he_does_not_see) {
    add_many_cases(county_, 1'000);
    EXPECT_LT(of("lead").counts.open, of("county dispatcher").counts.open);
    EXPECT_EQ(of("lead", kOtherVillagePath).counts.open, 0);
    EXPECT_TRUE(of("lead", kOtherVillagePath).points.empty());
}

TEST_F(Situation, shows_where_each_case_lies_and_its_light) {
    const auto at = county_.reported();
    const auto view = of("county dispatcher");
    ASSERT_EQ(view.points.size(), 1U);
    EXPECT_EQ(view.points.front().id, at.case_id);
    EXPECT_EQ(view.points.front().light, Light::kGreen);
}

}  // namespace
}  // namespace jingwei::cases
