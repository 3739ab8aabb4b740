#include <fmt/format.h>

#include <stdexcept>

#include "db/in_transaction.h"
#include "db/pool.h"
#include "map/base_map.h"
#include "map/statements.h"

namespace jingwei::map {

namespace {

/// FNV-1a: tells versions of a map apart, nothing more.
std::string digest_of(std::string_view text) {
    std::uint64_t value = 14695981039346656037ULL;
    for (const char each : text)
        value = (value ^ static_cast<unsigned char>(each)) * 1099511628211ULL;
    return fmt::format("{:016x}", value);
}

}  // namespace

std::optional<BaseMap> find_base_map(db::Pool& pool, const db::Scope& scope,
                                     std::string_view known) {
    const auto digest = known.empty() ? std::nullopt : std::optional{std::string{known}};
    db::Transaction transaction{pool, scope};
    return transaction.maybe<BaseMap>(sql::find_base_map, scope.county, digest);
}

bool has_base_map(db::Pool& pool, const db::Scope& scope) {
    db::Transaction transaction{pool, scope};
    transaction.ends_with_next();
    return transaction.run(sql::has_base_map, scope.county) > 0;
}

void put_base_map(db::Transaction& transaction, std::string_view county, std::string_view geojson,
                  Time now) {
    if (geojson.size() > kMostOctets) throw std::invalid_argument{"the base map is too large"};
    transaction.queue(sql::put_base_map, county, geojson, digest_of(geojson), now);
}

}  // namespace jingwei::map
