#pragma once

// Lets Boost.Geometry work on our plain structs. Private to geo/: the headers of Boost.Geometry are
// heavy, and what they do to a type is nobody else's business.

#include <boost/geometry/core/exterior_ring.hpp>
#include <boost/geometry/core/interior_rings.hpp>
#include <boost/geometry/core/point_order.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/register/multi_polygon.hpp>
#include <boost/geometry/geometries/register/point.hpp>
#include <boost/geometry/geometries/register/ring.hpp>

#include "geo/geometry.h"

BOOST_GEOMETRY_REGISTER_POINT_2D(jingwei::geo::Point, double, boost::geometry::cs::cartesian, lon,
                                 lat)
BOOST_GEOMETRY_REGISTER_RING(jingwei::geo::Ring)
BOOST_GEOMETRY_REGISTER_MULTI_POLYGON(jingwei::geo::MultiPolygon)

namespace boost::geometry::traits {

template <>
struct point_order<jingwei::geo::Ring> {
    static const order_selector value = counterclockwise;
};
template <>
struct tag<jingwei::geo::Polygon> {
    using type = polygon_tag;
};
template <>
struct ring_const_type<jingwei::geo::Polygon> {
    using type = const jingwei::geo::Ring&;
};
template <>
struct ring_mutable_type<jingwei::geo::Polygon> {
    using type = jingwei::geo::Ring&;
};
template <>
struct interior_const_type<jingwei::geo::Polygon> {
    using type = const std::vector<jingwei::geo::Ring>&;
};
template <>
struct interior_mutable_type<jingwei::geo::Polygon> {
    using type = std::vector<jingwei::geo::Ring>&;
};
template <>
struct exterior_ring<jingwei::geo::Polygon> {
    static auto& get(jingwei::geo::Polygon& polygon) { return polygon.outer; }
    static const auto& get(const jingwei::geo::Polygon& polygon) { return polygon.outer; }
};
template <>
struct interior_rings<jingwei::geo::Polygon> {
    static auto& get(jingwei::geo::Polygon& polygon) { return polygon.holes; }
    static const auto& get(const jingwei::geo::Polygon& polygon) { return polygon.holes; }
};

}  // namespace boost::geometry::traits
