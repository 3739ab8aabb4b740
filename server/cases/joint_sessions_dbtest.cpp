#include <gtest/gtest.h>

#include "cases/joint_sessions.h"
#include "cases/small_county.h"

namespace jingwei::cases {
namespace {

using enum Action;
using std::chrono::days;

/// A case whose desk has called the lamp unit to a session, `ahead` days from Monday.
StepReceipt whistled(SmallCounty& county, std::string about, int ahead) {
    const auto at = county.done("lead", county.reported(), kAssign);
    StepInput call = county.input(kWhistle, std::move(about));
    call.summoned = {county.unit("路灯所"), county.unit("城管办")};
    call.meets_at = kMonday + days{ahead};
    call.meeting_place = "村委会";
    return county.done("lead", at, call);
}

std::vector<HeldSession> listed(SmallCounty& county, const std::string& name,
                                const SessionQuery& query = {}) {
    const auto parts = county.parts();
    return joint_sessions(parts, county.person(name), query).value().items;
}

TEST(JointSessions, say_who_was_called_who_came_and_what_was_decided) {
    SmallCounty county;
    auto at = whistled(county, "路灯归谁管", 1);
    at = county.done("lamp unit", at, kAttend);
    at = county.done("lead", at, county.input(kConcludeSession, "由路灯所管"));
    const auto items = listed(county, "lead");
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].case_id, at.case_id);
    EXPECT_EQ(items[0].subject, "路灯归谁管");
    EXPECT_EQ(items[0].meeting_place, "村委会");
    EXPECT_EQ(items[0].summoned.size(), 2U);
    ASSERT_EQ(items[0].attended.size(), 1U);
    EXPECT_EQ(items[0].attended[0].name, "路灯所");
    EXPECT_EQ(items[0].decision, "由路灯所管");
    EXPECT_TRUE(items[0].concluded_at);
    EXPECT_FALSE(items[0].code.empty());
}

TEST(JointSessions, of_one_case_have_each_its_own_attendance) {
    SmallCounty county;
    auto at = whistled(county, "第一次", 1);
    at = county.done("lamp unit", at, kAttend);
    at = county.done("lead", at, county.input(kConcludeSession, "再议"));
    StepInput call = county.input(kWhistle, "第二次");
    call.summoned = {county.unit("路灯所")};
    call.meets_at = kMonday + days{3};
    county.done("lead", at, call);
    const auto items = listed(county, "lead");
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].subject, "第二次") << "the latest first";
    EXPECT_TRUE(items[0].attended.empty());
    EXPECT_EQ(items[1].attended.size(), 1U);
}

TEST(JointSessions, are_listed_page_by_page_and_of_a_time) {
    SmallCounty county;
    for (int ahead = 1; ahead <= 3; ++ahead)
        whistled(county, "第" + std::to_string(ahead), ahead);
    SessionQuery query;
    query.limit = 2;
    const auto parts = county.parts();
    const auto first = joint_sessions(parts, county.person("lead"), query).value();
    ASSERT_EQ(first.items.size(), 2U);
    ASSERT_TRUE(first.next);
    query.after = Text<1, 80>{*first.next};
    const auto second = joint_sessions(parts, county.person("lead"), query).value();
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_EQ(second.items[0].subject, "第1");
    EXPECT_FALSE(second.next);
    SessionQuery of_time;
    of_time.from = kMonday + days{2};
    of_time.to = kMonday + days{3};
    const auto between = listed(county, "lead", of_time);
    ASSERT_EQ(between.size(), 1U);
    EXPECT_EQ(between[0].subject, "第2");
    SessionQuery broken;
    broken.after = Text<1, 80>{"x"};
    EXPECT_EQ(joint_sessions(parts, county.person("lead"), broken).error().code,
              "case_cursor_malformed");
}

TEST(JointSessions, of_cases_that_one_may_not_read_are_not_listed) {
    SmallCounty county;
    whistled(county, "路灯归谁管", 1);
    EXPECT_EQ(listed(county, "lamp unit").size(), 1U) << "it was called";
    SessionQuery elsewhere;
    elsewhere.path = Text<6, 120>{kOtherVillagePath};
    EXPECT_TRUE(listed(county, "lead", elsewhere).empty());
    EXPECT_TRUE(listed(county, "stranger").empty());
}

}  // namespace
}  // namespace jingwei::cases
