#include "map/tile_import.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/octets.h"
#include "db/in_transaction.h"

namespace jingwei::map {
namespace {

namespace fs = std::filesystem;
using Watch = std::chrono::steady_clock;

constexpr std::size_t kOctetsAtOnce = 2'000'000;
constexpr std::string_view kAttribution = "© OpenStreetMap contributors";
constexpr std::string_view kAttributionUrl = "https://www.openstreetmap.org/copyright";

struct TileFile {
    TileAddress address;
    fs::path path;
    std::uintmax_t octets = 0;
};

/// Those that touch the bounds, in the order of their addresses.
std::vector<TileFile> files_of(const MadeTiles& made, const std::optional<Bounds>& bounds) {
    std::vector<TileFile> files;
    for (const auto& entry : fs::recursive_directory_iterator(made.tiles())) {
        if (!entry.is_regular_file()) continue;
        const auto address =
            tile_address_of_file(entry.path().lexically_relative(made.tiles()).string());
        if (!address || (bounds && !overlap(bounds_of(*address), *bounds))) continue;
        files.push_back({*address, entry.path(), entry.file_size()});
    }
    std::ranges::sort(files, {}, &TileFile::address);
    return files;
}

std::uintmax_t octets_of(const std::vector<TileFile>& files) {
    std::uintmax_t octets = 0;
    for (const auto& file : files)
        octets += file.octets;
    return octets;
}

Result<void> check(const std::vector<TileFile>& files) {
    if (files.empty()) return Refusal{RefusalKind::kInvalid, "map_without_tiles"};
    if (files.size() > kMostTiles) {
        return Refusal{RefusalKind::kTooLarge,
                       "map_too_many_tiles",
                       {},
                       {{"max", std::to_string(kMostTiles)}}};
    }
    const bool one_too_large =
        std::ranges::any_of(files, [](const auto& file) { return file.octets > kMostTileOctets; });
    if (one_too_large || octets_of(files) > kMostOctetsOfTiles) {
        return Refusal{RefusalKind::kTooLarge,
                       "map_tiles_too_large",
                       {},
                       {{"max", std::to_string(kMostOctetsOfTiles / 1'000'000)}}};
    }
    return {};
}

/// All tiles go by in parts; answers the version of their octets.
std::string put_files(db::Transaction& transaction, const std::string& county,
                      const std::vector<TileFile>& files) {
    std::string digests;
    std::vector<Tile> part;
    std::size_t octets = 0;
    for (const auto& file : files) {
        std::ifstream in(file.path, std::ios::binary);
        part.push_back({file.address, {std::istreambuf_iterator<char>(in), {}}});
        octets += part.back().octets.size();
        digests += sha256(part.back().octets);
        if (octets < kOctetsAtOnce && &file != &files.back()) continue;
        put_tiles(transaction, county, part);
        part.clear();
        octets = 0;
    }
    return to_hex(sha256(digests)).substr(0, 16);
}

/// What the deepest tiles show all together.
Bounds covered_by(const std::vector<TileFile>& files) {
    const auto deepest = files.back().address.zoom;
    auto all = bounds_of(files.back().address);
    for (const auto& file : files) {
        if (file.address.zoom != deepest) continue;
        const auto one = bounds_of(file.address);
        all = {std::min(all.west, one.west), std::min(all.south, one.south),
               std::max(all.east, one.east), std::max(all.north, one.north)};
    }
    return all;
}

TileSet set_of(const std::vector<TileFile>& files, const Bounds& bounds) {
    return {.version = {},
            .west = bounds.west,
            .south = bounds.south,
            .east = bounds.east,
            .north = bounds.north,
            .min_zoom = files.front().address.zoom,
            .max_zoom = files.back().address.zoom,
            .tiles = static_cast<std::int32_t>(files.size()),
            .octets = static_cast<std::int64_t>(octets_of(files)),
            .attribution = std::string{kAttribution},
            .attribution_url = std::string{kAttributionUrl}};
}

std::chrono::milliseconds since(Watch::time_point begun) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Watch::now() - begun);
}

}  // namespace

Result<TileReport> import_tiles(db::Pool& pool, const std::string& county, const fs::path& extract,
                                const std::optional<Bounds>& bounds, Time now,
                                const MakerLimits& limits) {
    const auto scope = db::Scope::whole_county(county);
    const auto began = Watch::now();
    const auto made = make_tiles(extract, bounds, limits);
    if (!made) return made.error();
    TileReport report;
    report.making = since(began);
    const auto files = files_of(*made, bounds);
    if (const auto checked = check(files); !checked) return checked.error();
    report.set = set_of(files, made->bounds ? *made->bounds : covered_by(files));
    const auto former = find_tile_set(pool, scope);
    if (former) report.former = former->version;
    const auto writing = Watch::now();
    const auto written =
        db::in_transaction(pool, scope, [&](db::Transaction& transaction) -> Result<std::string> {
            clear_tiles(transaction, county);
            report.set.version = put_files(transaction, county, files);
            put_tile_set(transaction, county, report.set, now);
            return report.set.version;
        });
    if (!written) return written.error();
    report.writing = since(writing);
    return report;
}

}  // namespace jingwei::map
