#include "geo/geometry.h"

#include <algorithm>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/strategies/cartesian.hpp>
#include <cmath>
#include <numbers>

#include "geo/geometry_traits.h"

namespace jingwei::geo {
namespace {

constexpr double kMeanRadiusM = 6'371'008.8;
constexpr double kAuthalicRadiusM = 6'371'007.2;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

/// Chamberlain & Duquette, "Some algorithms for polygons on a sphere" (JPL 07-3), positive when
/// counterclockwise.
double signed_area_m2(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point &from = ring[i - 1], &to = ring[i];
        sum += radians(from.lon - to.lon) *
               (2 + std::sin(radians(from.lat)) + std::sin(radians(to.lat)));
    }
    return sum * kAuthalicRadiusM * kAuthalicRadiusM / 2;
}

/// Counted from the first vertex, so that small rings far from (0, 0) keep their digits.
double doubled_degrees(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point from{ring[i - 1].lon - ring[0].lon, ring[i - 1].lat - ring[0].lat};
        const Point to{ring[i].lon - ring[0].lon, ring[i].lat - ring[0].lat};
        sum += from.lon * to.lat - to.lon * from.lat;
    }
    return sum;
}

void widen(Box& box, Point point) {
    box.west = std::min(box.west, point.lon);
    box.east = std::max(box.east, point.lon);
    box.south = std::min(box.south, point.lat);
    box.north = std::max(box.north, point.lat);
}

}  // namespace

bool Box::meets(const Box& other) const {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
}

std::optional<Box> bounds(const MultiPolygon& area) {
    std::optional<Box> box;
    for (const auto& polygon : area) {
        for (const auto& point : polygon.outer) {
            if (!box) {
                box = Box{point.lon, point.lat, point.lon, point.lat};
            }
            widen(*box, point);
        }
    }
    return box;
}

bool covers(const MultiPolygon& area, Point point) {
    return boost::geometry::covered_by(point, area);
}

void turn(Ring& ring, bool counterclockwise) {
    if ((doubled_degrees(ring) > 0) != counterclockwise) std::reverse(ring.begin(), ring.end());
}

double area_m2(const MultiPolygon& area) {
    double sum = 0;
    for (const auto& polygon : area) {
        sum += std::abs(signed_area_m2(polygon.outer));
        for (const auto& hole : polygon.holes)
            sum -= std::abs(signed_area_m2(hole));
    }
    return sum;
}

double distance_m(Point from, Point to) {
    const double up = std::sin(radians(to.lat - from.lat) / 2);
    const double across = std::sin(radians(to.lon - from.lon) / 2);
    const double h =
        up * up + std::cos(radians(from.lat)) * std::cos(radians(to.lat)) * across * across;
    return 2 * kMeanRadiusM * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace jingwei::geo
