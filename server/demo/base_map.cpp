#include "demo/base_map.h"

#include <fmt/format.h>

#include "demo/names.h"
#include "demo/projection.h"

namespace jingwei::demo {

namespace {

std::string_view name_of(RoadKind kind) {
    switch (kind) {
        case RoadKind::kPrimary:
            return "primary";
        case RoadKind::kSecondary:
            return "secondary";
        case RoadKind::kStreet:
            return "street";
        case RoadKind::kLane:
            return "lane";
    }
    return "";
}

std::string_view name_of(BuildingKind kind) {
    switch (kind) {
        case BuildingKind::kHousing:
            return "housing";
        case BuildingKind::kHouse:
            return "house";
        case BuildingKind::kShop:
            return "shop";
        case BuildingKind::kPublic:
            return "public";
        case BuildingKind::kFactory:
            return "factory";
    }
    return "";
}

std::string_view name_of(LandUse use) {
    switch (use) {
        case LandUse::kCompound:
            return "compound";
        case LandUse::kSchool:
            return "school";
        case LandUse::kHospital:
            return "hospital";
        case LandUse::kMarket:
            return "market";
        case LandUse::kGovernment:
            return "government";
        case LandUse::kSquare:
            return "square";
        case LandUse::kPark:
            return "park";
        case LandUse::kBusStation:
            return "bus_station";
        case LandUse::kCareHome:
            return "care_home";
        default:
            return "other";
    }
}

class Writer {
public:
    void polygon(std::string_view layer, std::string_view kind, std::string_view name,
                 const Ring& ring, std::string_view more = "") {
        add(layer, kind, name, more,
            fmt::format(R"("Polygon","coordinates":[{}])", coordinates(ring, true)));
    }
    void line(std::string_view kind, std::string_view name, const Line& line, double width_m) {
        add("road", kind, name, fmt::format(R"(,"width":{})", width_m),
            fmt::format(R"("LineString","coordinates":{})", coordinates(line, false)));
    }
    void point(std::string_view kind, std::string_view name, Point at) {
        const Position here = position_of(at);
        add("place", kind, name, "",
            fmt::format(R"("Point","coordinates":[{},{}])", here.lon, here.lat));
    }
    std::string done() {
        return fmt::format(
            "{{\"type\":\"FeatureCollection\",\"about\":\"演示数据：{}及其一切地名、道路均为虚构\","
            "\"features\":[\n{}\n]}}\n",
            kCountyName, text_);
    }

private:
    void add(std::string_view layer, std::string_view kind, std::string_view name,
             std::string_view more, const std::string& geometry) {
        if (!text_.empty()) text_ += ",\n";
        text_ += fmt::format(R"({{"type":"Feature","properties":{{"layer":"{}","kind":"{}")", layer,
                             kind);
        if (!name.empty()) text_ += fmt::format(R"(,"name":"{}")", name);
        text_ += fmt::format(R"({}}},"geometry":{{"type":{}}}}})", more, geometry);
    }

    std::string text_;
};

/// As wide as in the seat.
Ring band_along(const Line& river) {
    Ring ring = moved_aside(river, -kRiverHalfWidth_m);
    const Line north = moved_aside(river, kRiverHalfWidth_m);
    ring.insert(ring.end(), north.rbegin(), north.rend());
    return ring;
}

void write_ground(Writer& writer, const World& world) {
    writer.polygon("land", "county", kCountyName, world.border);
    for (const Green& green : world.town_map.greens)
        writer.polygon("green", green.kind, green.name, green.ring);
    writer.polygon("water", "river", kRiverName, world.map.river_water);
    for (const Line& river : world.map.far_river)
        writer.polygon("water", "river", kRiverName, band_along(river));
    writer.polygon("water", "stream", kCreekName, world.map.creek_water);
    for (const Ring& pond : world.town_map.ponds)
        writer.polygon("water", "pond", "", pond);
}

/// The narrow ones first: the wide ones are drawn over their ends.
void write_roads(Writer& writer, const World& world) {
    for (const RoadKind kind :
         {RoadKind::kLane, RoadKind::kStreet, RoadKind::kSecondary, RoadKind::kPrimary})
        for (const Road& road : world.map.roads)
            if (road.kind == kind)
                writer.line(name_of(kind), road.name, road.line, 2 * half_width_m(kind));
}

void write_places(Writer& writer, const World& world) {
    for (const Building& building : world.town_map.buildings)
        writer.polygon("building", name_of(building.kind), "", building.box.ring(),
                       fmt::format(R"(,"floors":{})", building.floors));
    for (const Block& block : world.town_map.blocks)
        if (!block.name.empty()) writer.point(name_of(block.use), block.name, centroid(block.ring));
}

}  // namespace

std::string coordinates(const Line& line, bool closed) {
    std::string text = "[";
    const std::size_t size = line.size() + (closed ? 1 : 0);
    for (std::size_t i = 0; i < size; ++i) {
        const Position here = position_of(line[i % line.size()]);
        text += fmt::format("{}[{},{}]", i == 0 ? "" : ",", here.lon, here.lat);
    }
    return text + "]";
}

std::string base_map(const World& world) {
    Writer writer;
    write_ground(writer, world);
    write_roads(writer, world);
    write_places(writer, world);
    return writer.done();
}

}  // namespace jingwei::demo
