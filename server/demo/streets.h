#pragma once

#include <array>
#include <string>
#include <vector>

#include "demo/mesh.h"
#include "demo/random.h"

namespace jingwei::demo {

/// From wide to narrow; 大道/路, 路, 街, 巷 on the map.
enum class RoadKind { kPrimary, kSecondary, kStreet, kLane };

struct Road {
    RoadKind kind;
    std::string name;
    Line line;
};

/// Half of what the road takes from the land, pavements included.
double half_width_m(RoadKind kind);

/// What a part of the county is like; the letters of the plan in streets.cpp.
enum class Zone { kOld, kNew, kCivic, kIndustry, kRural, kHills };

/// One mesh of the plan: land between two arterials.
struct Quarter {
    int column = 0;
    int row = 0;  ///< from the north
    Zone zone = Zone::kRural;
    char village = 'a';
    Mesh::Face face = Mesh::kNone;
    std::vector<Mesh::Face> grids;  ///< one or two; their leaves are the blocks
};

/// The ground plan: a lattice of arterials bent along a river, cut further into grids by streets
/// and into blocks by lanes. Villages are unions of quarters, grids are faces, so all of them tile.
struct StreetMap {
    Mesh mesh;
    std::vector<Quarter> quarters;
    std::vector<Road> roads;
    Line river;  ///< its middle, west to east
    Ring river_water;
    Line creek;  ///< from the hills in the north-east down to the river
    Ring creek_water;
    std::vector<Ring> river_parks;        ///< the green between the embankment roads and the water
    std::array<Mesh::Node, 4> corners{};  ///< of the seat, anticlockwise from the north-west
    std::vector<Line> far_river;  ///< in a county of full size: on from the seat to its border
};

constexpr int kVillages = 15;
constexpr double kRiverHalfWidth_m = 30;
constexpr double kEmbankment_m = 52;  ///< the embankment roads run this far from the river's middle

StreetMap lay_streets(Random& random);

}  // namespace jingwei::demo
