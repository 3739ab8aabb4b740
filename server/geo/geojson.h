#pragma once

#include <string>
#include <string_view>

#include "core/json.h"
#include "core/result.h"
#include "geo/geometry.h"

namespace jingwei::geo {

/// Vertices in one area that are still accepted (a county border traced to the metre has fewer).
inline constexpr std::size_t kMaxVertices = 200'000;

/// Reads an RFC 7946 geometry of type Polygon or MultiPolygon. Rings are closed and turned the
/// right way round if they are not; a third coordinate is dropped. Refuses (kInvalid; `at` is put
/// in front of the JSON pointer): geojson_not_area, geojson_bad_position (not two finite numbers,
/// or out of ±180/±90), geojson_ring_too_short, geojson_too_many_vertices, geojson_crosses_itself.
Result<MultiPolygon> read_area(const json::Node& geometry, std::string_view at = {});
Result<MultiPolygon> read_area_text(std::string_view geojson, std::string_view at = {});

/// A geometry, always a MultiPolygon; as few digits as read back to the same number.
std::string write_area(const MultiPolygon& area);

}  // namespace jingwei::geo
