#include "demo/projection.h"

#include <cmath>
#include <numbers>

namespace jingwei::demo {

Position position_of(Point point) {
    constexpr double kRadius_m = 6'371'008.8;
    constexpr double kDegrees = 180 / std::numbers::pi;
    const double lat = kMiddle.lat + point.y / kRadius_m * kDegrees;
    const double lon =
        kMiddle.lon + point.x / (kRadius_m * std::cos(kMiddle.lat / kDegrees)) * kDegrees;
    return {std::round(lon * 1e7) / 1e7, std::round(lat * 1e7) / 1e7};
}

}  // namespace jingwei::demo
