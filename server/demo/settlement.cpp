#include "demo/settlement.h"

#include <algorithm>
#include <cmath>

#include "demo/land_use.h"
#include "demo/shapes.h"

namespace jingwei::demo {

namespace {

/// How the houses of one use stand.
struct Pattern {
    BuildingKind kind;
    double length_m, length_spread_m;
    double depth_m;
    double gap_m;      ///< between neighbours in a row
    double row_gap_m;  ///< between rows
    double setback_m;  ///< from the edge of the road
    double jitter_m;
    double vacancy;
    int floors, floors_spread;
};

constexpr Pattern kSlabs{BuildingKind::kHousing, 46, 8, 13, 13, 22, 7, 1.5, 0.06, 5, 1};
constexpr Pattern kMidRise{BuildingKind::kHousing, 40, 6, 15, 20, 36, 9, 1, 0.06, 8, 1};
constexpr Pattern kTowers{BuildingKind::kHousing, 30, 3, 17, 34, 52, 12, 2, 0.08, 14, 2};
constexpr Pattern kOldHouses{BuildingKind::kHouse, 11, 3, 9.5, 1.6, 3.2, 1.2, 0.8, 0.10, 2, 1};
constexpr Pattern kHamletHouses{BuildingKind::kHouse, 12, 2.5, 10, 4, 9, 4, 1.6, 0.16, 2, 1};
constexpr Pattern kSheds{BuildingKind::kFactory, 64, 14, 28, 12, 16, 12, 2, 0.10, 1, 1};
constexpr Pattern kTeaching{BuildingKind::kPublic, 62, 6, 13, 20, 24, 10, 0, 0, 4, 1};
constexpr Pattern kWards{BuildingKind::kPublic, 58, 10, 18, 14, 22, 12, 0, 0, 7, 3};
constexpr Pattern kHalls{BuildingKind::kPublic, 48, 4, 26, 10, 12, 8, 0, 0, 1, 0};
constexpr Pattern kOffices{BuildingKind::kPublic, 80, 4, 20, 16, 40, 20, 0, 0, 8, 2};
constexpr Pattern kShops{BuildingKind::kShop, 26, 7, 11, 1.5, 0, 2.5, 0, 0.08, 2, 1};

constexpr double kHomeArea_m2 = 128;

class Builder {
public:
    Builder(const StreetMap& map, Random& random) : map_(map), random_(random) {
        town_.blocks = plan_land_use(map, random);
    }

    Settlement build() {
        for (std::size_t i = 0; i < town_.blocks.size(); ++i) {
            block_ = static_cast<int>(i);
            begin(town_.blocks[i]);
            build_on(town_.blocks[i]);
        }
        for (const Ring& park : map_.river_parks)
            town_.greens.push_back({"park", "滨溪绿道", park});
        return std::move(town_);
    }

private:
    void begin(const Block& block) {
        roads_.clear();
        const Box box = bounding_box(block.ring);
        const double reach = box.half_length + box.half_width + 40;
        for (const Road& road : map_.roads)
            if (distance_to_line(box.middle, road.line) < reach) roads_.push_back(&road);
        // Rows run as nearly from east to west as the block allows: homes look south.
        along_ = std::abs(box.along.x) > std::abs(box.along.y) ? box.along
                                                               : Point{-box.along.y, box.along.x};
        if (along_.x < 0) along_ = -1 * along_;
    }

    void build_on(const Block& block) {
        const Ring& ring = block.ring;
        switch (block.use) {
            case LandUse::kCompound:
                build_compound(block);
                break;
            case LandUse::kOldTown:
                fill(ring, kOldHouses);
                break;
            case LandUse::kSchool:
                build_school(block);
                break;
            case LandUse::kHospital:
                fill(ring, kWards, 5);
                break;
            case LandUse::kMarket:
                fill(ring, kHalls, 3);
                line_with_shops(ring);
                break;
            case LandUse::kGovernment:
                fill(ring, kOffices, 3);
                break;
            case LandUse::kBusStation:
                fill(ring, kHalls, 2);
                break;
            case LandUse::kCareHome:
                fill(ring, kTeaching, 2);
                break;
            case LandUse::kFactory:
                fill(ring, kSheds);
                break;
            case LandUse::kSquare:
                town_.greens.push_back({"square", block.name, inset(ring, 8)});
                break;
            case LandUse::kPark:
                build_park(block);
                break;
            case LandUse::kHamlet:
                build_hamlet(block);
                break;
            case LandUse::kField:
                town_.greens.push_back({"farmland", "", ring});
                break;
            case LandUse::kWood:
                build_wood(ring);
                break;
            case LandUse::kCountry:
                break;
        }
    }

    void build_compound(const Block& block) {
        line_with_shops(block.ring);
        const double size = area(block.ring);
        const double style = random_.unit();
        fill(block.ring, size > 20'000 && style < 0.15 ? kTowers : style < 0.4 ? kMidRise : kSlabs);
    }

    void build_school(const Block& block) {
        const Box box = bounding_box(block.ring);
        Box pitch{box.at(-0.42 * box.half_length, 0), box.along, 0, 0};
        for (double size = 1; size > 0.4; size -= 0.1) {
            pitch.half_length = 52 * size;
            pitch.half_width = 34 * size;
            if (fits(block.ring, pitch, 6)) break;
        }
        if (fits(block.ring, pitch, 6)) {
            town_.greens.push_back({"pitch", block.name, rounded(pitch)});
            free_.push_back(pitch);
        }
        fill(block.ring, kTeaching, 5);
        free_.clear();
    }

    void build_park(const Block& block) {
        town_.greens.push_back({"park", block.name, block.ring});
        const Point middle = centroid(block.ring);
        const double size = std::sqrt(std::abs(area(block.ring)));
        town_.ponds.push_back(blob(middle, 0.2 * size));
    }

    void build_wood(const Ring& ring) {
        town_.greens.push_back({"farmland", "", ring});
        Ring wood = inset(ring, 25);
        for (int round = 0; round < 3; ++round)
            wood = with_corners_cut(wood);
        town_.greens.push_back({"wood", "", wood});
    }

    void build_hamlet(const Block& block) {
        town_.greens.push_back({"farmland", "", block.ring});
        const Box box = bounding_box(block.ring);
        Point heart = box.at(random_.between(-0.3, 0.3) * box.half_length,
                             random_.between(-0.3, 0.3) * box.half_width);
        if (random_.chance(0.7)) {  // along a road
            const auto edge =
                static_cast<std::size_t>(random_.whole(0, static_cast<int>(block.ring.size()) - 1));
            const Point a = block.ring[edge], b = block.ring[(edge + 1) % block.ring.size()];
            along_ = (1 / distance(a, b)) * (b - a);
            heart = 0.5 * (a + b) + random_.between(30, 60) * Point{-along_.y, along_.x};
        }
        const Ring near = blob(heart, random_.between(55, 85), random_.between(1.3, 2.2));
        fill(near, kHamletHouses, 400, &block.ring);
    }

    /// Rows of buildings over the ring, at most `most`; inside `within` too when given.
    void fill(const Ring& ring, const Pattern& pattern, int most = 400,
              const Ring* within = nullptr) {
        const Ring& border = within ? *within : ring;
        const Point middle = centroid(ring);
        const double reach = 1.5 * std::sqrt(std::abs(area(ring))) + 120;
        const Point across{-along_.y, along_.x};
        const double step = pattern.depth_m + pattern.row_gap_m;
        for (double v = -reach; v < reach && most > 0; v += step) {
            double u = -reach + random_.between(0, pattern.gap_m);
            while (u < reach && most > 0) {
                const double long_m =
                    pattern.length_m + random_.between(-1, 1) * pattern.length_spread_m;
                const Point at = middle + (u + long_m / 2) * along_ +
                                 (v + random_.between(-1, 1) * pattern.jitter_m) * across;
                const Box box{at, along_, long_m / 2, pattern.depth_m / 2};
                const bool stands = contains(ring, at) && fits(border, box, pattern.setback_m);
                if (stands && !random_.chance(pattern.vacancy)) {
                    add(box, pattern);
                    --most;
                }
                u += stands ? long_m + pattern.gap_m : std::min(6.0, pattern.gap_m + 1);
            }
        }
    }

    /// A strip of shops along the wider streets.
    void line_with_shops(const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i], b = ring[(i + 1) % ring.size()];
            const Road* road = road_along(a, b);
            if (road == nullptr || road->kind == RoadKind::kLane) continue;
            const Point along = (1 / distance(a, b)) * (b - a);
            const double inward =
                half_width_m(road->kind) + kShops.setback_m + kShops.depth_m / 2 + 0.3;
            double u = 14;
            while (u < distance(a, b) - 14) {
                const double long_m =
                    kShops.length_m + random_.between(-1, 1) * kShops.length_spread_m;
                const Point at = a + (u + long_m / 2) * along + inward * Point{-along.y, along.x};
                const Box box{at, along, long_m / 2, kShops.depth_m / 2};
                if (fits(ring, box, kShops.setback_m) && !random_.chance(kShops.vacancy))
                    add(box, kShops);
                u += long_m + kShops.gap_m;
            }
        }
    }

    const Road* road_along(Point a, Point b) const {
        const Point middle = 0.5 * (a + b);
        for (const Road* road : roads_)
            if (distance_to_line(middle, road->line) < 2) return road;
        return nullptr;
    }

    bool fits(const Ring& ring, const Box& box, double setback) const {
        for (const Point corner : box.ring()) {
            if (!contains(ring, corner)) return false;
            if (distance_to_line(corner, map_.river) < kEmbankment_m + 13) return false;
            if (distance_to_line(corner, map_.creek) < 16) return false;
            for (const Road* road : roads_)
                if (distance_to_line(corner, road->line) < half_width_m(road->kind) + setback)
                    return false;
        }
        const auto hits = [&](const Box& other) { return overlap(box, other); };
        const auto& mine = town_.blocks[static_cast<std::size_t>(block_)].buildings;
        if (std::any_of(free_.begin(), free_.end(), hits)) return false;
        return std::none_of(mine.begin(), mine.end(), [&](int other) {
            Box wider = town_.buildings[static_cast<std::size_t>(other)].box;
            wider.half_length += 0.8;
            wider.half_width += 0.8;
            return overlap(box, wider);
        });
    }

    void add(const Box& box, const Pattern& pattern) {
        Building building;
        building.kind = pattern.kind;
        building.box = box;
        building.floors = std::max(
            1, pattern.floors + random_.whole(-pattern.floors_spread, pattern.floors_spread));
        const double floor_m2 = 4 * box.half_length * box.half_width * building.floors;
        if (pattern.kind == BuildingKind::kHousing)
            building.households = static_cast<int>(floor_m2 / kHomeArea_m2);
        if (pattern.kind == BuildingKind::kHouse) building.households = random_.chance(0.3) ? 2 : 1;
        building.block = block_;
        auto& mine = town_.blocks[static_cast<std::size_t>(block_)].buildings;
        building.number = static_cast<int>(mine.size()) + 1;
        mine.push_back(static_cast<int>(town_.buildings.size()));
        town_.buildings.push_back(building);
    }

    Ring blob(Point middle, double radius, double stretch = 1) {
        return demo::blob(middle, radius, stretch, along_, random_);
    }

    const StreetMap& map_;
    Random& random_;
    Settlement town_;
    int block_ = 0;
    Point along_{1, 0};
    std::vector<const Road*> roads_;
    std::vector<Box> free_;  ///< kept clear on this block
};

}  // namespace

Settlement settle(const StreetMap& map, Random& random) { return Builder{map, random}.build(); }

}  // namespace jingwei::demo
