#include "staff/roster.h"

#include <gtest/gtest.h>

namespace jingwei::staff {
namespace {

using namespace std::chrono_literals;

const Time kStart{std::chrono::sys_days{2026y / 1 / 1}};

Time day(int days) { return kStart + std::chrono::days{days}; }

Holding holding(Side side, int from, std::optional<int> to, const std::vector<Span>& away = {}) {
    Holding made;
    made.id = Id<Holding>::make(kStart);
    made.side = side;
    made.term = {day(from), to ? std::optional{day(*to)} : std::nullopt};
    for (const Span& span : away)
        made.away.push_back({Id<Away>::make(kStart), span});
    return made;
}

TEST(WhoActs, NobodyWhereNobodyHoldsThePost) { EXPECT_TRUE(who_acts({}, kStart).empty()); }

TEST(WhoActs, TermsAreHalfOpen) {
    const auto a = holding(Side::kA, 0, 10);
    EXPECT_TRUE(who_acts({&a}, day(0) - 1us).empty());
    EXPECT_EQ(who_acts({&a}, day(0)).size(), 1U);
    EXPECT_EQ(who_acts({&a}, day(10) - 1us).size(), 1U);
    EXPECT_TRUE(who_acts({&a}, day(10)).empty());
}

TEST(WhoActs, BStandsInOnlyWhileAIsAway) {
    const auto a = holding(Side::kA, 0, {}, {{day(5), day(7)}});
    const auto b = holding(Side::kB, 0, {});
    EXPECT_EQ(who_acts({&a, &b}, day(4)).front(), &a);
    EXPECT_EQ(who_acts({&a, &b}, day(4)).size(), 1U);
    EXPECT_EQ(who_acts({&a, &b}, day(5)).front(), &b);
    EXPECT_EQ(who_acts({&a, &b}, day(7)).front(), &a);
}

TEST(WhoActs, NobodyWhenBothAreAway) {
    const auto a = holding(Side::kA, 0, {}, {{day(5), std::nullopt}});
    const auto b = holding(Side::kB, 0, {}, {{day(6), day(8)}});
    EXPECT_EQ(who_acts({&a, &b}, day(5)).front(), &b);
    EXPECT_TRUE(who_acts({&a, &b}, day(6)).empty());
    EXPECT_EQ(who_acts({&a, &b}, day(8)).front(), &b);
}

TEST(WhoActs, BActsInAVacancy) {
    const auto a = holding(Side::kA, 0, 3);
    const auto b = holding(Side::kB, 0, {});
    EXPECT_EQ(who_acts({&a, &b}, day(3)).front(), &b);
}

struct SmallRoster {
    Id<grid::Node> grid = Id<grid::Node>::make(kStart);
    Id<grid::Node> other = Id<grid::Node>::make(kStart);
    Id<Account> account{Uuid::make(kStart)};
    Id<Account> deputy_account{Uuid::make(kStart)};
    Member lead{Id<Member>::make(kStart), "王一", "371323", "0539-1", {}, account};
    Member deputy{Id<Member>::make(kStart), "李二", "371323", "0539-2", {}, deputy_account};

    Post post(Id<grid::Node> node, PostKind kind) const {
        return {Id<Post>::make(kStart), node, "371323/101/204/001", kind, "", "", {kStart, {}}};
    }
    Holding held(const Post& post, const Member& who, Holding holding) const {
        holding.post = post.id;
        holding.member = who.id;
        return holding;
    }
};

TEST(Roster, MayBeEmpty) {
    const Roster none(0, {}, {}, {});
    EXPECT_TRUE(none.answering(Id<grid::Node>{}, kStart).empty());
    EXPECT_TRUE(none.of_account(Id<Account>{}, kStart).empty());
    EXPECT_EQ(none.member(Id<Member>{}), nullptr);
}

TEST(Roster, OnePersonMayHoldSeveralGridsAndStandInForAnother) {
    const SmallRoster small;
    const Post first = small.post(small.grid, PostKind::kLead);
    const Post second = small.post(small.other, PostKind::kLead);
    const Post worker = small.post(small.grid, PostKind::kWorker);
    const Roster roster(
        3, {small.lead, small.deputy}, {worker, second, first},
        {small.held(first, small.lead, holding(Side::kA, 0, {}, {{day(5), day(7)}})),
         small.held(second, small.lead, holding(Side::kA, 0, {})),
         small.held(first, small.deputy, holding(Side::kB, 0, {})),
         small.held(worker, small.deputy, holding(Side::kA, 0, 4))});

    const auto now = roster.answering(small.grid, day(1));
    ASSERT_EQ(now.size(), 2U);
    EXPECT_EQ(now[0].member->name, "王一");
    EXPECT_EQ(now[0].post->kind, PostKind::kLead);
    EXPECT_EQ(now[1].post->kind, PostKind::kWorker);

    const auto away = roster.answering(small.grid, PostKind::kLead, day(5));
    ASSERT_EQ(away.size(), 1U);
    EXPECT_EQ(away[0].member->name, "李二");
    EXPECT_TRUE(away[0].acting);

    EXPECT_EQ(roster.of_account(small.account, day(1)).size(), 2U);
    EXPECT_EQ(roster.of_account(small.account, day(5)).size(), 1U);
    EXPECT_EQ(roster.held_by(small.account, day(5)).size(), 2U);
    EXPECT_EQ(roster.of_account(small.deputy_account, day(1)).size(), 1U);
    EXPECT_EQ(roster.of_account(small.deputy_account, day(5)).size(), 1U);
    EXPECT_TRUE(roster.of_account(small.deputy_account, day(4)).empty());
}

TEST(Roster, AClosedPostAnswersForNothingButItsPastStaysAnswerable) {
    const SmallRoster small;
    Post post = small.post(small.grid, PostKind::kLead);
    post.term.to = day(30);
    const Roster roster(1, {small.lead}, {post},
                        {small.held(post, small.lead, holding(Side::kA, 0, {}))});
    EXPECT_EQ(roster.answering(small.grid, day(29)).size(), 1U);
    EXPECT_TRUE(roster.answering(small.grid, day(30)).empty());
}

}  // namespace
}  // namespace jingwei::staff
