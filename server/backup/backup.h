#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "audit/verifier.h"
#include "core/clock.h"
#include "db/row_counts.h"

/// Backups of an installation with a private cluster. A backup folder holds
///
///   origin                      which installation it belongs to
///   wal/                        the archive of its write-ahead log, written by PostgreSQL
///   files/                      photos and documents by content, as in the data folder
///   base/20261129T030000Z/      one base backup: base.tar.gz, pg_wal.tar.gz, backup_manifest (all
///                               PostgreSQL's), seals/, files.txt, manifest.json, SHA256SUMS
///
/// and never the keys: who holds the folder reads no sealed field and makes no seal.
namespace jingwei::backup {

struct BackupOptions {
    std::filesystem::path data;  ///< of the installation; a server may be at work on it
    std::filesystem::path to;
    int keep = 7;  ///< base backups; older ones go, with what only they need
    std::optional<std::filesystem::path> keys_to = {};  ///< folder for a copy of the key file
    std::string program;                                ///< version of this Jingwei, noted down
};

struct BackupReport {
    std::filesystem::path base;
    std::uint64_t bytes = 0;    ///< of the base backup
    std::size_t new_files = 0;  ///< photos and documents that were not in the folder yet
    std::vector<std::string> pruned;
};

/// Copies a running installation without stopping it, or one that stands still. From the first
/// backup on the cluster keeps its log in the archive, so restore_backup() reaches every moment
/// since then. Throws std::runtime_error that names the option at fault and the remedy; what was
/// begun then leaves nothing that looks whole.
BackupReport take_backup(const BackupOptions& options, const Clock& clock);

/// Copies photos and documents that the backup folder does not have yet, where there is one: what
/// the server does each minute, so that a restore between two base backups finds them.
void copy_new_files(const std::filesystem::path& data);

struct RestoreOptions {
    std::filesystem::path from;  ///< a backup folder
    std::filesystem::path data;  ///< to be made; absent or empty
    std::filesystem::path keys;  ///< the copy of the key file
    std::optional<Time> at = {};
};

struct RestoreReport {
    std::string base;
    int schema_version = 0;
    std::vector<db::TableRows> rows;
    std::vector<audit::Report> audits;       ///< one per county
    std::vector<std::string> missing_files;  ///< hashes of contents that the backup does not have
    bool sound() const;
};

/// Makes an installation of a backup, as it was at `at` or at the end of the archive, and proves
/// it. It is put together beside `data` and gets that name at the very end. Throws likewise.
RestoreReport restore_backup(const RestoreOptions& options);

/// For the terminal.
std::string words(const BackupReport& report);
std::string words(const RestoreReport& report);

}  // namespace jingwei::backup
