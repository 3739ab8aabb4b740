#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <stdexcept>

#include "backup/backup.h"
#include "backup/file_pool.h"
#include "backup/manifest.h"
#include "backup/origin.h"
#include "backup/whole_files.h"
#include "core/seal.h"
#include "core/time_text.h"
#include "db/archive.h"
#include "db/folder_lock.h"

namespace jingwei::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kArchiveLimit{10};

bool lies_in(const fs::path& inner, const fs::path& outer) {
    const auto relative =
        fs::weakly_canonical(inner).lexically_relative(fs::weakly_canonical(outer));
    return !relative.empty() && *relative.begin() != "..";
}

void check(const BackupOptions& options) {
    if (!fs::exists(options.data / "postgres" / "PG_VERSION")) {
        throw std::runtime_error(
            fmt::format("--data: there is no installation in {}: name the folder that jingwei "
                        "serve was given",
                        options.data.string()));
    }
    if (lies_in(options.to, options.data) || lies_in(options.data, options.to)) {
        throw std::runtime_error(
            "--to: a backup beside the data is lost with it: give a folder outside --data, best "
            "on another machine's disk");
    }
    if (options.keys_to && lies_in(*options.keys_to, options.to)) {
        throw std::runtime_error(
            "--keys-to: keys beside the data that they protect protect nothing: give a folder "
            "outside --to");
    }
}

/// The cluster at work, whoever keeps it running; what this process started it stops again.
class Running {
public:
    explicit Running(const fs::path& data) : cluster(db::default_cluster_options(data)) {
        try {
            lock_.emplace(data, db::FolderLock::Mode::kRefuse);
        } catch (const db::FolderInUse&) {
            if (cluster.running()) return;
            throw std::runtime_error(
                "the server that runs here is starting or stopping: try again in a moment");
        }
        was_running_ = cluster.running();
        cluster.start();
    }
    ~Running() {
        try {
            if (lock_ && !was_running_) cluster.stop();
        } catch (const std::exception&) {
            // The next start adopts it.
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    db::PrivateCluster cluster;

private:
    std::optional<db::FolderLock> lock_;
    bool was_running_ = false;
};

/// A folder that is gone again unless it was kept.
class Draft {
public:
    explicit Draft(fs::path folder) : folder_(std::move(folder)) {
        fs::create_directories(folder_);
        chmod(folder_.c_str(), 0700);
    }
    ~Draft() {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    const fs::path& folder() const { return folder_; }
    void keep_as(const fs::path& name) {
        fs::rename(folder_, name);
        folder_.clear();
    }

private:
    fs::path folder_;
};

void clear_drafts(const fs::path& bases) {
    fs::create_directories(bases);
    chmod(bases.c_str(), 0700);
    for (const auto& entry : fs::directory_iterator{bases}) {
        if (entry.path().extension() == kPart) fs::remove_all(entry.path());
    }
}

void copy_keys(const fs::path& data, const fs::path& folder) {
    const auto copy = folder / "jingwei-keys";
    const auto keys = marks_of(KeyRing::load(data / "keys"));
    if (fs::exists(copy)) {
        for (const auto& [number, mark] : marks_of(KeyRing::load(copy))) {
            const auto found = keys.find(number);
            if (found != keys.end() && found->second == mark) continue;
            throw std::runtime_error(
                fmt::format("--keys-to: {} holds a key that {} does not: move it away first",
                            copy.string(), (data / "keys").string()));
        }
    }
    copy_whole(data / "keys", copy);
}

void copy_seals(const fs::path& data, const fs::path& base) {
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{data / "seals", absent}) {
        // Drafts have an extension.
        if (entry.path().extension().empty())
            copy_whole(entry.path(), base / "seals" / entry.path().filename());
    }
}

void copy_cluster(const db::PrivateCluster& cluster, const fs::path& folder) {
    const auto copied =
        db::run_program({cluster.program("pg_basebackup").string(),
                         fmt::format("--dbname={} user='{}'", cluster.url("postgres"),
                                     db::PrivateCluster::kSuperuser),
                         "--pgdata=" + folder.string(), "--format=tar", "--compress=client-gzip:1",
                         "--wal-method=stream", "--checkpoint=fast", "--manifest-checksums=SHA256",
                         "--no-password"});
    if (copied.exit_status != 0) throw std::runtime_error("pg_basebackup failed: " + copied.output);
}

Sums sums_below(const fs::path& folder) {
    Sums sums;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file())
            sums[entry.path().lexically_relative(folder)] = sha256_of_file(entry.path());
    }
    return sums;
}

std::uint64_t size_of(const fs::path& folder) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
}

/// "20261129T030000Z"
std::string name_of(Time time) {
    std::string name = rfc3339(std::chrono::floor<std::chrono::seconds>(time));
    std::erase_if(name, [](char c) { return c == '-' || c == ':'; });
    return name;
}

/// Oldest first; a removal that is interrupted leaves nothing that looks whole.
std::vector<std::string> prune_bases(std::vector<Base>& bases, int keep) {
    std::vector<std::string> pruned;
    while (bases.size() > static_cast<std::size_t>(keep)) {
        fs::path aside = bases.front().folder;
        aside += kPart;
        fs::rename(bases.front().folder, aside);
        fs::remove_all(aside);
        pruned.push_back(bases.front().folder.filename());
        bases.erase(bases.begin());
    }
    return pruned;
}

std::vector<std::string> prune(const BackupOptions& options, const db::PrivateCluster& cluster) {
    auto bases = bases_of(options.to);
    const auto pruned = prune_bases(bases, options.keep);
    if (pruned.empty()) return pruned;
    const auto& oldest = bases.front().manifest;
    db::prune_archive(cluster, options.to / "wal", oldest.first_segment);
    std::vector<Sums> listed;
    for (const auto& base : bases)
        listed.push_back(read_sums(base.folder / "files.txt"));
    prune_pool(options.data / "files", options.to / "files", listed, oldest.began);
    return pruned;
}

Sums known_sums(const fs::path& backup) {
    const auto bases = bases_of(backup);
    return bases.empty() ? Sums{} : read_sums(bases.back().folder / "files.txt");
}

}  // namespace

BackupReport take_backup(const BackupOptions& options, const Clock& clock) {
    check(options);
    const auto keys = KeyRing::load(options.data / "keys");
    claim(options.to, options.data);
    const db::FolderLock alone{options.to, db::FolderLock::Mode::kRefuse};
    clear_drafts(options.to / "base");
    if (options.keys_to) copy_keys(options.data, *options.keys_to);
    const Running running{options.data};
    db::start_archiving(running.cluster, options.to / "wal");

    Manifest manifest;
    manifest.program = options.program;
    manifest.key_marks = marks_of(keys);
    manifest.first_segment = db::finish_segment(running.cluster, options.to / "wal", kArchiveLimit);
    manifest.began = clock.now();
    const auto base = options.to / "base" / name_of(manifest.began);
    if (fs::exists(base)) throw std::runtime_error("one backup a second: try again");
    Draft draft{base.string() + std::string{kPart}};
    copy_seals(options.data, draft.folder());  // before the database, which then has every one
    copy_cluster(running.cluster, draft.folder() / "postgres");
    manifest.ended = clock.now();
    BackupReport report;
    report.base = base;
    report.new_files = copy_missing(options.data / "files", options.to / "files");
    write_whole(
        draft.folder() / "files.txt",
        sums_text(sums_of(options.data / "files", options.to / "files", known_sums(options.to))));
    db::finish_segment(running.cluster, options.to / "wal", kArchiveLimit);
    write_manifest(draft.folder(), manifest);
    write_whole(draft.folder() / "SHA256SUMS", sums_text(sums_below(draft.folder())));
    report.bytes = size_of(draft.folder());
    draft.keep_as(base);
    report.pruned = prune(options, running.cluster);
    return report;
}

void copy_new_files(const fs::path& data) {
    if (const auto backup = backup_of(data)) copy_missing(data / "files", *backup / "files");
}

std::string words(const BackupReport& report) {
    std::string text =
        fmt::format("backup {}: {:.1f} MB, {} new photos and documents\n", report.base.string(),
                    static_cast<double>(report.bytes) / 1e6, report.new_files);
    for (const auto& name : report.pruned)
        text += fmt::format("removed the backup {}\n", name);
    return text;
}

}  // namespace jingwei::backup
