#include "staff/handover.h"

#include <gtest/gtest.h>

namespace jingwei::staff {
namespace {

using std::chrono::days;

constexpr Time kStart{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
constexpr Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};

/// 王一 holds two posts as A, of one of which 李二 is B; 赵三 holds nothing.
class HandoverRules : public ::testing::Test {
protected:
    Member wang{Id<Member>::make(kStart), "王一", "371323/101", "", {}, {}};
    Member li{Id<Member>::make(kStart), "李二", "371323/101", "", {}, {}};
    Member zhao{Id<Member>::make(kStart), "赵三", "371323/101", "", {}, {}};
    Post first = post("371323/101/204/002");
    Post second = post("371323/101/204/001");
    Holding of_first = holding(first, wang, Side::kA);
    Holding of_second = holding(second, wang, Side::kA, kStart + days{365});
    Holding beside = holding(first, li, Side::kB);
    Id<Handover> id = Id<Handover>::make(kNow);

    static Post post(std::string path) {
        Post made;
        made.id = Id<Post>::make(kStart);
        made.path = std::move(path);
        made.term = {kStart, {}};
        return made;
    }
    static Holding holding(const Post& of, const Member& by, Side side,
                           std::optional<Time> to = {}) {
        return {Id<Holding>::make(kStart), of.id, by.id, side, {kStart, to}, {}};
    }

    Result<std::vector<Move>> plan(const Member& to, std::vector<Id<Holding>> chosen,
                                   Time at = kNow) const {
        const Roster roster{1, {wang, li, zhao}, {first, second}, {of_first, of_second, beside}};
        return plan_handover(roster, wang, to, chosen, at, id);
    }
    std::string refusal(const Member& to, std::vector<Id<Holding>> chosen, Time at = kNow) const {
        const auto made = plan(to, std::move(chosen), at);
        return made ? "" : made.error().code + " " + made.error().field;
    }
};

TEST_F(HandoverRules, the_successor_takes_the_same_side_for_what_is_left_of_the_term) {
    const auto moves = plan(zhao, {of_first.id, of_second.id}).value();
    ASSERT_EQ(moves.size(), 2U);
    EXPECT_EQ(moves[0].path, second.path) << "by place";
    EXPECT_EQ(moves[0].ends.id, of_second.id);
    EXPECT_EQ(moves[0].begins.member, zhao.id);
    EXPECT_EQ(moves[0].begins.side, Side::kA);
    EXPECT_EQ(moves[0].begins.term, (Span{kNow, of_second.term.to}));
    EXPECT_EQ(moves[1].begins.term, (Span{kNow, {}}));
    EXPECT_NE(moves[0].begins.id, moves[1].begins.id);
    EXPECT_EQ(moves[0].begins.id, begun_in_place_of(id, of_second.id)) << "a retry finds it again";
}

TEST_F(HandoverRules, only_what_is_held_then_moves) {
    EXPECT_EQ(refusal(zhao, {beside.id}), "handover_not_held /holding_ids/0");
    EXPECT_EQ(refusal(zhao, {of_first.id, Id<Holding>::make(kNow)}),
              "handover_not_held /holding_ids/1");
    EXPECT_EQ(refusal(zhao, {of_second.id}, kStart + days{365}),
              "handover_not_held /holding_ids/0");
    EXPECT_EQ(refusal(zhao, {of_first.id}, kStart - days{1}), "handover_not_held /holding_ids/0");
    EXPECT_EQ(refusal(zhao, {of_first.id}, kStart), "span_reversed /at")
        << "it would never have been held";
}

TEST_F(HandoverRules, nobody_hands_over_to_himself_or_twice_or_to_the_other_side) {
    EXPECT_EQ(refusal(wang, {of_first.id}), "handover_to_self /to_member_id");
    EXPECT_EQ(refusal(zhao, {of_first.id, of_first.id}), "handover_twice /holding_ids/0");
    EXPECT_EQ(refusal(li, {of_second.id, of_first.id}), "handover_beside /holding_ids/1");
    EXPECT_EQ(refusal(li, {of_second.id}), "");
}

}  // namespace
}  // namespace jingwei::staff
