#pragma once

#include "geo/geometry.h"

namespace jingwei::geo {

/// The offset systems of Chinese map services. Only the edge (import, a phone's map SDK) knows
/// them; everything stored is WGS 84. Outside the box 72.004–137.8347 E, 0.8293–55.8271 N the
/// offset is nothing, as in deployed systems.
///
/// The inverses are iterated until they meet within 1e-11 degree (a micrometre): the usual
/// one-step inverse is off by about 0.2 m.
Point wgs84_to_gcj02(Point point);
Point gcj02_to_wgs84(Point point);
Point gcj02_to_bd09(Point point);
Point bd09_to_gcj02(Point point);
Point bd09_to_wgs84(Point point);
Point wgs84_to_bd09(Point point);

}  // namespace jingwei::geo
