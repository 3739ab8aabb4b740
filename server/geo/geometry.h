#pragma once

#include <optional>
#include <vector>

#include "core/text_type.h"

namespace jingwei::geo {

/// Degrees, WGS 84 (which CGCS2000 equals to within centimetres, so no conversion is made between
/// them). GCJ-02 and BD-09 never get in here: they are converted at the edge (geo/coordinates.h).
using jingwei::Point;

/// A closed ring: at least four points, the last equal to the first.
using Ring = std::vector<Point>;

/// Outer ring counterclockwise, holes clockwise, as RFC 7946 wants them.
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;

    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// An area; empty means "no boundary known", which every caller must expect.
using MultiPolygon = std::vector<Polygon>;

/// Closed on all four sides. West ≤ east: nothing here crosses the antimeridian.
struct Box {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;

    bool meets(const Box& other) const;
    friend bool operator==(const Box&, const Box&) = default;
};

/// Nothing for an empty area.
std::optional<Box> bounds(const MultiPolygon& area);

/// True inside and on the border. Cost: one pass over all vertices.
bool covers(const MultiPolygon& area, Point point);

/// Turns a closed ring the right way round: outer rings counterclockwise, holes clockwise.
void turn(Ring& ring, bool counterclockwise);

/// Square metres on a sphere of the earth's authalic radius; holes subtracted. Good to 0.5 %.
double area_m2(const MultiPolygon& area);

/// Metres along a great circle (haversine, mean radius 6,371,008.8 m). Good to 0.5 %.
double distance_m(Point from, Point to);

/// A point certainly inside, for a label or a pin (the middle of the widest level cut). Nothing
/// when empty.
std::optional<Point> label_point(const MultiPolygon& area);

}  // namespace jingwei::geo
