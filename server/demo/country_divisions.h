#pragma once

#include <vector>

#include "demo/countryside.h"
#include "demo/world.h"

namespace jingwei::demo {

/// Adds the towns around the seat to a world that has its own: divisions with their names, grids
/// with their households and one block each. Nothing for an empty list.
void draw_country(World& world, const std::vector<CountryTown>& towns);

}  // namespace jingwei::demo
