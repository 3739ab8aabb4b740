#include "staff/staff_dbtest.h"

namespace jingwei::staff {
namespace {

TEST_F(StaffOnDatabase, WhoAnswersFollowsAppointmentsAndAbsences) {
    EXPECT_EQ(answering(day(10)), "");
    const auto lead = post();
    const auto wang = member("王一"), li = member("李二");
    const auto a = appoint(lead, wang, Side::kA, day(1)).value();
    ASSERT_TRUE(appoint(lead, li, Side::kB, day(1)));
    EXPECT_EQ(answering(day(0)), "");
    EXPECT_EQ(answering(day(1)), "王一");

    const auto away =
        staff.set_away(everything, {Id<Away>::make(clock.now()), a.id, day(12), {}}).value();
    EXPECT_EQ(answering(day(12)), "李二(代)");
    EXPECT_TRUE(staff.end_away(everything, away.id, day(14)));
    EXPECT_EQ(answering(day(14)), "王一");
    EXPECT_EQ(answering(day(13)), "李二(代)");

    EXPECT_TRUE(staff.end_holding(everything, a.id, day(20)));
    EXPECT_EQ(answering(day(19)), "王一");
    EXPECT_EQ(answering(day(20)), "李二(代)");
    EXPECT_TRUE(staff.close_post(everything, lead.id, day(30)));
    EXPECT_EQ(answering(day(30)), "");
    EXPECT_EQ(answering(day(5)), "王一") << "the past stays answerable";
}

TEST_F(StaffOnDatabase, APostHasOneAAndOneBAtATime) {
    const auto lead = post();
    const auto wang = member("王一"), li = member("李二");
    ASSERT_TRUE(appoint(lead, wang, Side::kA, day(1), day(5)));
    EXPECT_EQ(appoint(lead, li, Side::kA, day(4)).error().code, "side_taken");
    EXPECT_TRUE(appoint(lead, li, Side::kA, day(5)));
    EXPECT_TRUE(appoint(lead, wang, Side::kB, day(5)));
}

TEST_F(StaffOnDatabase, SpansStandTheRightWayRoundAndInsideOneAnother) {
    const auto lead = post();
    const auto wang = member("王一");
    EXPECT_EQ(appoint(lead, wang, Side::kA, day(5), day(5)).error().code, "span_reversed");
    EXPECT_EQ(appoint(lead, wang, Side::kA, day(-1)).error().code, "outside_post");
    const auto a = appoint(lead, wang, Side::kA, day(1), day(5)).value();
    const auto set = [&](Time from, std::optional<Time> to) {
        const auto done = staff.set_away(everything, {Id<Away>::make(clock.now()), a.id, from, to});
        return done ? std::string{} : done.error().code;
    };
    EXPECT_EQ(set(day(3), day(2)), "span_reversed");
    EXPECT_EQ(set(day(5), {}), "outside_holding");
    EXPECT_EQ(set(day(2), day(4)), "");
    EXPECT_EQ(set(day(3), day(5)), "away_taken");
    EXPECT_EQ(staff.end_holding(everything, a.id, day(1)).error().code, "span_reversed");
}

TEST_F(StaffOnDatabase, TheSameIdGetsTheSameAnswer) {
    const auto lead = post();
    const auto wang = member("王一");
    const NewHolding wanted{Id<Holding>::make(clock.now()), lead.id, wang.id, Side::kA, {}, {}};
    const auto first = staff.appoint(everything, wanted).value();
    EXPECT_EQ(staff.appoint(everything, wanted).value().term, first.term);
    auto other = wanted;
    other.member = member("李二").id;
    EXPECT_EQ(staff.appoint(everything, other).error().code, "id_taken");
}

TEST_F(StaffOnDatabase, WhatIsNotThereIsSaidSo) {
    const auto lead = post();
    const NewHolding wanted{
        Id<Holding>::make(clock.now()), lead.id, Id<Member>::make(clock.now()), Side::kA, {}, {}};
    EXPECT_EQ(staff.appoint(everything, wanted).error().code, "member_unknown");
    NewMember stranger{Id<Member>::make(clock.now()), town, "王一", "",
                       Id<Account>{Uuid::make(clock.now())}};
    EXPECT_EQ(staff.add_member(everything, stranger).error().code, "account_unknown");
    EXPECT_EQ(staff.close_post(everything, Id<Post>{}).error().code, "post_unknown");
}

TEST_F(StaffOnDatabase, OnlyWhoHoldsTheSubtreeAppointsThere) {
    const auto lead = post();
    const auto wang = member("王一");
    const auto a = appoint(lead, wang, Side::kA, day(1)).value();
    const auto scope = elsewhere();
    EXPECT_EQ(staff.close_post(scope, lead.id).error().code, "outside_your_scope");
    EXPECT_EQ(staff.end_holding(scope, a.id).error().code, "outside_your_scope");
    EXPECT_EQ(staff.change_member(scope, wang.id, {}).error().code, "outside_your_scope");
    EXPECT_EQ(staff.set_away(scope, {Id<Away>::make(clock.now()), a.id, day(2), {}}).error().code,
              "outside_your_scope");
    EXPECT_EQ(answering(day(2)), "王一");
}

TEST_F(StaffOnDatabase, AMemberChangesNamePhoneAndNothingElse) {
    const auto wang = member("王一");
    MemberChange change;
    change.duty_phone = "0539-2";
    const auto after = staff.change_member(everything, wang.id, change).value();
    EXPECT_EQ(after.name, "王一");
    EXPECT_EQ(staff.roster(kCounty)->member(wang.id)->duty_phone, "0539-2");
}

TEST_F(StaffOnDatabase, APostIsRenamedByWhoeverMayEditItAndKeepsWhatIsNotSaid) {
    const auto made = post();
    const auto renamed = staff.change_post(everything, made.id, {"东镇 总网格长", {}});
    ASSERT_TRUE(renamed) << renamed.error().code;
    EXPECT_EQ(staff.roster(kCounty)->post(made.id)->title, "东镇 总网格长");
    ASSERT_TRUE(staff.change_post(everything, made.id, {{}, "统筹"}));
    EXPECT_EQ(staff.roster(kCounty)->post(made.id)->title, "东镇 总网格长");
    EXPECT_EQ(staff.roster(kCounty)->post(made.id)->duties, "统筹");
    EXPECT_EQ(staff.change_post(elsewhere(), made.id, {"别处", {}}).error().code,
              "outside_your_scope");
    EXPECT_EQ(staff.change_post(everything, Id<Post>::make(clock.now()), {"没有", {}}).error().code,
              "post_unknown");
}

}  // namespace
}  // namespace jingwei::staff
