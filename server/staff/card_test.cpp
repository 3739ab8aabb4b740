#include <gtest/gtest.h>

#include "core/dto.h"
#include "staff/qr_code.h"
#include "staff/staff_views.h"

namespace jingwei::staff {
namespace {

TEST(QrCode, IsAnSvgThatGrowsWithItsText) {
    const auto small = qr_svg("http://a/b");
    EXPECT_TRUE(small.starts_with("<svg"));
    EXPECT_NE(small.find("M4 4h1v1h-1z"), std::string::npos) << "the corner of the finder pattern";
    EXPECT_GT(qr_svg(std::string(200, 'x')).size(), small.size());
    EXPECT_THROW(qr_svg(std::string(3000, 'x')), std::invalid_argument);
}

TEST(Card, ShowsWhoAnswersNowAndNeitherAccountsNorRecords) {
    const Time now{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    grid::Node node;
    node.id = Id<grid::Node>::make(now);
    node.path = node.code = "371323";
    node.name = "沂水县";
    const Id<Account> account{Uuid::make(now)};
    const Member wang{Id<Member>::make(now), "王一", "371323", "0539-1", {}, account};
    const Post post{Id<Post>::make(now), node.id, node.path, PostKind::kLead, "", "", {now, {}}};
    const Holding holding{Id<Holding>::make(now), post.id, wang.id, Side::kA, {now, {}}, {}};
    const Roster roster(1, {wang}, {post}, {holding});
    const auto card = card_of(grid::Territory("371323", 1, {node}), node, roster, now);
    ASSERT_EQ(card.people.size(), 1U);
    EXPECT_EQ(card.people[0].name, "王一");
    EXPECT_EQ(card.people[0].duty_phone, "0539-1");
    EXPECT_EQ(dto::print(card).find(account.text()), std::string::npos);
}

}  // namespace
}  // namespace jingwei::staff
