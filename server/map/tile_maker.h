#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "core/result.h"
#include "map/tile_rules.h"

namespace jingwei::map {

/// A folder of one's own below that for temporary files; gone with everything in it at the end.
class ScratchFolder {
public:
    /// Throws std::system_error when it cannot be made.
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(ScratchFolder&& other) noexcept;
    ScratchFolder& operator=(ScratchFolder&&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// What tilemaker may use, and its name for tests.
struct MakerLimits {
    std::uintmax_t extract_octets = 500'000'000;
    std::chrono::minutes time{30};  ///< on the wall, and of each processor's work as many again
    int gigabytes = 8;              ///< of address space, and of any one file
    std::string program = "tilemaker";
};

/// What it left behind: `tiles/ZOOM/X/Y.pbf`, compressed with gzip, and what it says they
/// cover.
struct MadeTiles {
    ScratchFolder folder;
    std::optional<Bounds> bounds;  ///< nothing when the extract does not state any

    std::filesystem::path tiles() const { return folder.path() / "tiles"; }
};

/// Turns an extract of OpenStreetMap in PBF into tiles with the layers of data/map, by the command
/// tilemaker, a process of its own with low priority. With `bounds` only of
/// what lies within. Refused: no such file, no extract, too large, no tilemaker here, it failed, or
/// went over a limit. Takes seconds for a county and minutes for a province.
Result<MadeTiles> make_tiles(const std::filesystem::path& extract,
                             const std::optional<Bounds>& bounds, const MakerLimits& limits = {});

}  // namespace jingwei::map
