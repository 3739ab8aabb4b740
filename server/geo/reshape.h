#pragma once

#include <vector>

#include "core/result.h"
#include "geo/geometry.h"

/// Drawing anew what is drawn already, so that the areas on both sides of a border have the very
/// same vertices along it. Pure; a few milliseconds for areas of some hundred vertices. Areas given
/// must be valid (geo/geojson.h checks those from outside).
namespace jingwei::geo {

/// What lies nearer than this to a vertex of a neighbour, or to the border that a line is to cut,
/// is meant to lie on it. Counted in degrees of latitude, so it is less than that from west to
/// east.
inline constexpr double kSnapM = 1;
/// How far the ends of a cutting line that stop short of the border are drawn on.
inline constexpr double kReachM = 3;
/// A part smaller than this is a slip of the hand.
inline constexpr double kLeastPartM2 = 10;
inline constexpr std::size_t kMostParts = 10;

/// The parts into which `line` (two points or more) cuts `area`, the largest first. Pieces of an
/// area of several that the line does not touch go with the largest part. Refuses split_line_short,
/// split_line_misses (it leaves one part, or parts that are slips), split_too_many_parts; field
/// "/line".
Result<std::vector<MultiPolygon>> split(const MultiPolygon& area, const std::vector<Point>& line);

/// The areas as one. Slits and holes between them that no tolerance would call a gap are closed.
/// Refuses merge_needs_two and merge_not_adjacent (some of them touch none of the others); field
/// "/areas".
Result<MultiPolygon> merge(const std::vector<MultiPolygon>& areas);

/// `area` with its vertices and edges drawn onto the vertices of `neighbours` within kSnapM. As it
/// was when that would make it invalid.
MultiPolygon snapped(const MultiPolygon& area, const std::vector<MultiPolygon>& neighbours);

/// Neighbours after `before` was drawn anew as `after`: each gives what `after` took, and what was
/// left goes to the neighbour with the longest common border. In the order given, the same areas
/// where nothing changes; one of which nothing is left is empty.
std::vector<MultiPolygon> follow(const MultiPolygon& before, const MultiPolygon& after,
                                 std::vector<MultiPolygon> neighbours);

}  // namespace jingwei::geo
