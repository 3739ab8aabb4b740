#include "demo/plane.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace jingwei::demo {

double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
double length(Point a) { return std::sqrt(dot(a, a)); }
double distance(Point a, Point b) { return length(a - b); }

double distance_to_segment(Point p, Point a, Point b) {
    const Point along = b - a;
    const double squared = dot(along, along);
    if (squared == 0) return distance(p, a);
    const double t = std::clamp(dot(p - a, along) / squared, 0.0, 1.0);
    return distance(p, a + t * along);
}

double distance_to_line(Point p, const Line& line) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        nearest = std::min(nearest, distance_to_segment(p, line[i], line[i + 1]));
    return nearest;
}

double area(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        twice += cross(ring[i], ring[(i + 1) % ring.size()]);
    return twice / 2;
}

Point centroid(const Ring& ring) {
    Point sum;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        sum = sum + cross(a, b) * (a + b);
    }
    return (1 / (6 * area(ring))) * sum;
}

bool contains(const Ring& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i];
        const Point b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

std::optional<Point> crossing(Point a, Point b, Point c, Point d) {
    const Point r = b - a;
    const Point s = d - c;
    const double denominator = cross(r, s);
    if (denominator == 0) return std::nullopt;
    const double t = cross(c - a, s) / denominator;
    const double u = cross(c - a, r) / denominator;
    if (t < 0 || t > 1 || u < 0 || u > 1) return std::nullopt;
    return a + t * r;
}

std::optional<Point> first_crossing(Point from, Point to, const Line& line) {
    std::optional<Point> first;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto met = crossing(from, to, line[i], line[i + 1]);
        if (met && (!first || distance(from, *met) < distance(from, *first))) first = met;
    }
    return first;
}

Line moved_aside(const Line& line, double by) {
    Line moved;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point ahead = line[std::min(i + 1, line.size() - 1)] - line[i == 0 ? 0 : i - 1];
        const double size = length(ahead);
        moved.push_back(line[i] + by * Point{-ahead.y / size, ahead.x / size});
    }
    return moved;
}

Point Box::at(double u, double v) const {
    return middle + u * along + v * Point{-along.y, along.x};
}

Ring Box::ring() const {
    return {at(-half_length, -half_width), at(half_length, -half_width),
            at(half_length, half_width), at(-half_length, half_width)};
}

namespace {

Box box_along(const Ring& ring, double angle) {
    Box box;
    box.along = {std::cos(angle), std::sin(angle)};
    const Point across{-box.along.y, box.along.x};
    double low_u = std::numeric_limits<double>::infinity(), low_v = low_u;
    double high_u = -low_u, high_v = -low_u;
    for (const Point p : ring) {
        low_u = std::min(low_u, dot(p, box.along));
        high_u = std::max(high_u, dot(p, box.along));
        low_v = std::min(low_v, dot(p, across));
        high_v = std::max(high_v, dot(p, across));
    }
    box.half_length = (high_u - low_u) / 2;
    box.half_width = (high_v - low_v) / 2;
    box.middle = ((low_u + high_u) / 2) * box.along + ((low_v + high_v) / 2) * across;
    return box;
}

/// Whether the projections of both on an axis of `a` stay apart.
bool apart_along(const Box& a, const Box& b) {
    const Point across{-a.along.y, a.along.x};
    double low_u = std::numeric_limits<double>::infinity(), low_v = low_u;
    double high_u = -low_u, high_v = -low_u;
    for (const Point corner : b.ring()) {
        const Point p = corner - a.middle;
        low_u = std::min(low_u, dot(p, a.along));
        high_u = std::max(high_u, dot(p, a.along));
        low_v = std::min(low_v, dot(p, across));
        high_v = std::max(high_v, dot(p, across));
    }
    return low_u > a.half_length || high_u < -a.half_length || low_v > a.half_width ||
           high_v < -a.half_width;
}

}  // namespace

Box bounding_box(const Ring& ring) {
    Box best = box_along(ring, 0);
    for (int degrees = 3; degrees < 90; degrees += 3) {
        const Box other = box_along(ring, degrees * std::numbers::pi / 180);
        if (other.half_length * other.half_width < best.half_length * best.half_width) best = other;
    }
    if (best.half_length < best.half_width) {
        best.along = {-best.along.y, best.along.x};
        std::swap(best.half_length, best.half_width);
    }
    return best;
}

bool overlap(const Box& a, const Box& b) { return !apart_along(a, b) && !apart_along(b, a); }

}  // namespace jingwei::demo
