#include "access/principal.h"
#include "http/routes.h"
#include "map/base_map.h"

namespace jingwei::map {

namespace {

constexpr std::string_view kEmpty = R"({"type":"FeatureCollection","features":[]})";

Result<http::Reply> answer(db::Pool& pool, const http::Call<Nothing>& call) {
    const auto found =
        find_base_map(pool, access::principal(call).scope(), known_digest(call.request));
    if (!found) return http::Reply::of("application/geo+json", std::string{kEmpty});
    http::Reply reply;
    if (found->geojson) {
        reply = http::Reply::of("application/geo+json", *found->geojson);
    } else {
        reply.outcome = http::Outcome::kUnchanged;
    }
    reply.with("ETag", '"' + found->digest + '"').with("Cache-Control", "private, no-cache");
    return reply;
}

}  // namespace

std::string_view known_digest(const http::Request& request) {
    std::string_view tag = request.header("If-None-Match");
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"') return {};
    return tag.substr(1, tag.size() - 2);
}

void add_base_map_routes(http::Routes& routes, db::Pool& pool) {
    routes.get_raw<Nothing>(
        "/api/v1/map/base", http::kSignedIn,
        [&pool](const http::Call<Nothing>& call) { return answer(pool, call); },
        "The street map of the county", "application/geo+json");
}

}  // namespace jingwei::map
