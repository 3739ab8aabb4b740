#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"
#include "db/scope.h"

namespace jingwei::db {
class Pool;
class Transaction;
}  // namespace jingwei::db

namespace jingwei::http {
class Routes;
struct Request;
}  // namespace jingwei::http

namespace jingwei::map {

/// The street map that a county brings along, as one GeoJSON FeatureCollection. Its features have
/// `layer` (land, green, water, road, building, place), mostly `kind` and `name`, in the order of
/// drawing; docs/base-map.md lists them.
struct BaseMap {
    std::string digest;                  ///< of the document; its ETag
    std::optional<std::string> geojson;  ///< nothing: the reader has this one
};
BOOST_DESCRIBE_STRUCT(BaseMap, (), (digest, geojson))

/// More than this is for vector tiles, not for one document.
constexpr std::size_t kMostOctets = 16'000'000;

/// Nothing when the county has none; without the document when its digest is `known`.
std::optional<BaseMap> find_base_map(db::Pool& pool, const db::Scope& scope,
                                     std::string_view known);

/// Whether the county has one.
bool has_base_map(db::Pool& pool, const db::Scope& scope);

/// In place of the one before. The scope holds the whole county. Throws std::invalid_argument when
/// `geojson` is over kMostOctets.
void put_base_map(db::Transaction& transaction, std::string_view county, std::string_view geojson,
                  Time now);

/// `"1f…"` of If-None-Match without its quotes; a list of tags is not worth reading here. Empty
/// when the reader has nothing.
std::string_view known_digest(const http::Request& request);

/// GET /api/v1/map/base: the document with its ETag; an empty collection for a county without one.
void add_base_map_routes(http::Routes& routes, db::Pool& pool);

}  // namespace jingwei::map
