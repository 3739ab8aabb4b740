#pragma once

#include <boost/describe.hpp>
#include <optional>

#include "map/external_map.h"
#include "map/tiles.h"

namespace jingwei::http {
class Routes;
}

namespace jingwei::map {

/// What a county's maps stand on, the first that there is: another host's map, tiles of our own, a
/// drawing (base_map.h), nothing.
enum class MapKind { kExternal, kTiles, kDrawing, kNone };
BOOST_DESCRIBE_ENUM(MapKind, kExternal, kTiles, kDrawing, kNone)

struct MapSource {
    MapKind kind = MapKind::kNone;
    std::optional<TileSet> tiles;         ///< of kTiles
    std::optional<ExternalMap> external;  ///< of kExternal
};
BOOST_DESCRIBE_STRUCT(MapSource, (), (kind, tiles, external))

MapSource find_map_source(db::Pool& pool, const db::Scope& scope,
                          const std::optional<ExternalMap>& external);

/// GET /api/v1/map/source, and GET /api/v1/map/tiles/{z}/{x}/{y}: one vector tile with the version
/// of its set as ETag, always compressed with gzip. `?v=` with that version: it may be kept for
/// ever. Nothing (204) where the set has no tile; an address outside the pyramid is not found.
void add_tile_routes(http::Routes& routes, db::Pool& pool, std::optional<ExternalMap> external);

}  // namespace jingwei::map
