#include <fmt/format.h>

#include "demo/gazetteer.h"

/// Places around the seat, where no single house is drawn: along the roads between grids, and here
/// and there inside them.
namespace jingwei::demo {

namespace {

constexpr int kHomes = 12;  // of a grid: as many as its groups of households
constexpr int kTries = 200;
constexpr double kRoadStep_m = 220;
constexpr double kFromRoad_m = 8;

Point somewhere_in(const Ring& ring, Random& random) {
    const Box box = bounding_box(ring);
    for (int i = 0; i < kTries; ++i) {
        const Point at =
            box.at(random.between(-1, 1) * box.half_length, random.between(-1, 1) * box.half_width);
        if (contains(ring, at)) return at;
    }
    return centroid(ring);
}

}  // namespace

void Gazetteer::add_country(const Block& block) {
    Random random{world_.seed ^ static_cast<std::uint64_t>(block.grid), "country places"};
    const auto& grid = world_.grids[static_cast<std::size_t>(block.grid)];
    const std::string& village = world_.villages[static_cast<std::size_t>(grid.village)].name;
    for (int group = 1; group <= kHomes; ++group) {
        const Point at = somewhere_in(block.ring, random);
        const std::string address = fmt::format(
            "{}{}组{}号", village, kHomes * (grid.number - 1) + group, random.whole(1, 60));
        add(block.grid, Setting::kHome, at, address);
        add(block.grid, Setting::kHamlet, at, address);
        if (group % 4 == 0) add(block.grid, Setting::kLane, at, address + "门前小路");
        if (group % 3 == 0)
            add(block.grid, Setting::kField, somewhere_in(block.ring, random),
                village + "机耕路旁");
    }
    for (std::size_t i = 0; i < block.ring.size(); ++i) {
        const Point a = block.ring[i], b = block.ring[(i + 1) % block.ring.size()];
        const Road* road = road_along(a, b);
        if (road == nullptr) continue;
        const Point along = (1 / distance(a, b)) * (b - a);
        for (double u = 40; u < distance(a, b) - 20; u += kRoadStep_m)
            add(block.grid, Setting::kStreet,
                a + u * along + kFromRoad_m * Point{-along.y, along.x},
                fmt::format("{}{}段", road->name, village));
    }
    if (block.town_centre) add_town_centre(block, random);
}

void Gazetteer::add_town_centre(const Block& block, Random& random) {
    const auto& grid = world_.grids[static_cast<std::size_t>(block.grid)];
    const Village& village = world_.villages[static_cast<std::size_t>(grid.village)];
    const std::string& town = world_.towns[static_cast<std::size_t>(village.town)].name;
    const auto put = [&](Setting where, std::string_view what) {
        add(block.grid, where, somewhere_in(block.ring, random), town + std::string{what});
    };
    put(Setting::kMarket, "集贸市场");
    put(Setting::kSchool, "中心小学");
    put(Setting::kPark, "文化广场");
    put(Setting::kFactory, "工业集中区");
    put(Setting::kSite, "安置房工地");
    put(Setting::kLane, "老街");
}

void Gazetteer::add_far_river() {
    for (const Line& river : world_.map.far_river)
        for (std::size_t i = 0; i + 1 < river.size(); ++i) {
            const Point at = 0.5 * (river[i] + river[i + 1]);
            for (const Block& block : world_.town_map.blocks) {
                if (block.use != LandUse::kCountry || !contains(block.ring, at)) continue;
                const auto& grid = world_.grids[static_cast<std::size_t>(block.grid)];
                const auto& village = world_.villages[static_cast<std::size_t>(grid.village)];
                add(block.grid, Setting::kRiver, at, fmt::format("云溪{}河段", village.name));
            }
        }
}

}  // namespace jingwei::demo
