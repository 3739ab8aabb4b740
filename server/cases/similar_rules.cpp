#include "cases/similar_rules.h"

#include <cmath>
#include <numbers>

namespace jingwei::cases {
namespace {

constexpr double kDegrees = 0.003;
constexpr std::int64_t kRow = 1'000'000;  // more columns than there are

std::int64_t column_of(double lon) { return std::llround(std::floor((lon + 180) / kDegrees)); }
std::int64_t row_of(double lat) { return std::llround(std::floor((lat + 90) / kDegrees)); }

}  // namespace

std::int64_t cell_of(Point point) { return row_of(point.lat) * kRow + column_of(point.lon); }

std::vector<std::int64_t> cells_around(Point point) {
    std::vector<std::int64_t> cells;
    for (const std::int64_t up : {-1, 0, 1}) {
        for (const std::int64_t right : {-1, 0, 1}) {
            cells.push_back(cell_of(point) + up * kRow + right);
        }
    }
    return cells;
}

double metres_between(Point one, Point other) {
    constexpr double kEarthRadiusM = 6'371'008.8;
    constexpr double kRadians = std::numbers::pi / 180;
    const double x = (other.lon - one.lon) * std::cos((one.lat + other.lat) / 2 * kRadians);
    const double y = other.lat - one.lat;
    return std::hypot(x, y) * kRadians * kEarthRadiusM;
}

}  // namespace jingwei::cases
