#include "geo/coverage.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "geo/area_index.h"
#include "geo/geos.h"

namespace jingwei::geo {

std::optional<Point> label_point(const MultiPolygon& area) {
    if (area.empty()) return std::nullopt;
    const Geos geos;
    return geos.point_inside(geos.area(area));
}

namespace {

double perimeter_m(const Polygon& part) {
    double length = 0;
    const auto add = [&](const Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i)
            length += distance_m(ring[i - 1], ring[i]);
    };
    add(part.outer);
    std::for_each(part.holes.begin(), part.holes.end(), add);
    return length;
}

class Check {
public:
    Check(const MultiPolygon& parent, const std::vector<MultiPolygon>& siblings,
          CoverageTolerance tolerance)
        : parent_area_(parent), sibling_areas_(siblings), tolerance_(tolerance) {}

    std::vector<CoverageFault> run() {
        build();
        find_overlaps();
        if (parent_) {
            find_outside();
            if (complete_) find_gaps();
        }
        std::stable_sort(faults_.begin(), faults_.end(), [](const auto& a, const auto& b) {
            return std::make_pair(a.kind != CoverageFaultKind::kInvalid, -a.area_m2) <
                   std::make_pair(b.kind != CoverageFaultKind::kInvalid, -b.area_m2);
        });
        return std::move(faults_);
    }

private:
    void build() {
        if (!parent_area_.empty()) {
            auto parent = geos_.area(parent_area_);
            if (geos_.is_valid(parent)) parent_ = std::move(parent);
        }
        for (std::uint32_t i = 0; i < sibling_areas_.size(); ++i) {
            auto area = geos_.area(sibling_areas_[i]);
            const bool valid = geos_.is_valid(area);
            if (!valid) faults_.push_back({CoverageFaultKind::kInvalid, i, 0, 0, {}});
            complete_ = complete_ && valid && !sibling_areas_[i].empty();
            usable_.push_back(valid && !sibling_areas_[i].empty());
            siblings_.push_back(std::move(area));
        }
    }

    void find_overlaps() {
        std::vector<AreaIndex::Entry> entries;
        for (std::uint32_t i = 0; i < siblings_.size(); ++i) {
            if (usable_[i]) entries.push_back({i, &sibling_areas_[i]});
        }
        const AreaIndex index(entries);
        for (const auto& entry : entries) {
            for (const auto other : index.meeting(*bounds(*entry.area))) {
                if (other <= entry.key) continue;
                report(CoverageFaultKind::kOverlap, entry.key, other,
                       geos_.intersection(siblings_[entry.key], siblings_[other]));
            }
        }
    }

    void find_outside() {
        for (std::uint32_t i = 0; i < siblings_.size(); ++i) {
            if (!usable_[i]) continue;
            report(CoverageFaultKind::kOutside, i, 0, geos_.difference(siblings_[i], *parent_));
        }
    }

    void find_gaps() {
        const auto covered = geos_.united(std::move(siblings_));
        report(CoverageFaultKind::kGap, 0, 0, geos_.difference(*parent_, covered));
    }

    void report(CoverageFaultKind kind, std::uint32_t first, std::uint32_t second,
                const Geos::Geometry& where) {
        for (auto& part : geos_.polygons(where)) {
            const double size = area_m2({part});
            const double width = 2 * size / perimeter_m(part);
            if (size < tolerance_.area_m2 || width < tolerance_.width_m) continue;
            faults_.push_back({kind, first, second, size, {std::move(part)}});
        }
    }

    Geos geos_;
    const MultiPolygon& parent_area_;
    const std::vector<MultiPolygon>& sibling_areas_;
    const CoverageTolerance tolerance_;
    std::optional<Geos::Geometry> parent_;
    std::vector<Geos::Geometry> siblings_;
    std::vector<bool> usable_;
    bool complete_ = true;
    std::vector<CoverageFault> faults_;
};

}  // namespace

std::vector<CoverageFault> check_coverage(const MultiPolygon& parent,
                                          const std::vector<MultiPolygon>& siblings,
                                          CoverageTolerance tolerance) {
    return Check(parent, siblings, tolerance).run();
}

}  // namespace jingwei::geo
