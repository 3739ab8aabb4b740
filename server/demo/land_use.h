#pragma once

#include "demo/settlement.h"

namespace jingwei::demo {

/// The blocks of the map with their uses and names, nothing built yet, in the order of the grids.
std::vector<Block> plan_land_use(const StreetMap& map, Random& random);

}  // namespace jingwei::demo
