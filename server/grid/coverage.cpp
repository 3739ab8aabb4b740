#include "grid/coverage.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "geo/coverage.h"

namespace jingwei::grid {
namespace {

DrawingFaultKind kind_of(geo::CoverageFaultKind kind) {
    switch (kind) {
        case geo::CoverageFaultKind::kGap:
            return DrawingFaultKind::kGap;
        case geo::CoverageFaultKind::kOverlap:
            return DrawingFaultKind::kOverlap;
        case geo::CoverageFaultKind::kOutside:
            return DrawingFaultKind::kOutside;
        case geo::CoverageFaultKind::kInvalid:
            return DrawingFaultKind::kInvalid;
    }
    return DrawingFaultKind::kInvalid;
}

/// A school inside the grid around it is meant so.
bool may_overlap(const Node& one, const Node& other) {
    return (one.kind == NodeKind::kDedicated) != (other.kind == NodeKind::kDedicated);
}

void look_at(const Node& above, const std::vector<const Node*>& siblings,
             std::vector<DrawingFault>& faults) {
    std::vector<geo::MultiPolygon> areas;
    for (const Node* one : siblings)
        areas.push_back(one->boundary);
    for (auto& fault : geo::check_coverage(above.boundary, areas)) {
        DrawingFault made{kind_of(fault.kind), siblings[fault.first], nullptr, fault.area_m2,
                          std::move(fault.where)};
        if (made.kind == DrawingFaultKind::kOverlap) {
            made.other = siblings[fault.second];
            if (may_overlap(*made.node, *made.other)) continue;
        }
        if (made.kind == DrawingFaultKind::kGap) {
            if (siblings.front()->level == Level::kMicro) continue;
            made.node = &above;
        }
        faults.push_back(std::move(made));
    }
}

}  // namespace

DrawingCoverage drawing_coverage(const Territory& territory, const Node& root) {
    DrawingCoverage coverage;
    for (const Node* node : territory.subtree(root)) {
        if (node->level == Level::kGrid) {
            ++coverage.grids;
            if (node->boundary.empty()) {
                coverage.faults.push_back({DrawingFaultKind::kNotDrawn, node});
            } else {
                ++coverage.drawn;
            }
        }
        auto faults = drawing_faults_below(territory, *node);
        std::ranges::move(faults, std::back_inserter(coverage.faults));
    }
    return coverage;
}

std::vector<DrawingFault> drawing_faults_below(const Territory& territory, const Node& above) {
    std::map<Level, std::vector<const Node*>> below;
    for (const Node* child : territory.children(above))
        below[child->level].push_back(child);
    std::vector<DrawingFault> faults;
    for (const auto& [level, siblings] : below) {
        const bool any =
            std::ranges::any_of(siblings, [](const Node* one) { return !one->boundary.empty(); });
        if (any) look_at(above, siblings, faults);
    }
    return faults;
}

}  // namespace jingwei::grid
