#include "geo/reshape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/coverage.h"
#include "geo/geos.h"

namespace jingwei::geo {
namespace {

constexpr double kMetresPerDegree = 111'195;  // of latitude, on the mean sphere
constexpr double kSnapDegrees = kSnapM / kMetresPerDegree;

Refusal refused(std::string code, std::string field) {
    return {RefusalKind::kInvalid, std::move(code), std::move(field)};
}

/// `end` drawn on by kReachM, away from `from`.
Point drawn_on(Point from, Point end) {
    const double length_m = distance_m(from, end);
    if (length_m == 0) return end;
    const double more = kReachM / length_m;
    return {end.lon + (end.lon - from.lon) * more, end.lat + (end.lat - from.lat) * more};
}

std::vector<Point> drawn_on(std::vector<Point> line) {
    line.erase(std::unique(line.begin(), line.end()), line.end());
    if (line.size() < 2) return line;
    line.front() = drawn_on(line[1], line.front());
    line.back() = drawn_on(line[line.size() - 2], line.back());
    return line;
}

Geos::Geometry all_of(const Geos& geos, const std::vector<MultiPolygon>& areas) {
    MultiPolygon all;
    for (const auto& area : areas)
        all.insert(all.end(), area.begin(), area.end());
    return geos.area(all);
}

bool is_no_hole(const Ring& hole) {
    Ring outer = hole;
    turn(outer, true);
    double length_m = 0;
    for (std::size_t i = 1; i < hole.size(); ++i)
        length_m += distance_m(hole[i - 1], hole[i]);
    const double size_m2 = area_m2({{outer, {}}});
    const CoverageTolerance least;
    return size_m2 < least.area_m2 || 2 * size_m2 / length_m < least.width_m;
}

double size_m2(const MultiPolygon& area) { return area_m2(area); }

bool is_larger(const MultiPolygon& one, const MultiPolygon& other) {
    return size_m2(one) > size_m2(other);
}

/// The faces of the area that the line bounds, and apart the pieces that it does not touch.
struct Faces {
    std::vector<MultiPolygon> cut;
    MultiPolygon untouched;
};

Faces faces_of(const Geos& geos, const MultiPolygon& area, const Geos::Geometry& line) {
    Faces found;
    for (const Polygon& piece : area) {
        const auto whole = geos.area({piece});
        if (!geos.meets(whole, line)) {
            found.untouched.push_back(piece);
            continue;
        }
        std::vector<Geos::Geometry> lines;
        lines.push_back(geos.boundary(whole));
        lines.push_back(geos.snapped(line, lines.front(), kSnapDegrees));
        const auto faces = geos.polygons(geos.faces(geos.united(std::move(lines))));
        for (const Polygon& face : faces) {
            const auto inside = geos.point_inside(geos.area({face}));
            if (covers({piece}, inside)) found.cut.push_back({face});
        }
    }
    return found;
}

}  // namespace

Result<std::vector<MultiPolygon>> split(const MultiPolygon& area, const std::vector<Point>& line) {
    const auto reaching = drawn_on(line);
    if (reaching.size() < 2) return refused("split_line_short", "/line");
    const Geos geos;
    auto [parts, untouched] = faces_of(geos, area, geos.line(reaching));
    std::sort(parts.begin(), parts.end(), is_larger);
    if (parts.size() < 2 || size_m2(parts.back()) < kLeastPartM2) {
        return refused("split_line_misses", "/line");
    }
    if (parts.size() > kMostParts) return refused("split_too_many_parts", "/line");
    parts.front().insert(parts.front().end(), untouched.begin(), untouched.end());
    return parts;
}

Result<MultiPolygon> merge(const std::vector<MultiPolygon>& areas) {
    const Geos geos;
    std::size_t pieces = 0;
    std::vector<Geos::Geometry> all;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (areas[i].empty()) continue;
        pieces += areas[i].size();
        const std::vector<MultiPolygon> earlier(areas.begin(),
                                                areas.begin() + static_cast<std::ptrdiff_t>(i));
        all.push_back(geos.area(snapped(areas[i], earlier)));
    }
    if (all.size() < 2) return refused("merge_needs_two", "/areas");
    const std::size_t least_joined = all.size() - 1;
    auto merged = geos.polygons(geos.united(std::move(all)));
    if (merged.size() + least_joined > pieces) return refused("merge_not_adjacent", "/areas");
    for (auto& polygon : merged)
        std::erase_if(polygon.holes, is_no_hole);
    return merged;
}

MultiPolygon snapped(const MultiPolygon& area, const std::vector<MultiPolygon>& neighbours) {
    const Geos geos;
    const auto onto = all_of(geos, neighbours);
    if (area.empty() || geos.polygons(onto).empty()) return area;
    const auto made = geos.snapped(geos.area(area), onto, kSnapDegrees);
    if (!geos.is_valid(made)) return area;
    auto result = geos.polygons(made);
    return result.empty() ? area : result;
}

std::vector<MultiPolygon> follow(const MultiPolygon& before, const MultiPolygon& after,
                                 std::vector<MultiPolygon> neighbours) {
    const Geos geos;
    const auto taken = geos.area(after);
    std::vector<MultiPolygon> gained(neighbours.size());
    for (const Polygon& left : geos.polygons(geos.difference(geos.area(before), taken))) {
        const auto edge = geos.boundary(geos.area({left}));
        std::size_t nearest = neighbours.size();
        double longest = 0;
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            if (neighbours[i].empty()) continue;
            const auto border = geos.boundary(geos.area(neighbours[i]));
            const double common = geos.length(geos.intersection(edge, border));
            if (common > longest) nearest = i;
            longest = std::max(longest, common);
        }
        if (nearest < neighbours.size()) gained[nearest].push_back(left);
    }
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        const auto area = geos.area(neighbours[i]);
        if (neighbours[i].empty() || (gained[i].empty() && !geos.meets(area, taken))) continue;
        std::vector<Geos::Geometry> parts;
        parts.push_back(geos.difference(area, taken));
        parts.push_back(geos.area(gained[i]));
        MultiPolygon changed = geos.polygons(geos.united(std::move(parts)));
        if (!changed.empty()) changed = snapped(changed, {after});
        std::erase_if(changed, [](const Polygon& one) { return area_m2({one}) < kLeastPartM2; });
        if (std::abs(area_m2(changed) - area_m2(neighbours[i])) < kLeastPartM2 &&
            gained[i].empty()) {
            continue;  // they only touch
        }
        neighbours[i] = std::move(changed);
    }
    return neighbours;
}

}  // namespace jingwei::geo
