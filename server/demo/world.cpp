#include "demo/world.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "demo/country_divisions.h"
#include "demo/names.h"

namespace jingwei::demo {

namespace {

constexpr std::array<std::string_view, 13> kOrdinals{"零", "一", "二", "三", "四",   "五",  "六",
                                                     "七", "八", "九", "十", "十一", "十二"};

int village_of(char letter) {
    for (std::size_t i = 0; i < kVillageNames.size(); ++i)
        if (kVillageNames[i].letter == letter) return static_cast<int>(i);
    assert(false && "the plan names a village that has no name");
    return 0;
}

std::vector<Mesh::Face> faces_of(const World& world, auto&& wanted) {
    std::vector<Mesh::Face> faces;
    for (const Quarter& quarter : world.map.quarters)
        if (wanted(village_of(quarter.village))) faces.push_back(quarter.face);
    return faces;
}

Ring outline(const World& world, auto&& wanted) {
    return world.map.mesh.line(world.map.mesh.outline(faces_of(world, wanted)));
}

void draw_divisions(World& world) {
    for (const auto& [name, code] : kTowns)
        world.towns.push_back({std::string{name}, std::string{code}, {}, {}});
    for (std::size_t i = 0; i < kVillageNames.size(); ++i) {
        const VillageName& given = kVillageNames[i];
        const int index = static_cast<int>(i);
        world.villages.push_back({std::string{given.name},
                                  std::string{given.code},
                                  given.town,
                                  {},
                                  outline(world, [&](int village) { return village == index; })});
        world.towns[static_cast<std::size_t>(given.town)].villages.push_back(index);
    }
    for (std::size_t t = 0; t < world.towns.size(); ++t)
        world.towns[t].border = outline(world, [&](int village) {
            return kVillageNames[static_cast<std::size_t>(village)].town == static_cast<int>(t);
        });
    world.border = outline(world, [](int) { return true; });
}

/// Grids come in the order of the quarters, which is how the blocks number them.
void draw_grids(World& world) {
    for (const Quarter& quarter : world.map.quarters) {
        for (const Mesh::Face face : quarter.grids) {
            GridArea grid;
            grid.village = village_of(quarter.village);
            grid.border = world.map.mesh.ring(face);
            grid.dedicated = quarter.zone == Zone::kIndustry;
            world.grids.push_back(std::move(grid));
        }
    }
}

void note_blocks(World& world) {
    for (std::size_t i = 0; i < world.town_map.blocks.size(); ++i) {
        const Block& block = world.town_map.blocks[i];
        GridArea& grid = world.grids[static_cast<std::size_t>(block.grid)];
        grid.blocks.push_back(static_cast<int>(i));
        for (const int building : block.buildings)
            grid.households +=
                world.town_map.buildings[static_cast<std::size_t>(building)].households;
    }
}

int grids_of_seat(const World& world) {
    std::size_t grids = 0;
    for (const Quarter& quarter : world.map.quarters)
        grids += quarter.grids.size();
    return static_cast<int>(grids);
}

/// From the north-west, row by row, as people read a map.
void number_grids(World& world) {
    for (std::size_t i = 0; i < world.grids.size(); ++i)
        world.villages[static_cast<std::size_t>(world.grids[i].village)].grids.push_back(
            static_cast<int>(i));
    for (Village& village : world.villages) {
        int number = 0, dedicated = 0;
        for (const int index : village.grids) {
            GridArea& grid = world.grids[static_cast<std::size_t>(index)];
            grid.number = ++number;
            grid.name =
                grid.dedicated
                    ? "产业园第" + std::string{kOrdinals[static_cast<std::size_t>(++dedicated)]} +
                          "专属网格"
                    : "第" + std::string{kOrdinals[static_cast<std::size_t>(number)]} + "网格";
        }
    }
}

}  // namespace

World make_world(std::uint64_t seed, Scale scale) {
    World world;
    world.seed = seed;
    Random streets{seed, "streets"};
    world.map = lay_streets(streets);
    std::vector<CountryTown> country;
    if (scale == Scale::kCounty) {
        Random lanes{seed, "countryside"};
        country = lay_countryside(world.map, lanes, kCountyGrids - grids_of_seat(world));
    }
    Random houses{seed, "houses"};
    world.town_map = settle(world.map, houses);
    draw_divisions(world);
    draw_grids(world);
    draw_country(world, country);
    note_blocks(world);
    number_grids(world);
    staff_world(world);
    return world;
}

}  // namespace jingwei::demo
