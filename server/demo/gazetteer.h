#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "demo/mix.h"
#include "demo/random.h"
#include "demo/world.h"

namespace jingwei::demo {

/// A place where something can happen, and what people call it.
struct Spot {
    int grid = 0;
    Point at;
    std::string address;
};

/// The addresses of the county by grid and setting. Every spot lies inside its grid.
class Gazetteer {
public:
    explicit Gazetteer(const World& world);

    /// Nothing when the grid has no such place.
    const std::vector<Spot>& spots(int grid, Setting where) const;
    bool has(int grid, Setting where) const { return !spots(grid, where).empty(); }

private:
    void add_edges(const Block& block);
    void add_buildings(const Block& block);
    void add_country(const Block& block);
    void add_town_centre(const Block& block, Random& random);
    void add_far_river();
    void add(int grid, Setting where, Point at, std::string address);
    const Road* road_along(Point a, Point b) const;
    /// The nearest other road within 70 m that is no lane.
    const Road* crossing_near(Point at, const Road& other) const;
    std::string street_address(const Road& road, Point at, const Block& block) const;

    const World& world_;
    std::map<std::pair<int, Setting>, std::vector<Spot>> spots_;
    std::vector<Spot> none_;
};

}  // namespace jingwei::demo
