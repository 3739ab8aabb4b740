#pragma once

#include "demo/plane.h"
#include "demo/random.h"

namespace jingwei::demo {

/// A wobbly disc, longer by `stretch` in the direction `along`: ponds, hamlets.
Ring blob(Point middle, double radius, double stretch, Point along, Random& random);
/// A sports field: the rectangle with half circles for its short sides.
Ring rounded(const Box& box);
/// The ring drawn towards its middle by about `by` metres at each corner.
Ring inset(const Ring& ring, double by);
/// One step of Chaikin's: every corner cut off at a quarter of its sides.
Ring with_corners_cut(const Ring& ring);

}  // namespace jingwei::demo
