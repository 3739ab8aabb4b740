#pragma once

#include <string>

#include "demo/world.h"

namespace jingwei::demo {

/// The street map below everything else, as one GeoJSON FeatureCollection in the order of drawing.
/// Every feature has `layer` and most have `kind` and `name`:
///
/// | layer    | geometry   | kind                                         | more                |
/// |----------|------------|----------------------------------------------|---------------------|
/// | land     | Polygon    | county                                       |                     |
/// | green    | Polygon    | farmland, wood, park, pitch, square          |                     |
/// | water    | Polygon    | river, stream, pond                          |                     |
/// | road     | LineString | primary, secondary, street, lane             | width (m)           |
/// | building | Polygon    | housing, house, shop, public, factory        | floors              |
/// | place    | Point      | compound, school, hospital, market, …        |                     |
///
/// `about` of the collection says that the place does not exist.
std::string base_map(const World& world);

/// One ring or line as [[lon,lat],…]; a ring is closed.
std::string coordinates(const Line& line, bool closed);

}  // namespace jingwei::demo
