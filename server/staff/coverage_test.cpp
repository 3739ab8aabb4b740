#include "staff/coverage.h"

#include <gtest/gtest.h>

#include "core/enum_name.h"

namespace jingwei::staff {
namespace {

constexpr Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 1 / 10}};
constexpr Time kBefore = kNow - std::chrono::days{5};
constexpr Time kLater = kNow + std::chrono::days{5};

class StaffCoverageTest : public ::testing::Test {
protected:
    std::vector<grid::Node> nodes;
    std::vector<Member> members;
    std::vector<Post> posts;
    std::vector<Holding> holdings;

    StaffCoverageTest() {
        add_node("371323", grid::Level::kCounty);
        add_node("371323/101", grid::Level::kTown);
        add_node("371323/101/204", grid::Level::kVillage);
        add_node("371323/101/204/001", grid::Level::kGrid);
        add_node("371323/101/204/001/01", grid::Level::kMicro);
    }

    void add_node(std::string path, grid::Level level) {
        grid::Node node;
        node.id = Id<grid::Node>::make(kNow);
        node.code = path;
        for (const auto& above : nodes) {
            if (grid::parent_path(path) == above.path) node.parent = above.id;
        }
        node.path = std::move(path);
        node.level = level;
        nodes.push_back(node);
    }

    void post(PostKind kind, Span term = {kBefore, {}}) {
        const auto& node = nodes[3];
        posts.push_back({Id<Post>::make(kNow), node.id, node.path, kind, "", "", term});
    }
    /// Of the last post.
    void hold(Side side, Span term = {kBefore, {}}, std::vector<Away> away = {}) {
        members.push_back({Id<Member>::make(kNow), "王一", "371323", "", {}, {}});
        holdings.push_back({Id<Holding>::make(kNow), posts.back().id, members.back().id, side, term,
                            std::move(away)});
    }
    static std::vector<Away> away() { return {{Id<Away>::make(kNow), {kBefore, kLater}}}; }

    std::string gaps(std::string_view root = "371323") const {
        const grid::Territory territory("371323", 1, nodes);
        const Roster roster(1, members, posts, holdings);
        const auto found = staff_coverage(territory, *territory.by_path(root), roster, kNow);
        EXPECT_EQ(found.grids, root == "371323/101/204/001/01" ? 0 : 1);
        EXPECT_EQ(found.complete, found.gaps.empty() ? found.grids : 0);
        std::string told;
        for (const auto& gap : found.gaps)
            told += enum_name(gap.post_kind) + " " + enum_name(gap.kind) + "; ";
        return told;
    }
};

TEST_F(StaffCoverageTest, AGridWithoutPostsLacksALeadAndAWorker) {
    EXPECT_EQ(gaps(), "lead no_post; worker no_post; ");
    EXPECT_EQ(gaps("371323/101/204/001"), "lead no_post; worker no_post; ");
    EXPECT_EQ(gaps("371323/101/204/001/01"), "") << "a micro-grid is no grid";
}

TEST_F(StaffCoverageTest, APostWantsAnAAndABAndAPartTimeWorkerIsAWorker) {
    post(PostKind::kLead);
    hold(Side::kA);
    hold(Side::kB);
    post(PostKind::kPartTimeWorker);
    EXPECT_EQ(gaps(), "part_time_worker no_a; part_time_worker no_b; ");
    hold(Side::kB);
    EXPECT_EQ(gaps(), "part_time_worker no_a; ");
    hold(Side::kA);
    EXPECT_EQ(gaps(), "");
}

TEST_F(StaffCoverageTest, WhoHasGoneAndWhoIsYetToComeDoNotCount) {
    post(PostKind::kLead, {kLater, {}});
    post(PostKind::kWorker);
    hold(Side::kA, {kBefore, kNow});
    hold(Side::kB, {kLater, {}});
    EXPECT_EQ(gaps(), "lead no_post; worker no_a; worker no_b; ");
}

TEST_F(StaffCoverageTest, BothAwayLeaveNobody) {
    post(PostKind::kLead);
    hold(Side::kA, {kBefore, {}}, away());
    hold(Side::kB);
    post(PostKind::kWorker);
    hold(Side::kA, {kBefore, {}}, away());
    hold(Side::kB, {kBefore, {}}, away());
    EXPECT_EQ(gaps(), "worker nobody; ");
}

}  // namespace
}  // namespace jingwei::staff
