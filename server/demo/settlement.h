#pragma once

#include <string>
#include <vector>

#include "demo/streets.h"

namespace jingwei::demo {

/// What stands on a block.
enum class LandUse {
    kCompound,  ///< a gated housing estate of slabs facing south
    kOldTown,   ///< small houses along lanes
    kSchool,
    kHospital,
    kMarket,
    kGovernment,
    kSquare,
    kPark,
    kBusStation,
    kCareHome,
    kFactory,
    kHamlet,  ///< a natural village and its fields
    kField,
    kWood,
    kCountry,  ///< a whole grid of hamlets and fields, its houses not drawn one by one
};

enum class BuildingKind { kHousing, kHouse, kShop, kPublic, kFactory };

struct Building {
    BuildingKind kind = BuildingKind::kHouse;
    Box box;
    int floors = 1;
    int households = 0;
    int block = 0;
    int number = 0;  ///< 3幢 of its block
};

struct Block {
    LandUse use = LandUse::kField;
    std::string name;  ///< of the compound, school, park…; empty for what has none
    Ring ring;
    int grid = 0;  ///< index into the grids of the world
    std::vector<int> buildings;
    bool town_centre = false;  ///< of kCountry: has what a market town has
};

/// A piece of green or sand drawn on the map.
struct Green {
    std::string kind;  ///< park, wood, farmland, pitch, square
    std::string name;
    Ring ring;
};

struct Settlement {
    std::vector<Block> blocks;
    std::vector<Building> buildings;
    std::vector<Green> greens;
    std::vector<Ring> ponds;
};

/// Gives every block of the map a use and builds on it: nothing stands on a road, in the water, on
/// its neighbour or across the border of its block.
Settlement settle(const StreetMap& map, Random& random);

}  // namespace jingwei::demo
