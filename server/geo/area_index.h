#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "geo/geometry.h"

namespace jingwei::geo {

/// Finds which of many areas hold a point: an R-tree over bounding boxes, then the exact test.
/// Immutable once built; safe to read from many threads. Microseconds for a county of 2,000 grids.
class AreaIndex {
public:
    struct Entry {
        std::uint32_t key;         ///< the caller's number of the area
        const MultiPolygon* area;  ///< borrowed; must outlive the index; empty ones are never found
    };

    explicit AreaIndex(const std::vector<Entry>& entries);
    AreaIndex(AreaIndex&&) noexcept;
    AreaIndex& operator=(AreaIndex&&) noexcept;
    ~AreaIndex();

    /// Keys of the areas that cover `point` (borders included), ascending.
    std::vector<std::uint32_t> at(Point point) const;
    /// Keys of the areas whose bounding box meets `box`, ascending.
    std::vector<std::uint32_t> meeting(const Box& box) const;

private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

}  // namespace jingwei::geo
