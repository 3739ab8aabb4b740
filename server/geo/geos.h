#pragma once

// GEOS behind RAII. Private to geo/.

#include <geos_c.h>

#include <memory>

#include "geo/geometry.h"

namespace jingwei::geo {

/// One GEOS context: not for two threads at once, cheap enough to make per question. A failure of
/// GEOS itself (never of the input: that is checked before) throws std::runtime_error.
class Geos {
public:
    struct Destroy {
        GEOSContextHandle_t context;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

    Geos();
    ~Geos();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    Geometry area(const MultiPolygon& area) const;
    /// The polygons within any geometry; points and lines (where areas only touch) fall away.
    MultiPolygon polygons(const Geometry& geometry) const;

    bool is_valid(const Geometry& area) const;
    Geometry united(std::vector<Geometry> areas) const;
    Geometry difference(const Geometry& from, const Geometry& what) const;
    Geometry intersection(const Geometry& one, const Geometry& other) const;
    Point point_inside(const Geometry& area) const;

    Geometry line(const std::vector<Point>& points) const;
    /// The lines around an area.
    Geometry boundary(const Geometry& area) const;
    /// Every face that `lines` enclose, as a collection of polygons.
    Geometry faces(const Geometry& lines) const;
    Geometry snapped(const Geometry& geometry, const Geometry& onto, double degrees) const;
    bool meets(const Geometry& one, const Geometry& other) const;
    double length(const Geometry& line) const;  ///< in degrees: to compare, not to tell

private:
    Geometry own(GEOSGeometry* geometry) const;
    GEOSGeometry* ring(const Ring& points) const;
    GEOSGeometry* polygon(const Polygon& polygon) const;
    Ring points(const GEOSGeometry* ring) const;
    void collect(const GEOSGeometry* geometry, MultiPolygon& into) const;

    GEOSContextHandle_t context_;
    char message_[256] = "";
};

}  // namespace jingwei::geo
