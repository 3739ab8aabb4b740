#include "geo/geos.h"

#include <cstdio>
#include <stdexcept>
#include <string>

namespace jingwei::geo {

static_assert(sizeof(Point) == 2 * sizeof(double), "GEOS reads points as pairs of doubles");

Geos::Geos() : context_(GEOS_init_r()) {
    const auto note = [](const char* message, void* self) {
        auto& text = static_cast<Geos*>(self)->message_;
        std::snprintf(text, sizeof text, "%s", message);
    };
    GEOSContext_setErrorMessageHandler_r(context_, note, this);
}

Geos::~Geos() { GEOS_finish_r(context_); }

Geos::Geometry Geos::own(GEOSGeometry* geometry) const {
    if (!geometry) throw std::runtime_error(std::string("GEOS: ") + message_);
    return {geometry, Destroy{context_}};
}

GEOSGeometry* Geos::ring(const Ring& points) const {
    auto* sequence = GEOSCoordSeq_copyFromBuffer_r(context_, &points.front().lon,
                                                   static_cast<unsigned>(points.size()), 0, 0);
    return GEOSGeom_createLinearRing_r(context_, sequence);
}

GEOSGeometry* Geos::polygon(const Polygon& polygon) const {
    std::vector<GEOSGeometry*> holes;
    for (const auto& hole : polygon.holes)
        holes.push_back(ring(hole));
    return GEOSGeom_createPolygon_r(context_, ring(polygon.outer), holes.data(),
                                    static_cast<unsigned>(holes.size()));
}

Geos::Geometry Geos::area(const MultiPolygon& area) const {
    std::vector<GEOSGeometry*> parts;
    for (const auto& part : area)
        parts.push_back(polygon(part));
    return own(GEOSGeom_createCollection_r(context_, GEOS_MULTIPOLYGON, parts.data(),
                                           static_cast<unsigned>(parts.size())));
}

Ring Geos::points(const GEOSGeometry* ring) const {
    const auto* sequence = GEOSGeom_getCoordSeq_r(context_, ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(context_, sequence, &size);
    Ring result(size);
    if (size > 0) GEOSCoordSeq_copyToBuffer_r(context_, sequence, &result[0].lon, 0, 0);
    return result;
}

void Geos::collect(const GEOSGeometry* geometry, MultiPolygon& into) const {
    const int type = GEOSGeomTypeId_r(context_, geometry);
    if (type == GEOS_POLYGON && !GEOSisEmpty_r(context_, geometry)) {
        Polygon polygon{points(GEOSGetExteriorRing_r(context_, geometry)), {}};
        for (int i = 0; i < GEOSGetNumInteriorRings_r(context_, geometry); ++i) {
            polygon.holes.push_back(points(GEOSGetInteriorRingN_r(context_, geometry, i)));
            turn(polygon.holes.back(), false);
        }
        turn(polygon.outer, true);
        into.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(context_, geometry); ++i) {
            collect(GEOSGetGeometryN_r(context_, geometry, i), into);
        }
    }
}

MultiPolygon Geos::polygons(const Geometry& geometry) const {
    MultiPolygon result;
    collect(geometry.get(), result);
    return result;
}

bool Geos::is_valid(const Geometry& area) const { return GEOSisValid_r(context_, area.get()) == 1; }

Geos::Geometry Geos::united(std::vector<Geometry> areas) const {
    std::vector<GEOSGeometry*> parts;
    for (auto& area : areas)
        parts.push_back(area.release());
    const auto all = own(GEOSGeom_createCollection_r(
        context_, GEOS_GEOMETRYCOLLECTION, parts.data(), static_cast<unsigned>(parts.size())));
    return own(GEOSUnaryUnion_r(context_, all.get()));
}

Geos::Geometry Geos::difference(const Geometry& from, const Geometry& what) const {
    return own(GEOSDifference_r(context_, from.get(), what.get()));
}

Geos::Geometry Geos::intersection(const Geometry& one, const Geometry& other) const {
    return own(GEOSIntersection_r(context_, one.get(), other.get()));
}

Point Geos::point_inside(const Geometry& area) const {
    const auto point = own(GEOSPointOnSurface_r(context_, area.get()));
    Point result;
    GEOSGeomGetX_r(context_, point.get(), &result.lon);
    GEOSGeomGetY_r(context_, point.get(), &result.lat);
    return result;
}

Geos::Geometry Geos::line(const std::vector<Point>& points) const {
    auto* sequence = GEOSCoordSeq_copyFromBuffer_r(context_, &points.front().lon,
                                                   static_cast<unsigned>(points.size()), 0, 0);
    return own(GEOSGeom_createLineString_r(context_, sequence));
}

Geos::Geometry Geos::boundary(const Geometry& area) const {
    return own(GEOSBoundary_r(context_, area.get()));
}

Geos::Geometry Geos::faces(const Geometry& lines) const {
    const GEOSGeometry* all[] = {lines.get()};
    return own(GEOSPolygonize_r(context_, all, 1));
}

Geos::Geometry Geos::snapped(const Geometry& geometry, const Geometry& onto, double degrees) const {
    return own(GEOSSnap_r(context_, geometry.get(), onto.get(), degrees));
}

bool Geos::meets(const Geometry& one, const Geometry& other) const {
    return GEOSIntersects_r(context_, one.get(), other.get()) == 1;
}

double Geos::length(const Geometry& line) const {
    double degrees = 0;
    GEOSLength_r(context_, line.get(), &degrees);
    return degrees;
}

}  // namespace jingwei::geo
