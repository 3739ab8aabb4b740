#include "demo/gazetteer.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

namespace jingwei::demo {

namespace {

constexpr double kInside_m = 5;  // from the border of the block, so that the grid is certain
constexpr double kNearRiver_m = 140;

/// What else a block is besides homes and streets.
std::optional<Setting> setting_of(LandUse use) {
    switch (use) {
        case LandUse::kSchool:
            return Setting::kSchool;
        case LandUse::kMarket:
            return Setting::kMarket;
        case LandUse::kPark:
        case LandUse::kSquare:
            return Setting::kPark;
        case LandUse::kFactory:
            return Setting::kFactory;
        case LandUse::kField:
            return Setting::kField;
        default:
            return std::nullopt;
    }
}

std::string_view side_of(Point from, Point middle) {
    const Point off = from - middle;
    if (std::abs(off.x) > std::abs(off.y)) return off.x > 0 ? "东侧" : "西侧";
    return off.y > 0 ? "北侧" : "南侧";
}

}  // namespace

Gazetteer::Gazetteer(const World& world) : world_(world) {
    for (const Block& block : world.town_map.blocks) {
        if (block.use == LandUse::kCountry) {
            add_country(block);
            continue;
        }
        add_edges(block);
        add_buildings(block);
    }
    add_far_river();
}

const std::vector<Spot>& Gazetteer::spots(int grid, Setting where) const {
    const auto found = spots_.find({grid, where});
    return found == spots_.end() ? none_ : found->second;
}

void Gazetteer::add(int grid, Setting where, Point at, std::string address) {
    if (!contains(world_.grids[static_cast<std::size_t>(grid)].border, at)) return;
    spots_[{grid, where}].push_back({grid, at, address});
    if (where == Setting::kStreet || where == Setting::kHome)
        spots_[{grid, Setting::kAny}].push_back({grid, at, std::move(address)});
}

const Road* Gazetteer::road_along(Point a, Point b) const {
    const Point middle = 0.5 * (a + b);
    for (const Road& road : world_.map.roads)
        if (distance_to_line(middle, road.line) < 2) return &road;
    return nullptr;
}

const Road* Gazetteer::crossing_near(Point at, const Road& other) const {
    const Road* nearest = nullptr;
    double least = 70;
    for (const Road& road : world_.map.roads) {
        if (&road == &other || road.name == other.name || road.kind == RoadKind::kLane) continue;
        const double off = distance_to_line(at, road.line);
        if (off >= least) continue;
        least = off;
        nearest = &road;
    }
    return nearest;
}

std::string Gazetteer::street_address(const Road& road, Point at, const Block& block) const {
    if (const Road* other = crossing_near(at, road))
        return fmt::format("{}与{}交叉口{}", road.name, other->name,
                           side_of(at, centroid(block.ring)));
    if (!block.name.empty()) return fmt::format("{}{}门前", road.name, block.name);
    const int number = 1 + static_cast<int>(std::abs(at.x) + std::abs(at.y)) / 6 % 300;
    return fmt::format("{}{}号附近", road.name, number);
}

void Gazetteer::add_edges(const Block& block) {
    for (std::size_t i = 0; i < block.ring.size(); ++i) {
        const Point a = block.ring[i], b = block.ring[(i + 1) % block.ring.size()];
        const Road* road = road_along(a, b);
        if (road == nullptr) continue;
        const Point along = (1 / distance(a, b)) * (b - a);
        for (double u = 15; u < distance(a, b) - 10; u += 35) {
            const Point at = a + u * along + kInside_m * Point{-along.y, along.x};
            const Setting where = road->kind == RoadKind::kLane ? Setting::kLane : Setting::kStreet;
            add(block.grid, where, at, street_address(*road, at, block));
            if (where == Setting::kStreet && i % 4 == 0)
                add(block.grid, Setting::kSite, at, road->name + "在建工地");
        }
    }
}

void Gazetteer::add_buildings(const Block& block) {
    const Point middle = centroid(block.ring);
    const bool hamlet = block.use == LandUse::kHamlet;
    const auto& grid = world_.grids[static_cast<std::size_t>(block.grid)];
    const std::string& village = world_.villages[static_cast<std::size_t>(grid.village)].name;
    const std::string name = block.name.empty() ? village : block.name;
    for (const int index : block.buildings) {
        const Building& building = world_.town_map.buildings[static_cast<std::size_t>(index)];
        if (building.households == 0) continue;
        const std::string address =
            block.use == LandUse::kCompound
                ? fmt::format("{}{}幢", name, building.number)
                : fmt::format("{}{}号", village, 100 * (block.grid % 9 + 1) + building.number);
        add(block.grid, Setting::kHome, building.box.middle, address);
        if (hamlet) add(block.grid, Setting::kHamlet, building.box.middle, address);
    }
    if (const auto where = setting_of(block.use))
        add(block.grid, *where, middle,
            *where == Setting::kField     ? village + "农田"
            : *where == Setting::kFactory ? village + "产业园"
                                          : name);
    if (hamlet) add(block.grid, Setting::kField, middle, village + "机耕路旁");
    if (distance_to_line(middle, world_.map.river) < kNearRiver_m)
        add(block.grid, Setting::kRiver, middle, fmt::format("云溪{}河段", village));
}

}  // namespace jingwei::demo
