#include "demo/world.h"

#include <gtest/gtest.h>

#include <array>
#include <boost/json.hpp>
#include <cmath>
#include <map>
#include <set>

#include "demo/base_map.h"
#include "demo/gazetteer.h"
#include "demo/projection.h"
#include "demo/test_world.h"

namespace jingwei::demo {
namespace {

const World& world() { return test_world(); }

const World& other_world() {
    static const World made = make_world(2);
    return made;
}

/// Every directed edge of the rings once; a corner by its rounded position, as the map has it.
using Corner = std::pair<long long, long long>;
Corner corner(Point p) {
    const Position at = position_of(p);
    return {std::llround(at.lon * 1e7), std::llround(at.lat * 1e7)};
}

/// The edges that are left when those passed in both directions cancel out.
std::set<std::pair<Corner, Corner>> rim(const std::vector<const Ring*>& rings) {
    std::set<std::pair<Corner, Corner>> edges;
    for (const Ring* ring : rings)
        for (std::size_t i = 0; i < ring->size(); ++i) {
            const Corner a = corner((*ring)[i]), b = corner((*ring)[(i + 1) % ring->size()]);
            EXPECT_TRUE(edges.emplace(a, b).second) << "an edge is passed twice: an overlap";
        }
    std::set<std::pair<Corner, Corner>> left;
    for (const auto& [a, b] : edges)
        if (!edges.contains({b, a})) left.emplace(a, b);
    return left;
}

TEST(World, HasThreeTownsAndAboutSixtyGrids) {
    EXPECT_EQ(world().towns.size(), 3u);
    EXPECT_EQ(world().villages.size(), 15u);
    EXPECT_GE(world().grids.size(), 55u);
    EXPECT_LE(world().grids.size(), 65u);
}

void expect_tiled(const World& world, const std::vector<int>& grids, const Ring& border,
                  const std::string& name) {
    std::vector<const Ring*> rings;
    double sum = 0;
    for (const int grid : grids) {
        rings.push_back(&world.grids[static_cast<std::size_t>(grid)].border);
        EXPECT_GT(area(*rings.back()), 0);
        sum += area(*rings.back());
    }
    EXPECT_EQ(rim(rings), rim({&border})) << name;
    EXPECT_NEAR(sum, area(border), 1e-3) << name;
}

const std::array<const World*, 2> kWorlds{&test_world(), &test_county()};

TEST(World, GridsTileTheirVillageCornerByCorner) {
    for (const World* each : kWorlds)
        for (const Village& village : each->villages)
            expect_tiled(*each, village.grids, village.border, village.name);
}

TEST(World, VillagesTileTheirTownAndTownsTheCounty) {
    for (const World* each : kWorlds) {
        std::vector<const Ring*> towns;
        for (const Town& town : each->towns) {
            std::vector<const Ring*> rings;
            for (const int village : town.villages)
                rings.push_back(&each->villages[static_cast<std::size_t>(village)].border);
            EXPECT_EQ(rim(rings), rim({&town.border})) << town.name;
            towns.push_back(&town.border);
        }
        EXPECT_EQ(rim(towns), rim({&each->border}));
    }
}

TEST(World, BlocksTileTheirGrid) {
    for (const World* each : kWorlds)
        for (const GridArea& grid : each->grids) {
            std::vector<const Ring*> rings;
            for (const int block : grid.blocks)
                rings.push_back(&each->town_map.blocks[static_cast<std::size_t>(block)].ring);
            EXPECT_EQ(rim(rings), rim({&grid.border})) << grid.name;
        }
}

TEST(World, ACountyHasEighteenTownsAndAllItsGridsUnderNamesOfTheirOwn) {
    const World& county = test_county();
    EXPECT_EQ(county.towns.size(), 18u);
    EXPECT_EQ(county.villages.size(), 315u);
    EXPECT_EQ(county.grids.size(), static_cast<std::size_t>(kCountyGrids));
    std::set<std::string> towns, villages, codes;
    for (const Town& town : county.towns) {
        EXPECT_TRUE(towns.insert(town.name).second) << town.name;
        EXPECT_TRUE(codes.insert(town.code).second) << town.code;
    }
    for (const Village& village : county.villages) {
        EXPECT_TRUE(villages.insert(village.name).second) << village.name;
        EXPECT_TRUE(codes.insert(std::to_string(village.town) + "/" + village.code).second);
        EXPECT_GE(village.grids.size(), 1u);
        EXPECT_LE(village.grids.size(), 12u) << village.name;
    }
}

TEST(World, EverySeedMakesACountyOfThatSize) {
    for (const std::uint64_t seed : {2, 3, 5, 8})
        EXPECT_EQ(make_world(seed, Scale::kCounty).grids.size(),
                  static_cast<std::size_t>(kCountyGrids))
            << seed;
}

TEST(World, EveryGridHasSomeplaceWhereThingsHappen) {
    for (const World* each : kWorlds) {
        const Gazetteer gazetteer{*each};
        for (std::size_t i = 0; i < each->grids.size(); ++i)
            EXPECT_TRUE(gazetteer.has(static_cast<int>(i), Setting::kAny)) << i;
    }
}

TEST(World, NothingStandsOnARoadOrOnItsNeighbour) {
    const auto& town = world().town_map;
    for (const Building& building : town.buildings) {
        const Block& block = town.blocks[static_cast<std::size_t>(building.block)];
        for (const Point at : building.box.ring())
            EXPECT_TRUE(contains(block.ring, at));
        for (const int other : block.buildings) {
            const Building& neighbour = town.buildings[static_cast<std::size_t>(other)];
            if (neighbour.number == building.number) continue;
            EXPECT_FALSE(overlap(building.box, neighbour.box)) << block.name;
        }
    }
}

TEST(World, TheSameSeedMakesTheSameCountyAndAnotherSeedAnother) {
    const std::string again = base_map(make_world(1));
    EXPECT_EQ(base_map(world()), again);
    EXPECT_NE(base_map(other_world()), again);
}

TEST(World, SomebodyLivesInEveryGeneralGrid) {
    for (const World* each : {&world(), &other_world(), &test_county()})
        for (const GridArea& grid : each->grids)
            EXPECT_TRUE(grid.dedicated || grid.households > 0) << each->seed << grid.name;
}

TEST(World, EveryGridHasALeadAWorkerAndAnInstructor) {
    for (const World* each : kWorlds) {
        std::map<int, std::set<Duty>> duties;
        for (const PostPlan& post : each->posts)
            if (post.where.level == Where::Level::kGrid) duties[post.where.index].insert(post.duty);
        ASSERT_EQ(duties.size(), each->grids.size());
        for (const auto& [grid, held] : duties) {
            EXPECT_TRUE(held.contains(Duty::kLead) && held.contains(Duty::kWorker) &&
                        held.contains(Duty::kInstructor));
        }
    }
}

TEST(World, LoginsAndNamesAreUnique) {
    for (const World* each : kWorlds) {
        std::set<std::string> logins, names;
        for (const Person& person : each->people) {
            EXPECT_TRUE(names.insert(person.name).second) << person.name;
            if (person.login.empty()) continue;
            EXPECT_TRUE(logins.insert(person.login).second) << person.login;
        }
    }
}

TEST(BaseMap, IsGeoJsonWithEveryLayer) {
    const auto map = boost::json::parse(base_map(world())).as_object();
    std::map<std::string, int> layers;
    for (const auto& feature : map.at("features").as_array())
        ++layers[std::string{feature.at("properties").at("layer").as_string()}];
    for (const char* layer : {"land", "green", "water", "road", "building", "place"})
        EXPECT_GT(layers[layer], 0) << layer;
}

}  // namespace
}  // namespace jingwei::demo
