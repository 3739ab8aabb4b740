#include "access/principal.h"
#include "http/routes.h"
#include "map/base_map.h"
#include "map/map_source.h"

namespace jingwei::map {

namespace {

struct TileQuery {
    std::optional<Text<1, 16>> v;  ///< version of the set that the reader counts on
};
BOOST_DESCRIBE_STRUCT(TileQuery, (), (v))

Result<http::Reply> answer_tile(db::Pool& pool, const http::Call<TileQuery>& call) {
    const auto address = tile_address(call.path("z"), call.path("x"), call.path("y"));
    if (!address) return address.error();
    const auto known = known_digest(call.request);
    const auto found = find_tile(pool, access::principal(call).scope(), *address, known);
    if (!found) return http::Reply::nothing();
    http::Reply reply;
    if (found->octets) {
        reply = http::Reply::of("application/vnd.mapbox-vector-tile", found->octets->data);
        reply.with("Content-Encoding", "gzip");
    } else if (known == found->version) {
        reply.outcome = http::Outcome::kUnchanged;
    }
    const bool lasting = call.body.v && call.body.v->str() == found->version;
    reply.with("ETag", '"' + found->version + '"')
        .with("Cache-Control",
              lasting ? "private, max-age=31536000, immutable" : "private, no-cache");
    return reply;
}

}  // namespace

MapSource find_map_source(db::Pool& pool, const db::Scope& scope,
                          const std::optional<ExternalMap>& external) {
    if (external) return {MapKind::kExternal, std::nullopt, external};
    if (auto tiles = find_tile_set(pool, scope))
        return {MapKind::kTiles, std::move(tiles), std::nullopt};
    const bool drawn = has_base_map(pool, scope);
    return {drawn ? MapKind::kDrawing : MapKind::kNone, std::nullopt, std::nullopt};
}

void add_tile_routes(http::Routes& routes, db::Pool& pool, std::optional<ExternalMap> external) {
    routes.get<Nothing, MapSource>(
        "/api/v1/map/source", http::kSignedIn,
        [&pool, external = std::move(external)](const auto& call) -> Result<MapSource> {
            return find_map_source(pool, access::principal(call).scope(), external);
        },
        "What the maps of the county stand on");
    routes.get_raw<TileQuery>(
        "/api/v1/map/tiles/{z}/{x}/{y}", http::kSignedIn,
        [&pool](const http::Call<TileQuery>& call) { return answer_tile(pool, call); },
        "One vector tile of the county's base map", "application/vnd.mapbox-vector-tile");
}

}  // namespace jingwei::map
