#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "core/clock.h"
#include "core/result.h"
#include "map/tile_maker.h"
#include "map/tiles.h"

namespace jingwei::map {

struct TileReport {
    TileSet set;
    std::optional<std::string> former;  ///< version of the set that was there before
    std::chrono::milliseconds making{};
    std::chrono::milliseconds writing{};
};

/// Makes the tiles of an extract those of a county, in place of the ones before, in one
/// transaction. With `bounds` only the tiles that touch them. Refused as make_tiles(), when nothing
/// lies within the bounds, and over the limits of tiles.h; then everything is as it was.
Result<TileReport> import_tiles(db::Pool& pool, const std::string& county,
                                const std::filesystem::path& extract,
                                const std::optional<Bounds>& bounds, Time now,
                                const MakerLimits& limits = {});

}  // namespace jingwei::map
