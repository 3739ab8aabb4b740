#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jingwei::map {

/// In which coordinates a map is drawn. CGCS2000 agrees with WGS 84 to centimetres; GCJ-02 is the
/// shifted one of most Chinese web maps, off by 300 to 700 m.
enum class Datum { kWgs84, kGcj02 };
BOOST_DESCRIBE_ENUM(Datum, kWgs84, kGcj02)

/// A base map that another host draws: pictures of the usual pyramid (XYZ, or WMTS in the matrix
/// set of spherical Mercator, whose address is a template as well).
struct ExternalMap {
    std::vector<std::string> templates;  ///< with {z}, {x} and {y}; drawn one over the other
    std::string attribution;
    Datum datum = Datum::kWgs84;
    std::int16_t max_zoom = 18;
};
BOOST_DESCRIBE_STRUCT(ExternalMap, (), (templates, attribution, datum, max_zoom))

constexpr std::size_t kMostTemplates = 4;

/// What stands in a setting, at spaces.
std::vector<std::string> templates_of(std::string_view setting);

/// Why it cannot be used and what to do, in English; nothing when it can.
std::optional<std::string> fault_of_template(std::string_view text);

/// " https://one.example https://other.example:8443": each origin once, for a content security
/// policy. Of templates without a fault.
std::string origins_of(const ExternalMap& external);

}  // namespace jingwei::map
