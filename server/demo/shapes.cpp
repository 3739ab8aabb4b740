#include "demo/shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace jingwei::demo {

using std::numbers::pi;

Ring blob(Point middle, double radius, double stretch, Point along, Random& random) {
    constexpr int kCorners = 24;
    const Point across{-along.y, along.x};
    const double a = random.between(0, 2 * pi), b = random.between(0, 2 * pi);
    Ring ring;
    for (int i = 0; i < kCorners; ++i) {
        const double t = 2 * pi * i / kCorners;
        const double r = radius * (1 + 0.18 * std::sin(2 * t + a) + 0.10 * std::sin(3 * t + b));
        ring.push_back(middle + stretch * r * std::cos(t) * along + r * std::sin(t) * across);
    }
    return ring;
}

Ring rounded(const Box& box) {
    constexpr int kSteps = 16;
    const double r = box.half_width, straight = box.half_length - r;
    Ring ring;
    for (const double side : {1.0, -1.0})
        for (int i = 0; i <= kSteps; ++i) {
            const double t = -pi / 2 + pi * i / kSteps;
            ring.push_back(box.at(side * (straight + r * std::cos(t)), side * r * std::sin(t)));
        }
    return ring;
}

Ring inset(const Ring& ring, double by) {
    const Point middle = centroid(ring);
    Ring smaller;
    for (const Point p : ring) {
        const double off = distance(p, middle);
        smaller.push_back(middle + std::max(0.0, (off - 2 * by) / off) * (p - middle));
    }
    return smaller;
}

Ring with_corners_cut(const Ring& ring) {
    Ring softer;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i], b = ring[(i + 1) % ring.size()];
        softer.push_back(a + 0.25 * (b - a));
        softer.push_back(a + 0.75 * (b - a));
    }
    return softer;
}

}  // namespace jingwei::demo
