#pragma once

#include <boost/describe/enum.hpp>
#include <vector>

#include "grid/territory.h"
#include "staff/roster.h"

namespace jingwei::staff {

/// What a grid lacks of the people that it ought to have.
enum class StaffGapKind {
    kNoPost,  ///< no open post of that kind
    kNoA,     ///< nobody holds the post as A
    kNoB,     ///< nobody holds it as B: when A is away the post stands empty
    kNobody,  ///< held, and all who hold it are away
};
BOOST_DESCRIBE_ENUM(StaffGapKind, kNoPost, kNoA, kNoB, kNobody)

struct StaffGap {
    StaffGapKind kind = StaffGapKind::kNoPost;
    const grid::Node* grid = nullptr;
    PostKind post_kind = PostKind::kLead;
    const Post* post = nullptr;  ///< null for kNoPost
};

struct StaffCoverage {
    std::int64_t grids = 0;
    std::int64_t complete = 0;   ///< grids without a gap
    std::vector<StaffGap> gaps;  ///< by path, lead before worker
};

/// Whether every grid at and below `root` has, at that moment, a lead and a worker (full or part
/// time), each post with an A and a B, and somebody who answers in it. Micro-grids are no grids
/// here. Pointers live as long as territory and roster. Pure.
StaffCoverage staff_coverage(const grid::Territory& territory, const grid::Node& root,
                             const Roster& roster, Time at);

}  // namespace jingwei::staff
