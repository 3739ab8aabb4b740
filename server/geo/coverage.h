#pragma once

#include <cstdint>
#include <vector>

#include "geo/geometry.h"

namespace jingwei::geo {

enum class CoverageFaultKind {
    kGap,      ///< part of the parent that no sibling covers
    kOverlap,  ///< part that `first` and `second` both cover
    kOutside,  ///< part of `first` that lies outside the parent
    kInvalid,  ///< `first` is no valid area (crosses itself …); it takes no part in the rest
};

struct CoverageFault {
    CoverageFaultKind kind;
    std::uint32_t first = 0;   ///< number of the sibling; 0 for a gap
    std::uint32_t second = 0;  ///< only for an overlap
    double area_m2 = 0;
    MultiPolygon where;
};

struct CoverageTolerance {
    double area_m2 = 10;  ///< a fault of less than this is a drawing error nobody disputes
    /// A sliver thinner than this is none: twice its area by its perimeter, the width of a strip.
    double width_m = 0.5;
};

/// How far `siblings` tile `parent`: no gap, no overlap, nothing outside; one fault per connected
/// part, invalid areas first, then by size. Siblings without a boundary are passed over, and then
/// gaps are not looked for, since they may well be filled. Without a parent boundary only overlaps
/// are looked for.
std::vector<CoverageFault> check_coverage(const MultiPolygon& parent,
                                          const std::vector<MultiPolygon>& siblings,
                                          CoverageTolerance tolerance = {});

}  // namespace jingwei::geo
