#include "geo/area_index.h"

#include <algorithm>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/cartesian.hpp>
#include <iterator>

#include "geo/geometry_traits.h"

namespace jingwei::geo {
namespace {

namespace bg = boost::geometry;
using TreeBox = bg::model::box<Point>;

TreeBox tree_box(const Box& box) { return {{box.west, box.south}, {box.east, box.north}}; }

}  // namespace

struct AreaIndex::Tree {
    using Value = std::pair<TreeBox, std::uint32_t>;  // box, place in `entries`
    using RTree = bg::index::rtree<Value, bg::index::rstar<16>>;

    std::vector<Entry> entries;
    RTree boxes;

    std::vector<Value> meeting(const TreeBox& box) const {
        std::vector<Value> found;
        boxes.query(bg::index::intersects(box), std::back_inserter(found));
        return found;
    }
};

AreaIndex::AreaIndex(const std::vector<Entry>& entries) : tree_(std::make_unique<Tree>()) {
    std::vector<Tree::Value> values;
    for (const auto& entry : entries) {
        const auto box = bounds(*entry.area);
        if (!box) continue;
        values.emplace_back(tree_box(*box), static_cast<std::uint32_t>(tree_->entries.size()));
        tree_->entries.push_back(entry);
    }
    tree_->boxes = Tree::RTree(values);  // packed: faster to build and to ask than one by one
}

AreaIndex::AreaIndex(AreaIndex&&) noexcept = default;
AreaIndex& AreaIndex::operator=(AreaIndex&&) noexcept = default;
AreaIndex::~AreaIndex() = default;

std::vector<std::uint32_t> AreaIndex::at(Point point) const {
    std::vector<std::uint32_t> keys;
    for (const auto& [box, place] : tree_->meeting({point, point})) {
        const Entry& entry = tree_->entries[place];
        if (covers(*entry.area, point)) keys.push_back(entry.key);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<std::uint32_t> AreaIndex::meeting(const Box& box) const {
    std::vector<std::uint32_t> keys;
    for (const auto& [_, place] : tree_->meeting(tree_box(box))) {
        keys.push_back(tree_->entries[place].key);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace jingwei::geo
