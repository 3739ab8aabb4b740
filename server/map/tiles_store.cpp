#include <stdexcept>

#include "db/in_transaction.h"
#include "db/pool.h"
#include "map/statements.h"
#include "map/tiles.h"

namespace jingwei::map {

std::optional<TileSet> find_tile_set(db::Pool& pool, const db::Scope& scope) {
    db::Transaction transaction{pool, scope};
    transaction.ends_with_next();
    return transaction.maybe<TileSet>(sql::find_tile_set, scope.county);
}

std::optional<FoundTile> find_tile(db::Pool& pool, const db::Scope& scope,
                                   const TileAddress& address, std::string_view known) {
    const auto version = known.empty() ? std::nullopt : std::optional{std::string{known}};
    db::Transaction transaction{pool, scope};
    transaction.ends_with_next();
    return transaction.maybe<FoundTile>(sql::find_tile, scope.county, address.zoom, address.x,
                                        address.y, version);
}

void clear_tiles(db::Transaction& transaction, std::string_view county) {
    transaction.run(sql::delete_tiles, county);
}

void put_tiles(db::Transaction& transaction, std::string_view county, std::span<const Tile> tiles) {
    std::vector<std::int16_t> zoom;
    std::vector<std::int32_t> x;
    std::vector<std::int32_t> y;
    std::vector<db::Bytes> octets;
    for (const auto& tile : tiles) {
        if (tile.octets.size() > kMostTileOctets)
            throw std::invalid_argument{"a map tile is too large"};
        zoom.push_back(tile.address.zoom);
        x.push_back(tile.address.x);
        y.push_back(tile.address.y);
        octets.push_back({tile.octets});
    }
    transaction.run(sql::put_tiles, county, zoom, x, y, octets);
}

void put_tile_set(db::Transaction& transaction, std::string_view county, const TileSet& set,
                  Time now) {
    transaction.run(sql::put_tile_set, county, set.version, set.west, set.south, set.east,
                    set.north, set.min_zoom, set.max_zoom, set.tiles, set.octets, set.attribution,
                    set.attribution_url, now);
}

}  // namespace jingwei::map
