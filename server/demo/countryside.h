#pragma once

#include <vector>

#include "demo/mesh.h"
#include "demo/random.h"
#include "demo/streets.h"

namespace jingwei::demo {

constexpr int kCountrySide = 4;       // towns of a row and of a column; one place is the seat's
constexpr int kCountryVillages = 20;  // of each town

struct CountryVillage {
    Mesh::Face face = Mesh::kNone;
    std::vector<Mesh::Face> grids;
};

struct CountryTown {
    Mesh::Face face = Mesh::kNone;
    std::vector<CountryVillage> villages;  ///< the first has the market town
};

/// Lays fifteen towns around the seat, into the same mesh, so that everything still tiles corner by
/// corner: kCountryVillages villages each, and `grids` grids in all, four or five in most villages.
/// Adds the roads between them and the river's way to the border to the map. `grids` is at least
/// one for each village.
std::vector<CountryTown> lay_countryside(StreetMap& map, Random& random, int grids);

}  // namespace jingwei::demo
