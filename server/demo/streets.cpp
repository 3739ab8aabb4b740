#include "demo/streets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "demo/lattice.h"
#include "demo/names.h"

namespace jingwei::demo {

namespace {

// The county from above, north on top. The river runs between the third and the fourth row.
// o old town, n new town, g civic, i industry, r rural, h hills.
constexpr std::array<std::string_view, 6> kZones{"hrrrrrh", "rnngnir", "rnoonnr",
                                                 "rnoonnr", "rnnnnir", "hrrrrrr"};
// Which village has the land (the letters of kVillageNames).
constexpr std::array<std::string_view, 6> kVillagePlan{"aabbbkk", "accddek", "ffcdeek",
                                                       "ghhiijl", "gooiijl", "gmmmnnl"};

constexpr std::array<int, 4> kBridges{1, 3, 4, 6};  // the column roads that cross the river

Zone zone_of(char letter) {
    switch (letter) {
        case 'o':
            return Zone::kOld;
        case 'n':
            return Zone::kNew;
        case 'g':
            return Zone::kCivic;
        case 'i':
            return Zone::kIndustry;
        case 'h':
            return Zone::kHills;
        default:
            return Zone::kRural;
    }
}

double block_area_m2(Zone zone) {
    switch (zone) {
        case Zone::kOld:
            return 11'000;
        case Zone::kNew:
            return 27'000;
        case Zone::kCivic:
            return 30'000;
        case Zone::kIndustry:
            return 45'000;
        case Zone::kRural:
            return 90'000;
        case Zone::kHills:
            return 200'000;
    }
    return 0;
}

/// Cuts faces and names the ways; ends of ways at the river stop at the embankment.
class Divider {
public:
    Divider(StreetMap& map, Random& random, Line north, Line south)
        : map_(map), random_(random), north_(std::move(north)), south_(std::move(south)) {
        for (std::size_t i = 0; i < kStreetStems.size(); ++i)
            order_.push_back(i);
        for (std::size_t i = order_.size(); i > 1; --i)
            std::swap(order_[i - 1],
                      order_[static_cast<std::size_t>(random.whole(0, static_cast<int>(i) - 1))]);
    }

    void divide(Quarter& quarter) {
        const bool rural = quarter.zone == Zone::kRural || quarter.zone == Zone::kHills;
        quarter.grids = {quarter.face};
        if (!rural && cut(quarter.face, RoadKind::kStreet, quarter.zone))
            quarter.grids = map_.mesh.children(quarter.face);
        for (const Mesh::Face grid : quarter.grids)
            into_blocks(grid, quarter.zone);
    }

private:
    void into_blocks(Mesh::Face face, Zone zone) {
        const double size = area(map_.mesh.ring(face));
        if (size < 1.55 * block_area_m2(zone)) return;
        const bool lane = zone != Zone::kIndustry && size < 3.5 * block_area_m2(zone);
        if (!cut(face, lane ? RoadKind::kLane : RoadKind::kStreet, zone)) return;
        const auto parts = map_.mesh.children(face);
        for (const Mesh::Face part : parts)
            into_blocks(part, zone);
    }

    bool cut(Mesh::Face face, RoadKind kind, Zone zone) {
        const bool crooked = zone == Zone::kOld || zone == Zone::kRural || zone == Zone::kHills;
        for (int attempt = 0; attempt < 8; ++attempt) {
            const double bend = random_.normal() * (crooked ? 0.05 : 0.012);
            const auto way = map_.mesh.cut(face, random_.between(0.42, 0.58),
                                           random_.normal() * (crooked ? 0.10 : 0.03), bend);
            if (way.empty()) continue;
            map_.roads.push_back({kind, name(kind), within_banks(map_.mesh.line(way))});
            return true;
        }
        return false;
    }

    Line within_banks(Line line) const {
        for (const Line* bank : {&north_, &south_}) {
            if (const auto met = first_crossing(line[1], line.front(), *bank)) line.front() = *met;
            const std::size_t last = line.size() - 1;
            if (const auto met = first_crossing(line[last - 1], line[last], *bank))
                line[last] = *met;
        }
        return line;
    }

    std::string name(RoadKind kind) {
        constexpr std::array<std::string_view, 6> ordinals{"", "一", "二", "三", "四", "五"};
        if (kind != RoadKind::kLane) {
            const std::size_t turn = streets_++;
            street_ = kStreetStems[order_[turn % order_.size()]];
            lane_ = 0;
            constexpr std::array<std::string_view, 3> tails{"街", "路", "东街"};
            return std::string{street_} + std::string{tails[turn / order_.size() % tails.size()]};
        }
        lane_ = lane_ % 5 + 1;
        return std::string{street_} + std::string{ordinals[lane_]} + "巷";
    }

    StreetMap& map_;
    Random& random_;
    Line north_, south_;
    std::vector<std::size_t> order_;
    std::size_t streets_ = 0;
    std::size_t lane_ = 0;
    std::string_view street_ = "柳荫";
};

Ring band(const Line& from, const Line& to) {
    Ring ring = from;
    ring.insert(ring.end(), to.rbegin(), to.rend());
    if (area(ring) < 0) std::reverse(ring.begin(), ring.end());
    return ring;
}

/// Between the outer two of the arterials that run across the map: where the town is.
Line urban_part(const Line& line) { return {line.begin() + kFine, line.end() - kFine}; }

void lay_water(StreetMap& map, Lattice& lattice) {
    map.river = map.mesh.line(lattice.row_line(kRiverRow));
    Line north, south;
    for (std::size_t i = 0; i < map.river.size(); ++i) {
        const double swell = kRiverHalfWidth_m + 5 * std::sin(static_cast<double>(i) / 2.3);
        north.push_back(moved_aside(map.river, swell)[i]);
        south.push_back(moved_aside(map.river, -swell)[i]);
    }
    map.river_water = band(north, south);
    for (const double side : {1.0, -1.0})
        map.river_parks.push_back(band(urban_part(moved_aside(map.river, side * 37)),
                                       urban_part(moved_aside(map.river, side * 44))));
    Line east = map.mesh.line(lattice.column_line(kColumnCount - 1));
    east.resize(kRiverRow * kFine + 1);
    map.creek = moved_aside(east, 42);
    map.creek_water = band(moved_aside(map.creek, 5), moved_aside(map.creek, -5));
}

/// Column roads without a bridge end at the embankment on either side.
void lay_column_road(StreetMap& map, Line line, int column) {
    const bool wide = column == 1 || column == 3 || column == 6;
    const RoadKind kind = wide ? RoadKind::kPrimary : RoadKind::kSecondary;
    const std::string name{kColumnRoads[static_cast<std::size_t>(column) - 1]};
    if (std::find(kBridges.begin(), kBridges.end(), column) != kBridges.end()) {
        map.roads.push_back({kind, name, std::move(line)});
        return;
    }
    const auto middle = line.begin() + kRiverRow * kFine;
    Line north{line.begin(), middle + 1};
    Line south{middle, line.end()};
    const Line north_bank = moved_aside(map.river, kEmbankment_m);
    const Line south_bank = moved_aside(map.river, -kEmbankment_m);
    if (const auto met = first_crossing(north[north.size() - 2], north.back(), north_bank))
        north.back() = *met;
    if (const auto met = first_crossing(south[1], south.front(), south_bank)) south.front() = *met;
    map.roads.push_back({kind, name + "北段", std::move(north)});
    map.roads.push_back({kind, name + "南段", std::move(south)});
}

void lay_arterials(StreetMap& map, Lattice& lattice) {
    for (int column = 1; column < kColumnCount; ++column)
        lay_column_road(map, map.mesh.line(lattice.column_line(column)), column);
    std::size_t name = 0;
    for (int row = 1; row < kRowCount; ++row) {
        if (row == kRiverRow) continue;
        const RoadKind kind = row == 2 || row == 4 ? RoadKind::kPrimary : RoadKind::kSecondary;
        map.roads.push_back(
            {kind, std::string{kRowRoads[name++]}, map.mesh.line(lattice.row_line(row))});
    }
    map.roads.push_back({RoadKind::kSecondary, std::string{kNorthEmbankment},
                         urban_part(moved_aside(map.river, kEmbankment_m))});
    map.roads.push_back({RoadKind::kSecondary, std::string{kSouthEmbankment},
                         urban_part(moved_aside(map.river, -kEmbankment_m))});
}

}  // namespace

double half_width_m(RoadKind kind) {
    switch (kind) {
        case RoadKind::kPrimary:
            return 15;
        case RoadKind::kSecondary:
            return 11;
        case RoadKind::kStreet:
            return 7;
        case RoadKind::kLane:
            return 3.5;
    }
    return 0;
}

StreetMap lay_streets(Random& random) {
    StreetMap map;
    Lattice lattice{map.mesh, random};
    for (int row = 0; row < kRowCount; ++row)
        for (int column = 0; column < kColumnCount; ++column) {
            const auto r = static_cast<std::size_t>(row), c = static_cast<std::size_t>(column);
            map.quarters.push_back({column,
                                    row,
                                    zone_of(kZones[r][c]),
                                    kVillagePlan[r][c],
                                    map.mesh.add_face(lattice.quarter(column, row)),
                                    {}});
        }
    map.corners = {lattice.at(0, 0), lattice.at(0, kRowCount * kFine),
                   lattice.at(kColumnCount * kFine, kRowCount * kFine),
                   lattice.at(kColumnCount * kFine, 0)};
    lay_water(map, lattice);
    lay_arterials(map, lattice);
    Divider divider{map, random, moved_aside(map.river, kEmbankment_m),
                    moved_aside(map.river, -kEmbankment_m)};
    for (Quarter& quarter : map.quarters)
        divider.divide(quarter);
    return map;
}

}  // namespace jingwei::demo
