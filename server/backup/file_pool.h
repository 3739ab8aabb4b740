#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "backup/whole_files.h"
#include "core/clock.h"

/// The photos and documents of a backup folder, shared by all of its base backups: files named by
/// their content never change, so each is copied once.
namespace jingwei::backup {

/// Copies what `vault` (the data folder's files/) has and `pool` has not. What is removed meanwhile
/// is left out. Says how many.
std::size_t copy_missing(const std::filesystem::path& vault, const std::filesystem::path& pool);

/// Path and checksum of everything that `vault` has now, as it lies in `pool`; what `known` has is
/// not read again.
Sums sums_of(const std::filesystem::path& vault, const std::filesystem::path& pool,
             const Sums& known);

/// Removes from `pool` what is neither in `vault` nor in `listed`, unless it was copied after
/// `began` (of the oldest base backup that is kept): a moment after that may still want it.
void prune_pool(const std::filesystem::path& vault, const std::filesystem::path& pool,
                const std::vector<Sums>& listed, Time began);

/// Copies the full and small size of each content into `vault`, proving each by its name or by
/// `known`. Returns the hashes that are not there; throws std::runtime_error, naming the file, when
/// one is not what it was.
std::vector<std::string> bring_back(const std::filesystem::path& pool,
                                    const std::filesystem::path& vault,
                                    const std::vector<std::string>& hashes, const Sums& known);

}  // namespace jingwei::backup
