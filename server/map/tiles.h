#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "db/codec.h"
#include "db/scope.h"
#include "map/tile_rules.h"

namespace jingwei::db {
class Pool;
class Transaction;
}  // namespace jingwei::db

namespace jingwei::map {

/// All vector tiles of a county, as one import made them.
struct TileSet {
    std::string version;  ///< 16 hex digits of the tiles' octets
    double west = 0;      ///< of the extract, degrees of WGS 84
    double south = 0;
    double east = 0;
    double north = 0;
    std::int16_t min_zoom = 0;
    std::int16_t max_zoom = 0;
    std::int32_t tiles = 0;
    std::int64_t octets = 0;  ///< of all tiles
    std::string attribution;  ///< what the licence wants to be said on the map
    std::optional<std::string> attribution_url;
};
BOOST_DESCRIBE_STRUCT(TileSet, (),
                      (version, west, south, east, north, min_zoom, max_zoom, tiles, octets,
                       attribution, attribution_url))

struct Tile {
    TileAddress address;
    std::string octets;  ///< MVT 2, compressed with gzip
};

/// Limits of what one county keeps. A county of 2,500 km² has some thousand tiles; these hold a
/// province.
constexpr std::size_t kMostTiles = 100'000;
constexpr std::size_t kMostTileOctets = 1'000'000;  ///< of one
constexpr std::size_t kMostOctetsOfTiles = 500'000'000;

/// One tile as its reader gets it.
struct FoundTile {
    std::string version;              ///< of the set
    std::optional<db::Bytes> octets;  ///< none there, or the reader has this version
};
BOOST_DESCRIBE_STRUCT(FoundTile, (), (version, octets))

/// Nothing when the county has none.
std::optional<TileSet> find_tile_set(db::Pool& pool, const db::Scope& scope);

/// Nothing when the county has no tiles at all; `known` is the version that the reader has, or "".
std::optional<FoundTile> find_tile(db::Pool& pool, const db::Scope& scope,
                                   const TileAddress& address, std::string_view known);

/// The parts of putting a set in the place of the one before, in one transaction whose scope holds
/// the whole county: clear, then put in parts, then the set itself. Readers see the one or the
/// other. Each waits for the database.
void clear_tiles(db::Transaction& transaction, std::string_view county);
/// Throws std::invalid_argument when a tile is over kMostTileOctets.
void put_tiles(db::Transaction& transaction, std::string_view county, std::span<const Tile> tiles);
void put_tile_set(db::Transaction& transaction, std::string_view county, const TileSet& set,
                  Time now);

}  // namespace jingwei::map
