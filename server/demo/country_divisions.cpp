#include "demo/country_divisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "demo/names.h"
#include "demo/shapes.h"

namespace jingwei::demo {

namespace {

constexpr int kCommunities = 2;  // of a town: its market town; the others are villages
constexpr int kFirstVillageCode = 200;
constexpr int kFewHouseholds = 170, kManyHouseholds = 470;
constexpr double kWooded = 0.4;  // of the villages

/// Names that no other village of the county has.
class VillageNames {
public:
    explicit VillageNames(Random& random) : random_(random) {
        for (const VillageName& each : kVillageNames)
            given_.insert(std::string{each.name});
    }

    std::string next(std::string_view kind) {
        for (;;) {
            std::string name{random_.pick(kVillageHeads)};
            name += random_.pick(kVillageTails);
            if (stems_.insert(name).second && given_.insert(name + std::string{kind}).second)
                return name + std::string{kind};
        }
    }

private:
    Random& random_;
    std::set<std::string> stems_, given_;
};

class Country {
public:
    explicit Country(World& world)
        : world_(world), random_(world.seed, "country"), names_(random_) {}

    void draw(const std::vector<CountryTown>& towns) {
        for (std::size_t i = 0; i < towns.size(); ++i)
            draw_town(towns[i], kCountryTowns.at(i));
        std::vector<Mesh::Face> faces;
        for (const Quarter& quarter : world_.map.quarters)
            faces.push_back(quarter.face);
        for (const CountryTown& town : towns)
            faces.push_back(town.face);
        world_.border = world_.map.mesh.line(world_.map.mesh.outline(faces));
    }

private:
    void draw_town(const CountryTown& drawn, const TownName& given) {
        const int index = static_cast<int>(world_.towns.size());
        Town town{std::string{given.name}, std::string{given.code}, {}, ring(drawn.face)};
        world_.town_map.greens.push_back({"farmland", "", town.border});
        for (std::size_t i = 0; i < drawn.villages.size(); ++i) {
            town.villages.push_back(static_cast<int>(world_.villages.size()));
            draw_village(drawn.villages[i], index, static_cast<int>(i));
        }
        world_.towns.push_back(std::move(town));
    }

    void draw_village(const CountryVillage& drawn, int town, int number) {
        const bool community = number < kCommunities;
        const int code = community ? 1 + number : kFirstVillageCode + number - kCommunities;
        const int index = static_cast<int>(world_.villages.size());
        world_.villages.push_back({names_.next(community ? "社区" : "村"),
                                   fmt::format("{:03}", code),
                                   town,
                                   {},
                                   ring(drawn.face)});
        const std::vector<Mesh::Face> grids = from_the_north(drawn.grids);
        for (std::size_t i = 0; i < grids.size(); ++i)
            draw_grid(grids[i], index, number == 0 && i == 0);
        if (!community && random_.chance(kWooded)) plant_wood(ring(drawn.grids.front()));
    }

    std::vector<Mesh::Face> from_the_north(std::vector<Mesh::Face> faces) const {
        std::sort(faces.begin(), faces.end(), [&](Mesh::Face a, Mesh::Face b) {
            return centroid(ring(a)).y > centroid(ring(b)).y;
        });
        return faces;
    }

    void draw_grid(Mesh::Face face, int village, bool town_centre) {
        GridArea grid;
        grid.village = village;
        grid.border = ring(face);
        grid.households = random_.whole(kFewHouseholds, kManyHouseholds);
        Block block;
        block.use = LandUse::kCountry;
        block.ring = grid.border;
        block.grid = static_cast<int>(world_.grids.size());
        block.town_centre = town_centre;
        world_.town_map.blocks.push_back(std::move(block));
        world_.grids.push_back(std::move(grid));
    }

    void plant_wood(const Ring& grid) {
        Ring wood = inset(grid, 60);
        for (int round = 0; round < 2; ++round)
            wood = with_corners_cut(wood);
        world_.town_map.greens.push_back({"wood", "", std::move(wood)});
    }

    Ring ring(Mesh::Face face) const { return world_.map.mesh.ring(face); }

    World& world_;
    Random random_;
    VillageNames names_;
};

}  // namespace

void draw_country(World& world, const std::vector<CountryTown>& towns) {
    if (!towns.empty()) Country{world}.draw(towns);
}

}  // namespace jingwei::demo
