#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/result.h"

namespace jingwei::map {

/// Degrees of WGS 84; a box on the map that does not cross the date line.
struct Bounds {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// A tile of the usual pyramid (spherical Mercator, y counted from the north): 2^zoom columns and
/// rows.
struct TileAddress {
    static constexpr int kMostZoom = 22;

    std::int16_t zoom = 0;  ///< 0 to kMostZoom
    std::int32_t x = 0;     ///< from 0, below 2^zoom
    std::int32_t y = 0;
    friend auto operator<=>(const TileAddress&, const TileAddress&) = default;
};

/// Of three whole numbers as they stand in an address of the web; "map_tile_unknown" when one is no
/// number or outside.
Result<TileAddress> tile_address(std::string_view zoom, std::string_view x, std::string_view y);

/// Of a path as tilemaker names its files: "14/13345/6789.pbf". Nothing for another.
std::optional<TileAddress> tile_address_of_file(std::string_view path);

/// What a tile shows.
Bounds bounds_of(const TileAddress& tile);

/// Whether they have a point in common that is not on a border of both.
bool overlap(const Bounds& one, const Bounds& other);

/// Four numbers with commas between, "118.2,35.6,119.1,36.3", west, south, east, north; nothing
/// when it is not that, or holds no area.
std::optional<Bounds> parse_bounds(std::string_view text);

/// Whether a file that begins so is an extract of OpenStreetMap in PBF: its first block must be
/// "OSMHeader" (https://wiki.openstreetmap.org/wiki/PBF_Format).
bool begins_as_extract(std::string_view head);

}  // namespace jingwei::map
