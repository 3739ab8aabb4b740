#include "geo/coordinates.h"

#include <cmath>
#include <numbers>

namespace jingwei::geo {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kAxisM = 6'378'245.0;  // Krasovsky 1940, as the deployed systems have it
constexpr double kEccentricity2 = 0.00669342162296594323;
constexpr double kBaiduPi = kPi * 3000.0 / 180.0;

bool is_offset_here(Point point) {
    return point.lon >= 72.004 && point.lon <= 137.8347 && point.lat >= 0.8293 &&
           point.lat <= 55.8271;
}

/// The waves that both axes share: two sines of x.
double ripple(double x) {
    return (20 * std::sin(6 * x * kPi) + 20 * std::sin(2 * x * kPi)) * 2 / 3;
}

double north_m(double x, double y) {
    double sum = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x));
    sum += ripple(x);
    sum += (20 * std::sin(y * kPi) + 40 * std::sin(y / 3 * kPi)) * 2 / 3;
    sum += (160 * std::sin(y / 12 * kPi) + 320 * std::sin(y * kPi / 30)) * 2 / 3;
    return sum;
}

double east_m(double x, double y) {
    double sum = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x));
    sum += ripple(x);
    sum += (20 * std::sin(x * kPi) + 40 * std::sin(x / 3 * kPi)) * 2 / 3;
    sum += (150 * std::sin(x / 12 * kPi) + 300 * std::sin(x / 30 * kPi)) * 2 / 3;
    return sum;
}

/// Both forward maps move a point by little and smoothly, so adding what is still missing
/// converges by a factor of about 1e-3 a round; the bound is for what is not a number.
template <class Forward>
Point inverse(Point target, Forward forward) {
    constexpr int kMaxRounds = 30;
    constexpr double kClose = 1e-11;
    Point guess = target;
    for (int round = 0; round < kMaxRounds; ++round) {
        const Point there = forward(guess);
        const double east = target.lon - there.lon;
        const double north = target.lat - there.lat;
        guess.lon += east;
        guess.lat += north;
        if (std::abs(east) < kClose && std::abs(north) < kClose) break;
    }
    return guess;
}

}  // namespace

Point wgs84_to_gcj02(Point point) {
    if (!is_offset_here(point)) return point;
    const double x = point.lon - 105, y = point.lat - 35;
    const double lat = point.lat / 180 * kPi;
    const double sine = std::sin(lat);
    const double magic = 1 - kEccentricity2 * sine * sine;
    const double root = std::sqrt(magic);
    const double north =
        north_m(x, y) * 180 / (kAxisM * (1 - kEccentricity2) / (magic * root) * kPi);
    const double east = east_m(x, y) * 180 / (kAxisM / root * std::cos(lat) * kPi);
    return {point.lon + east, point.lat + north};
}

Point gcj02_to_wgs84(Point point) {
    if (!is_offset_here(point)) return point;
    return inverse(point, wgs84_to_gcj02);
}

Point gcj02_to_bd09(Point point) {
    const double x = point.lon, y = point.lat;
    const double radius = std::hypot(x, y) + 0.00002 * std::sin(y * kBaiduPi);
    const double angle = std::atan2(y, x) + 0.000003 * std::cos(x * kBaiduPi);
    return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

Point bd09_to_gcj02(Point point) { return inverse(point, gcj02_to_bd09); }
Point bd09_to_wgs84(Point point) { return gcj02_to_wgs84(bd09_to_gcj02(point)); }
Point wgs84_to_bd09(Point point) { return gcj02_to_bd09(wgs84_to_gcj02(point)); }

}  // namespace jingwei::geo
