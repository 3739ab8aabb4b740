#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "db/private_cluster.h"
#include "db/session.h"

/// Every finished segment of the write-ahead log of a private cluster, kept in a folder of its own:
/// what a backup is brought forward with. docs/adr/0009-backups-are-base-and-archive.md
namespace jingwei::db {

/// Segments are finished at least this often when anything was written: what the loss of the whole
/// machine may cost.
inline constexpr int kArchiveEvery_s = 60;

/// Makes a running cluster keep its segments in `folder` (made when absent, given to the user that
/// runs the cluster), from now on and after every start, until stop_archiving(). A segment appears
/// there whole or not at all, compressed, and never replaces another. Throws std::runtime_error
/// with the remedy when that user cannot write there, when the path has characters that a shell or
/// PostgreSQL would take for its own, or when the cluster was started without an archive.
void start_archiving(const PrivateCluster& cluster, const std::filesystem::path& folder);

/// Takes the memory of the archive out of the folder of a cluster that does not run.
void stop_archiving(const std::filesystem::path& data);

/// Finishes the segment at work and waits until it is in the archive, so that the archive holds
/// everything that was committed before; answers the name of that segment. Throws
/// std::runtime_error with PostgreSQL's own words when it is not within `limit`.
std::string finish_segment(const PrivateCluster& cluster, const std::filesystem::path& folder,
                           std::chrono::seconds limit);

/// Nothing when segments arrive; otherwise the sentence for the operator. `superuser` is connected
/// to any database of the cluster.
std::optional<std::string> archive_trouble(Session& superuser);

/// Removes what no backup needs that begins with `first_segment` or later.
void prune_archive(const PrivateCluster& cluster, const std::filesystem::path& folder,
                   const std::string& first_segment);

/// For postgresql.conf: takes one segment out of `folder`.
std::string restore_command(const std::filesystem::path& folder);

}  // namespace jingwei::db
