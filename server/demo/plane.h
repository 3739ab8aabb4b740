#pragma once

#include <optional>
#include <vector>

namespace jingwei::demo {

/// Metres east and north of the middle of the county.
struct Point {
    double x = 0;
    double y = 0;

    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend Point operator*(double k, Point a) { return {k * a.x, k * a.y}; }
    friend bool operator==(const Point&, const Point&) = default;
};

/// Corners of a polygon, anticlockwise, the first not repeated.
using Ring = std::vector<Point>;
using Line = std::vector<Point>;

double dot(Point a, Point b);
/// Twice the area of the triangle (0, a, b), positive when b lies left of a.
double cross(Point a, Point b);
double length(Point a);
double distance(Point a, Point b);
double distance_to_segment(Point p, Point a, Point b);
double distance_to_line(Point p, const Line& line);
/// Anticlockwise positive.
double area(const Ring& ring);
Point centroid(const Ring& ring);
/// Inside by the even-odd rule; on the border, either.
bool contains(const Ring& ring, Point p);
/// Where the segments cross, end points included; nothing for parallels.
std::optional<Point> crossing(Point a, Point b, Point c, Point d);
/// Where `from` → `to` first meets the line.
std::optional<Point> first_crossing(Point from, Point to, const Line& line);
/// The line moved to its left by `by` metres (right when negative). For gentle bends only.
Line moved_aside(const Line& line, double by);

/// A rectangle that may stand askew.
struct Box {
    Point middle;
    Point along{1, 0};  ///< unit vector of the first side
    double half_length = 0;
    double half_width = 0;

    Point at(double u, double v) const;
    Ring ring() const;
};

/// The smallest rectangle around the ring, among directions of 3° each; the first side the longer.
Box bounding_box(const Ring& ring);
/// Whether two rectangles share ground.
bool overlap(const Box& a, const Box& b);

}  // namespace jingwei::demo
