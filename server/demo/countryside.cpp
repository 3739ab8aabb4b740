#include "demo/countryside.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <stdexcept>

namespace jingwei::demo {

namespace {

// Where the borders of the towns meet: lines from the west, and from the north. The seat lies
// between the second and the third of the first, the third and the fourth of the second.
constexpr std::array<double, kCountrySide + 1> kColumns_m{-11'500, -2'000, 2'000, 10'200, 18'500};
constexpr std::array<double, kCountrySide + 1> kRows_m{16'200, 8'600, 1'550, -1'550, -10'400};
constexpr int kSeatColumn = 1, kSeatRow = 2;
constexpr double kTurn = -0.13;  // as the seat lies
constexpr double kStep_m = 900;
constexpr int kAttempts = 12;

using Nodes = std::vector<Mesh::Node>;

/// The lines between towns. Every line is made once, so neighbours share it node by node.
class Borders {
public:
    Borders(StreetMap& map, Random& random) : map_(map), random_(random) { take_rim(); }

    /// Anticlockwise, the last not the first again.
    Nodes around(int column, int row) {
        Nodes ring;
        append(ring, {column, row}, {column, row + 1});
        append(ring, {column, row + 1}, {column + 1, row + 1});
        append(ring, {column + 1, row + 1}, {column + 1, row});
        append(ring, {column + 1, row}, {column, row});
        return ring;
    }

    /// Both ends included.
    Nodes line(int column, int row, int to_column, int to_row) {
        return way({column, row}, {to_column, to_row});
    }

private:
    using Place = std::pair<int, int>;  // column, row

    static bool of_seat(Place place) {
        return (place.first == kSeatColumn || place.first == kSeatColumn + 1) &&
               (place.second == kSeatRow || place.second == kSeatRow + 1);
    }

    /// What the seat looks like from outside is given.
    void take_rim() {
        std::vector<Mesh::Face> faces;
        for (const Quarter& quarter : map_.quarters)
            faces.push_back(quarter.face);
        Nodes rim = map_.mesh.outline(faces);
        constexpr std::array<Place, 4> places{{{kSeatColumn, kSeatRow},
                                               {kSeatColumn, kSeatRow + 1},
                                               {kSeatColumn + 1, kSeatRow + 1},
                                               {kSeatColumn + 1, kSeatRow}}};
        std::rotate(rim.begin(), std::find(rim.begin(), rim.end(), map_.corners[0]), rim.end());
        rim.push_back(rim.front());
        auto from = rim.begin();
        for (std::size_t i = 0; i < places.size(); ++i) {
            const Place next = places[(i + 1) % places.size()];
            corners_[places[i]] = map_.corners[i];
            const auto to =
                std::find(from + 1, rim.end(), map_.corners[(i + 1) % map_.corners.size()]);
            lines_[{places[i], next}] = Nodes{from, to + 1};
            from = to;
        }
    }

    Mesh::Node corner(Place place) {
        const auto found = corners_.find(place);
        if (found != corners_.end()) return found->second;
        const double x =
            kColumns_m[static_cast<std::size_t>(place.first)] + random_.between(-700, 700);
        const double y =
            kRows_m[static_cast<std::size_t>(place.second)] + random_.between(-500, 500);
        const Point at{x * std::cos(kTurn) - y * std::sin(kTurn),
                       x * std::sin(kTurn) + y * std::cos(kTurn)};
        return corners_[place] = map_.mesh.add_node(at);
    }

    Nodes way(Place from, Place to) {
        const auto there = lines_.find({from, to});
        if (there != lines_.end()) return there->second;
        const auto back = lines_.find({to, from});
        if (back != lines_.end()) return {back->second.rbegin(), back->second.rend()};
        return lines_[{from, to}] = wander(corner(from), corner(to));
    }

    /// From one corner to the other as brooks and ridges go.
    Nodes wander(Mesh::Node from, Mesh::Node to) {
        const Point a = map_.mesh.node(from), b = map_.mesh.node(to);
        const double far = distance(a, b);
        const int steps = std::max(3, static_cast<int>(far / kStep_m));
        const Point aside = (1 / far) * Point{-(b - a).y, (b - a).x};
        const double slow = random_.between(0, 6.28), quick = random_.between(0, 6.28);
        Nodes nodes{from};
        for (int i = 1; i < steps; ++i) {
            const double part = static_cast<double>(i) / steps;
            const double off =
                far * std::sin(part * std::numbers::pi) *
                (0.035 * std::sin(5 * part + slow) + 0.014 * std::sin(17 * part + quick));
            nodes.push_back(map_.mesh.add_node(a + part * (b - a) + off * aside));
        }
        nodes.push_back(to);
        return nodes;
    }

    void append(Nodes& ring, Place from, Place to) {
        const Nodes line = way(from, to);
        ring.insert(ring.end(), line.begin(), line.end() - 1);
    }

    StreetMap& map_;
    Random& random_;
    std::map<Place, Mesh::Node> corners_;
    std::map<std::pair<Place, Place>, Nodes> lines_;
};

class Settler {
public:
    Settler(StreetMap& map, Random& random) : map_(map), random_(random) {}

    std::vector<CountryTown> settle(int grids) {
        std::vector<CountryTown> towns = lay_towns();
        lead_river_on();
        const int villages = static_cast<int>(towns.size()) * kCountryVillages;
        int left = grids, left_villages = villages;
        for (CountryTown& town : towns) {
            for (const Mesh::Face face :
                 cut_into(town.face, kCountryVillages, RoadKind::kSecondary))
                town.villages.push_back({face, {}});
        }
        for (CountryTown& town : towns)
            for (CountryVillage& village : town.villages) {
                const int share = share_of(left, left_villages--);
                village.grids = cut_into(village.face, share, RoadKind::kStreet);
                left -= share;
            }
        return towns;
    }

private:
    std::vector<CountryTown> lay_towns() {
        Borders borders{map_, random_};
        std::vector<CountryTown> towns;
        for (int row = 0; row < kCountrySide; ++row)
            for (int column = 0; column < kCountrySide; ++column)
                if (column != kSeatColumn || row != kSeatRow)
                    towns.push_back({map_.mesh.add_face(borders.around(column, row)), {}});
        west_ = borders.line(0, kSeatRow, 0, kSeatRow + 1);
        east_ = borders.line(kCountrySide, kSeatRow, kCountrySide, kSeatRow + 1);
        return towns;
    }

    /// Between three and seven, so that what is left is enough for the rest and not too much.
    int share_of(int left, int villages) {
        if (villages == 1) return left;
        const double mean = static_cast<double>(left) / villages;
        const int wanted = static_cast<int>(mean + random_.between(-0.9, 1.9));
        return std::clamp(wanted, 1, left - (villages - 1));
    }

    void lead_river_on() {
        const auto lead = [&](Point from, const Nodes& border) {
            const Point to = map_.mesh.node(border[border.size() / 2]);
            Line line{from};
            const int steps = std::max(3, static_cast<int>(distance(from, to) / 300));
            const Point aside{-(to - from).y / distance(from, to),
                              (to - from).x / distance(from, to)};
            for (int i = 1; i < steps; ++i) {
                const double part = static_cast<double>(i) / steps;
                line.push_back(from + part * (to - from) +
                               160 * std::sin(part * std::numbers::pi) * std::sin(14 * part) *
                                   aside);
            }
            line.push_back(to);
            map_.far_river.push_back(std::move(line));
        };
        lead(map_.river.front(), west_);
        lead(map_.river.back(), east_);
    }

    /// The leaves after cutting the largest again and again; each cut is a road.
    std::vector<Mesh::Face> cut_into(Mesh::Face face, int count, RoadKind kind) {
        std::vector<Mesh::Face> pieces{face};
        while (static_cast<int>(pieces.size()) < count) {
            const auto size = [&](Mesh::Face piece) { return area(map_.mesh.ring(piece)); };
            std::sort(pieces.begin(), pieces.end(),
                      [&](Mesh::Face a, Mesh::Face b) { return size(a) > size(b); });
            const auto piece = std::find_if(pieces.begin(), pieces.end(),
                                            [&](Mesh::Face each) { return cut(each, kind); });
            if (piece == pieces.end()) throw std::logic_error("land that cannot be cut");
            const auto children = map_.mesh.children(*piece);
            pieces.erase(piece);
            pieces.insert(pieces.end(), children.begin(), children.end());
        }
        return pieces;
    }

    bool cut(Mesh::Face face, RoadKind kind) {
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            const auto way = map_.mesh.cut(face, random_.between(0.42, 0.58),
                                           random_.normal() * 0.12, random_.normal() * 0.04);
            if (way.empty()) continue;
            map_.roads.push_back({kind, name(kind), map_.mesh.line(way)});
            return true;
        }
        return false;
    }

    std::string name(RoadKind kind) {
        return kind == RoadKind::kSecondary ? fmt::format("X{:03}县道", ++county_roads_)
                                            : fmt::format("Y{:03}乡道", ++town_roads_);
    }

    StreetMap& map_;
    Random& random_;
    Nodes west_, east_;
    int county_roads_ = 0, town_roads_ = 0;
};

}  // namespace

std::vector<CountryTown> lay_countryside(StreetMap& map, Random& random, int grids) {
    return Settler{map, random}.settle(grids);
}

}  // namespace jingwei::demo
