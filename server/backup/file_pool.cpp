#include "backup/file_pool.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace jingwei::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kThumb = ".thumb";

/// "ab/abcdef…" and "ab/abcdef….thumb", in no order; what is in flight is left out.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code absent;
    for (const auto& entry : fs::recursive_directory_iterator{folder, absent}) {
        if (entry.is_regular_file() && entry.path().extension() != kPart)
            names.push_back(entry.path().lexically_relative(folder).string());
    }
    return names;
}

bool is_absence(const fs::filesystem_error& error) {
    return error.code() == std::errc::no_such_file_or_directory;
}

fs::file_time_type file_time(Time time) { return std::chrono::file_clock::from_sys(time); }

/// The name of a content's file is its own checksum; a thumbnail's is that of the photo.
void prove(const fs::path& pool, const std::string& name, const Sums& known) {
    const auto found = known.find(name);
    const bool thumb = name.ends_with(kThumb);
    if (thumb && found == known.end()) return;
    const auto expected = thumb ? found->second : fs::path{name}.filename().string();
    if (sha256_of_file(pool / name) == expected) return;
    throw std::runtime_error(
        fmt::format("{} is damaged: its checksum is not {}. Copy it from another copy of the "
                    "backup, or remove it to restore without it",
                    (pool / name).string(), expected));
}

}  // namespace

std::size_t copy_missing(const fs::path& vault, const fs::path& pool) {
    std::size_t copied = 0;
    for (const auto& name : names_in(vault)) {
        if (fs::exists(pool / name)) continue;
        try {
            copy_whole(vault / name, pool / name);
            ++copied;
        } catch (const fs::filesystem_error& error) {
            // Removed a moment ago, because nothing held it for a day.
            if (!is_absence(error) || fs::exists(vault / name)) throw;
        }
    }
    return copied;
}

Sums sums_of(const fs::path& vault, const fs::path& pool, const Sums& known) {
    Sums sums;
    for (const auto& name : names_in(vault)) {
        const auto found = known.find(name);
        if (found != known.end())
            sums.insert(*found);
        else if (fs::exists(pool / name))
            sums[name] = sha256_of_file(pool / name);
    }
    return sums;
}

void prune_pool(const fs::path& vault, const fs::path& pool, const std::vector<Sums>& listed,
                Time began) {
    for (const auto& name : names_in(pool)) {
        const bool wanted =
            fs::exists(vault / name) ||
            std::ranges::any_of(listed, [&](const Sums& sums) { return sums.contains(name); });
        if (!wanted && fs::last_write_time(pool / name) < file_time(began)) fs::remove(pool / name);
    }
}

std::vector<std::string> bring_back(const fs::path& pool, const fs::path& vault,
                                    const std::vector<std::string>& hashes, const Sums& known) {
    std::vector<std::string> missing;
    for (const auto& hash : hashes) {
        const auto name = hash.substr(0, 2) + "/" + hash;
        if (!fs::exists(pool / name)) {
            missing.push_back(hash);
            continue;
        }
        for (const auto& size : {name, name + std::string{kThumb}}) {
            if (!fs::exists(pool / size)) continue;
            prove(pool, size, known);
            copy_whole(pool / size, vault / size);
        }
    }
    return missing;
}

}  // namespace jingwei::backup
