#pragma once

#include <cstdint>
#include <vector>

#include "core/text_type.h"

/// Finding what may be the same problem. Pure.
namespace jingwei::cases {

/// The square of about 300 m (0.003 degrees) in which a point lies, as one number that a B-tree
/// finds under row-level security.
std::int64_t cell_of(Point point);

/// That square and the eight around it.
std::vector<std::int64_t> cells_around(Point point);

/// Metres between two points not far from each other (equirectangular; good to 1 % below 10 km).
double metres_between(Point one, Point other);

}  // namespace jingwei::cases
