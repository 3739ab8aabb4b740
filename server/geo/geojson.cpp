#include "geo/geojson.h"

#include <charconv>
#include <cmath>

#include "geo/geos.h"

namespace jingwei::geo {
namespace {

const json::Node* member(const json::Node& object, std::string_view name) {
    if (object.kind != json::Kind::kObject) return nullptr;
    const json::Node* found = object.first;
    while (found && found->name != name)
        found = found->next;
    return found;
}

/// Walks one geometry and stops at the first fault; `where` is the JSON pointer walked so far.
class AreaReader {
public:
    explicit AreaReader(std::string_view at) : where_(at) {}

    Result<MultiPolygon> read(const json::Node& geometry) {
        const auto* type = member(geometry, "type");
        const auto* coordinates = member(geometry, "coordinates");
        if (!type || !coordinates) return refuse("geojson_not_area");
        MultiPolygon area;
        where_ += "/coordinates";
        bool good = false;
        if (type->text == "Polygon") {
            good = polygon(*coordinates, area);
        } else if (type->text == "MultiPolygon") {
            good = each(*coordinates, [&](const json::Node& one) { return polygon(one, area); });
        } else {
            return refuse("geojson_not_area");
        }
        if (!good) return refuse(fault_);
        return area;
    }

private:
    Refusal refuse(std::string_view code) const {
        return {RefusalKind::kInvalid, std::string(code), where_};
    }

    bool fail(const char* code) {
        fault_ = code;
        return false;
    }

    template <class Visit>
    bool each(const json::Node& list, Visit visit) {
        if (list.kind != json::Kind::kList || list.size == 0) return fail("geojson_not_area");
        const auto length = where_.size();
        std::size_t place = 0;
        for (const json::Node* one = list.first; one; one = one->next) {
            where_ += "/" + std::to_string(place++);
            if (!visit(*one)) return false;
            where_.resize(length);
        }
        return true;
    }

    bool polygon(const json::Node& rings, MultiPolygon& area) {
        Polygon polygon;
        bool outer = true;
        const bool good = each(rings, [&](const json::Node& one) {
            Ring points;
            if (!ring(one, outer, points)) return false;
            (outer ? polygon.outer : polygon.holes.emplace_back()) = std::move(points);
            outer = false;
            return true;
        });
        if (good) area.push_back(std::move(polygon));
        return good;
    }

    bool ring(const json::Node& list, bool counterclockwise, Ring& points) {
        const bool good = each(list, [&](const json::Node& one) {
            if (++vertices_ > kMaxVertices) return fail("geojson_too_many_vertices");
            return position(one, points.emplace_back());
        });
        if (!good) return false;
        if (points.front() != points.back()) points.push_back(points.front());
        if (points.size() < 4) return fail("geojson_ring_too_short");
        turn(points, counterclockwise);
        return true;
    }

    bool position(const json::Node& pair, Point& point) {
        const bool is_pair = pair.kind == json::Kind::kList && (pair.size == 2 || pair.size == 3);
        if (!is_pair) return fail("geojson_bad_position");
        return degree(*pair.first, 180, point.lon) && degree(*pair.first->next, 90, point.lat);
    }

    bool degree(const json::Node& number, double limit, double& into) {
        if (number.kind == json::Kind::kWhole) {
            into = static_cast<double>(number.whole);
        } else if (number.kind == json::Kind::kReal) {
            into = number.real;
        } else {
            return fail("geojson_bad_position");
        }
        return std::abs(into) <= limit || fail("geojson_bad_position");
    }

    std::string where_;
    std::string fault_;
    std::size_t vertices_ = 0;
};

void write_number(double number, std::string& out) {
    char digits[32];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void write_ring(const Ring& ring, std::string& out) {
    char before = '[';
    for (const auto& point : ring) {
        out += before;
        out += '[';
        write_number(point.lon, out);
        out += ',';
        write_number(point.lat, out);
        out += ']';
        before = ',';
    }
    out += ']';
}

}  // namespace

Result<MultiPolygon> read_area(const json::Node& geometry, std::string_view at) {
    auto area = AreaReader(at).read(geometry);
    if (!area) return area;
    const Geos geos;
    if (!geos.is_valid(geos.area(*area))) {
        return Refusal{RefusalKind::kInvalid, "geojson_crosses_itself", std::string(at)};
    }
    return area;
}

Result<MultiPolygon> read_area_text(std::string_view geojson, std::string_view at) {
    const auto document = json::Document::parse(geojson);
    if (!document) return Refusal{RefusalKind::kInvalid, "geojson_not_area", std::string(at)};
    return read_area(document->root(), at);
}

std::string write_area(const MultiPolygon& area) {
    std::string out = R"({"type":"MultiPolygon","coordinates":[)";
    for (const auto& polygon : area) {
        if (&polygon != &area.front()) out += ',';
        out += '[';
        write_ring(polygon.outer, out);
        for (const auto& hole : polygon.holes) {
            out += ',';
            write_ring(hole, out);
        }
        out += ']';
    }
    return out + "]}";
}

}  // namespace jingwei::geo
