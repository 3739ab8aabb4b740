#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <vector>

#include "grid/territory.h"

namespace jingwei::grid {

/// What is wrong with the drawing of the territory.
enum class DrawingFaultKind {
    kNotDrawn,  ///< a grid without a boundary
    kInvalid,   ///< its boundary crosses itself
    kOverlap,   ///< it and `other` cover the same ground
    kOutside,   ///< part of it lies outside the node above
    kGap,       ///< part of it is covered by none of the nodes below
};
BOOST_DESCRIBE_ENUM(DrawingFaultKind, kNotDrawn, kInvalid, kOverlap, kOutside, kGap)

struct DrawingFault {
    DrawingFaultKind kind = DrawingFaultKind::kNotDrawn;
    const Node* node = nullptr;
    const Node* other = nullptr;  ///< of an overlap
    double area_m2 = 0;
    geo::MultiPolygon where{};  ///< empty for kNotDrawn and kInvalid
};

struct DrawingCoverage {
    std::int64_t grids = 0;
    std::int64_t drawn = 0;  ///< grids with a boundary
    std::vector<DrawingFault> faults;
};

/// Whether the boundaries at and below `root` tile: siblings of one level do not overlap, lie
/// inside the node above and leave no gap in it, as far as both are drawn. A dedicated grid (a
/// school) may lie over a general one; micro-grids need not fill their grid; where one sibling is
/// not drawn, gaps are not looked for. Pointers live as long as the territory. Pure; a county of
/// 1,400 grids takes seconds.
DrawingCoverage drawing_coverage(const Territory& territory, const Node& root);

/// The same of the nodes directly under `above` alone, each level by itself.
std::vector<DrawingFault> drawing_faults_below(const Territory& territory, const Node& above);

}  // namespace jingwei::grid
