#include "geo/geojson.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

#include "geo/geos.h"

namespace jingwei::geo {
namespace {

namespace json = boost::json;

/// Walks one geometry and stops at the first fault; `where` is the JSON pointer walked so far.
class AreaReader {
public:
    explicit AreaReader(std::string_view at) : where_(at) {}

    Result<MultiPolygon> read(const json::value& geometry) {
        const auto* object = geometry.if_object();
        const auto* type = object ? object->if_contains("type") : nullptr;
        const auto* coordinates = object ? object->if_contains("coordinates") : nullptr;
        if (!type || !coordinates) return refuse("geojson_not_area");
        MultiPolygon area;
        where_ += "/coordinates";
        bool good = false;
        if (*type == "Polygon") {
            good = polygon(*coordinates, area);
        } else if (*type == "MultiPolygon") {
            good = each(*coordinates, [&](const json::value& one) { return polygon(one, area); });
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
    bool each(const json::value& list, Visit visit) {
        const auto* array = list.if_array();
        if (!array || array->empty()) return fail("geojson_not_area");
        const auto length = where_.size();
        for (std::size_t i = 0; i < array->size(); ++i) {
            where_ += "/" + std::to_string(i);
            if (!visit((*array)[i])) return false;
            where_.resize(length);
        }
        return true;
    }

    bool polygon(const json::value& rings, MultiPolygon& area) {
        Polygon polygon;
        bool outer = true;
        const bool good = each(rings, [&](const json::value& one) {
            Ring points;
            if (!ring(one, outer, points)) return false;
            (outer ? polygon.outer : polygon.holes.emplace_back()) = std::move(points);
            outer = false;
            return true;
        });
        if (good) area.push_back(std::move(polygon));
        return good;
    }

    bool ring(const json::value& list, bool counterclockwise, Ring& points) {
        const bool good = each(list, [&](const json::value& one) {
            if (++vertices_ > kMaxVertices) return fail("geojson_too_many_vertices");
            return position(one, points.emplace_back());
        });
        if (!good) return false;
        if (points.front() != points.back()) points.push_back(points.front());
        if (points.size() < 4) return fail("geojson_ring_too_short");
        if ((doubled_area(points) > 0) != counterclockwise) {
            std::reverse(points.begin(), points.end());
        }
        return true;
    }

    bool position(const json::value& pair, Point& point) {
        const auto* array = pair.if_array();
        if (!array || array->size() < 2 || array->size() > 3) return fail("geojson_bad_position");
        return degree((*array)[0], 180, point.lon) && degree((*array)[1], 90, point.lat);
    }

    bool degree(const json::value& number, double limit, double& into) {
        if (!number.is_number()) return fail("geojson_bad_position");
        into = number.to_number<double>();
        return std::abs(into) <= limit || fail("geojson_bad_position");
    }

    static double doubled_area(const Ring& ring) {
        double sum = 0;  // from the first vertex, so that small rings far from (0, 0) keep digits
        for (std::size_t i = 1; i < ring.size(); ++i) {
            sum += (ring[i - 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat) -
                   (ring[i].lon - ring[0].lon) * (ring[i - 1].lat - ring[0].lat);
        }
        return sum;
    }

    std::string where_;
    std::string fault_;
    std::size_t vertices_ = 0;
};

json::array write_ring(const Ring& ring) {
    json::array points;
    points.reserve(ring.size());
    for (const auto& point : ring)
        points.push_back({point.lon, point.lat});
    return points;
}

}  // namespace

Result<MultiPolygon> read_area(const json::value& geometry, std::string_view at) {
    auto area = AreaReader(at).read(geometry);
    if (!area) return area;
    const Geos geos;
    if (!geos.is_valid(geos.area(*area))) {
        return Refusal{RefusalKind::kInvalid, "geojson_crosses_itself", std::string(at)};
    }
    return area;
}

Result<MultiPolygon> read_area_text(std::string_view geojson, std::string_view at) {
    boost::system::error_code failed;
    const auto value = json::parse(geojson, failed);
    if (failed) return Refusal{RefusalKind::kInvalid, "geojson_not_area", std::string(at)};
    return read_area(value, at);
}

json::value write_area(const MultiPolygon& area) {
    json::array polygons;
    for (const auto& polygon : area) {
        json::array rings;
        rings.push_back(write_ring(polygon.outer));
        for (const auto& hole : polygon.holes)
            rings.push_back(write_ring(hole));
        polygons.push_back(std::move(rings));
    }
    return json::object{{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}};
}

json::value write_point(Point point) {
    return json::object{{"type", "Point"}, {"coordinates", {point.lon, point.lat}}};
}

}  // namespace jingwei::geo
