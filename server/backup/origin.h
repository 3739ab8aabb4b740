#pragma once

#include <filesystem>
#include <optional>

namespace jingwei::backup {

/// Ties a backup folder to one installation, so that two (one of them restored from the other)
/// never write into one archive. Throws std::runtime_error, naming --to, when the folder is
/// another's or holds something else. Makes the folder; `data` remembers it.
void claim(const std::filesystem::path& backup, const std::filesystem::path& data);

/// The folder that the backups of `data` go to; nothing when none was made yet, or when its disk is
/// not there.
std::optional<std::filesystem::path> backup_of(const std::filesystem::path& data);

}  // namespace jingwei::backup
