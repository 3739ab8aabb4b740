#include "staff/coverage.h"

#include <algorithm>
#include <array>

namespace jingwei::staff {
namespace {

struct Needed {
    PostKind first;
    PostKind or_else;
};
constexpr std::array kNeeded{Needed{PostKind::kLead, PostKind::kLead},
                             Needed{PostKind::kWorker, PostKind::kPartTimeWorker}};

void look_at_post(const grid::Node& grid, const Post& post, const Roster& roster, Time at,
                  std::vector<StaffGap>& gaps) {
    const auto holdings = roster.holdings_of(post.id);
    const auto held_as = [&](Side side) {
        return std::ranges::any_of(holdings, [&](const Holding* holding) {
            return holding->side == side && holding->term.holds(at);
        });
    };
    const bool has_a = held_as(Side::kA);
    const bool has_b = held_as(Side::kB);
    if (!has_a) gaps.push_back({StaffGapKind::kNoA, &grid, post.kind, &post});
    if (!has_b) gaps.push_back({StaffGapKind::kNoB, &grid, post.kind, &post});
    if ((has_a || has_b) && who_acts(holdings, at).empty()) {
        gaps.push_back({StaffGapKind::kNobody, &grid, post.kind, &post});
    }
}

void look_at_grid(const grid::Node& grid, const Roster& roster, Time at,
                  std::vector<StaffGap>& gaps) {
    const auto posts = roster.posts_at(grid.id);
    for (const auto& [first, or_else] : kNeeded) {
        bool there = false;
        for (const Post* post : posts) {
            if (!post->term.holds(at) || (post->kind != first && post->kind != or_else)) continue;
            there = true;
            look_at_post(grid, *post, roster, at, gaps);
        }
        if (!there) gaps.push_back({StaffGapKind::kNoPost, &grid, first, nullptr});
    }
}

}  // namespace

StaffCoverage staff_coverage(const grid::Territory& territory, const grid::Node& root,
                             const Roster& roster, Time at) {
    StaffCoverage coverage;
    for (const grid::Node* node : territory.subtree(root)) {
        if (node->level != grid::Level::kGrid) continue;
        const auto before = coverage.gaps.size();
        look_at_grid(*node, roster, at, coverage.gaps);
        ++coverage.grids;
        if (coverage.gaps.size() == before) ++coverage.complete;
    }
    return coverage;
}

}  // namespace jingwei::staff
