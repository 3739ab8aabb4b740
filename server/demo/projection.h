#pragma once

#include "demo/plane.h"

namespace jingwei::demo {

/// Degrees, WGS 84, to seven decimals (a centimetre), so that a corner shared by two grids is the
/// same pair of numbers in both.
struct Position {
    double lon = 0;
    double lat = 0;

    friend bool operator==(const Position&, const Position&) = default;
};

/// The county lies in green hills where no such county is. Equirectangular: 0.1 % off at its rim.
constexpr Position kMiddle{118.4253, 30.3142};

Position position_of(Point point);

}  // namespace jingwei::demo
