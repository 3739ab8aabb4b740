#include "staff/handover.h"
#include "staff/records_dbtest.h"

namespace jingwei::staff {
namespace {

class HandoverOnDatabase : public ServiceOnDatabase {
protected:
    Member wang, li, zhao;
    Post first, second;
    Holding of_first, of_second;

    void SetUp() override {
        ServiceOnDatabase::SetUp();
        wang = member("王一");
        li = member("李二");
        zhao = member("赵三");
        first = post();
        second = post();
        of_first = appoint(first, wang, Side::kA, day(1)).value();
        of_second = appoint(second, wang, Side::kB, day(2)).value();
        appoint(first, li, Side::kB, day(1)).value();
    }

    HandOver both(const Member& to) {
        HandOver wanted;
        wanted.id = Id<Handover>::make(clock.now());
        wanted.to_member_id = to.id;
        wanted.holding_ids = {of_first.id, of_second.id};
        wanted.note = "钥匙两把";
        return wanted;
    }

    std::string holders(const Post& of, Time at) {
        std::string names;
        const auto roster = state.rosters.of(kCounty);
        for (const Holding* one : roster->holdings_of(of.id)) {
            if (!one->term.holds(at)) continue;
            names += (one->side == Side::kA ? "A" : "B") + roster->member(one->member)->name;
        }
        return names;
    }
};

TEST_F(HandoverOnDatabase, EverythingChosenGoesToTheSuccessorAtOnce) {
    const auto done = hand_over(state, keeper(), wang.id, both(zhao)).value();
    EXPECT_EQ(done.from.name, "王一");
    EXPECT_EQ(done.to.name, "赵三");
    EXPECT_EQ(done.moved.size(), 2U);
    EXPECT_EQ(done.moved[0].full_name, "东镇");
    EXPECT_EQ(done.note, "钥匙两把");
    EXPECT_EQ(holders(first, day(10)), "A赵三B李二");
    EXPECT_EQ(holders(second, day(10)), "B赵三");
    EXPECT_EQ(holders(first, day(9)), "A王一B李二") << "the past stays answerable";
}

TEST_F(HandoverOnDatabase, TheSameIdGetsTheSameAnswerAndDoesNothing) {
    auto wanted = both(zhao);
    const auto done = hand_over(state, keeper(), wang.id, wanted).value();
    clock.set(day(12));
    std::swap(wanted.holding_ids[0], wanted.holding_ids[1]);
    EXPECT_EQ(dto::print(hand_over(state, keeper(), wang.id, wanted).value()), dto::print(done));
    EXPECT_EQ(holders(first, day(11)), "A赵三B李二");
    wanted.to_member_id = li.id;
    EXPECT_EQ(hand_over(state, keeper(), wang.id, wanted).error().code, "id_taken");
}

TEST_F(HandoverOnDatabase, OneThatCannotMoveKeepsAllWhereTheyAre) {
    EXPECT_EQ(hand_over(state, keeper(), wang.id, both(li)).error().code, "handover_beside");
    appoint(second, zhao, Side::kA, day(1)).value();
    EXPECT_EQ(hand_over(state, keeper(), wang.id, both(zhao)).error().code, "handover_beside");
    auto later = both(member("孙四"));
    staff.end_holding(everything, of_second.id, day(20)).value();
    later.at = day(25);
    EXPECT_EQ(hand_over(state, keeper(), wang.id, later).error().code, "handover_not_held");
    EXPECT_EQ(holders(first, day(25)), "A王一B李二");
    EXPECT_TRUE(preview_handover(state, keeper(), wang.id)->past.empty());
}

TEST_F(HandoverOnDatabase, ASideThatSomebodyTakesLaterIsRefusedAndNothingMoves) {
    staff.end_holding(everything, of_second.id, day(20)).value();
    appoint(second, li, Side::kB, day(20)).value();
    EXPECT_TRUE(hand_over(state, keeper(), wang.id, both(zhao)))
        << "the successor takes what is left of the term";
    EXPECT_EQ(holders(second, day(19)), "B赵三");
    EXPECT_EQ(holders(second, day(20)), "B李二");
}

TEST_F(HandoverOnDatabase, ItMayBeEnteredAheadOfItsDay) {
    auto wanted = both(zhao);
    wanted.at = day(15);
    ASSERT_TRUE(hand_over(state, keeper(), wang.id, wanted));
    EXPECT_EQ(holders(first, day(14)), "A王一B李二");
    EXPECT_EQ(holders(first, day(15)), "A赵三B李二");
}

TEST_F(HandoverOnDatabase, APreviewSaysWhatWouldMoveWhoStandsBesideAndWhatWasHandedOver) {
    ASSERT_TRUE(
        staff.set_away(everything, {Id<Away>::make(clock.now()), of_first.id, day(12), {}}));
    const auto before = preview_handover(state, keeper(), wang.id).value();
    ASSERT_EQ(before.posts.size(), 2U);
    EXPECT_EQ(before.posts[0].side, Side::kA);
    ASSERT_EQ(before.posts[0].beside.size(), 1U);
    EXPECT_EQ(before.posts[0].beside[0].name, "李二");
    EXPECT_EQ(before.posts[0].away.size(), 1U);
    EXPECT_TRUE(before.past.empty());
    ASSERT_TRUE(hand_over(state, keeper(), wang.id, both(zhao)));
    const auto after = preview_handover(state, keeper(), wang.id).value();
    EXPECT_TRUE(after.posts.empty());
    ASSERT_EQ(after.past.size(), 1U);
    EXPECT_EQ(after.past[0].moved.size(), 2U);
    EXPECT_EQ(preview_handover(state, keeper(), zhao.id)->past.size(), 1U) << "and who took over";
}

TEST_F(HandoverOnDatabase, OnlyWhoKeepsThePostsHandsThemOver) {
    const auto beside = with(elsewhere(), kRecordDuty);
    EXPECT_EQ(preview_handover(state, beside, wang.id)->posts.size(), 2U) << "no secret";
    EXPECT_EQ(hand_over(state, beside, wang.id, both(zhao)).error().code, "outside_your_scope");
    EXPECT_TRUE(hand_over(state, of_town(kRecordDuty), wang.id, both(zhao)));
    EXPECT_TRUE(preview_handover(state, beside, wang.id)->past.empty()) << "what was noted is";
    EXPECT_EQ(preview_handover(state, keeper(), Id<Member>::make(clock.now())).error().code,
              "member_unknown");
    auto stranger = both(zhao);
    stranger.to_member_id = Id<Member>::make(clock.now());
    const auto refused = hand_over(state, keeper(), wang.id, stranger).error();
    EXPECT_EQ(refused.code + refused.field, "member_unknown/to_member_id");
}

}  // namespace
}  // namespace jingwei::staff
