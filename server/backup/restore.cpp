#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "audit/seal_heads.h"
#include "audit/sealed_counties.h"
#include "backup/backup.h"
#include "backup/file_pool.h"
#include "backup/manifest.h"
#include "backup/whole_files.h"
#include "core/time_text.h"
#include "db/archive.h"
#include "db/deployment.h"
#include "files/contents.h"

namespace jingwei::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kRecoveryLimit{48};

[[noreturn]] void refuse(const std::string& sentence) { throw std::runtime_error(sentence); }

void require_empty(const fs::path& data) {
    std::error_code absent;
    if (fs::exists(data) && (!fs::is_directory(data) || !fs::is_empty(data, absent))) {
        refuse(
            fmt::format("--data: {} is not empty: give a folder that is not there yet, or move "
                        "what is in it away",
                        data.string()));
    }
}

Base choose(const RestoreOptions& options) {
    const auto bases = bases_of(options.from);
    if (bases.empty()) {
        refuse(
            fmt::format("--from: there is no whole backup in {}: name the folder that jingwei "
                        "backup was given as --to",
                        options.from.string()));
    }
    for (auto base = bases.rbegin(); base != bases.rend(); ++base) {
        if (!options.at || base->manifest.ended <= *options.at) return *base;
    }
    refuse(
        fmt::format("--at: the oldest backup in {} was done at {}: give that moment or a later "
                    "one",
                    options.from.string(), rfc3339(bases.front().manifest.ended)));
}

void require_keys(const fs::path& keys, const Manifest& manifest) {
    const auto marks = marks_of(KeyRing::load(keys));
    for (const auto& [number, mark] : manifest.key_marks) {
        const auto found = marks.find(number);
        if (found != marks.end() && found->second == mark) continue;
        refuse(
            fmt::format("--keys: {} does not hold key {} of this installation: give the copy "
                        "that was made of its key file",
                        keys.string(), number));
    }
}

void prove_base(const fs::path& base) {
    for (const auto& [name, sum] : read_sums(base / "SHA256SUMS")) {
        if (fs::exists(base / name) && sha256_of_file(base / name) == sum) continue;
        refuse(
            fmt::format("{} is missing or damaged: copy this backup anew from another copy, or "
                        "restore an older one with --at",
                        (base / name).string()));
    }
}

void require_program(const db::ProgramResult& result, std::string_view what) {
    if (result.exit_status != 0) refuse(fmt::format("{}: {}", what, result.output));
}

void unpack(const fs::path& archive, const fs::path& folder) {
    fs::create_directories(folder);
    chmod(folder.c_str(), 0700);
    require_program(db::run_program({"tar", "--extract", "--gzip", "--no-same-owner", "--file",
                                     archive.string(), "--directory", folder.string()}),
                    "tar could not unpack " + archive.string());
}

/// Everything is there as PostgreSQL wrote it, before anything of it is run.
void unpack_cluster(const fs::path& base, const db::PrivateCluster& cluster, const fs::path& data) {
    unpack(base / "postgres" / "base.tar.gz", data);
    unpack(base / "postgres" / "pg_wal.tar.gz", data / "pg_wal");
    require_program(
        db::run_program({cluster.program("pg_verifybackup").string(), "--quiet",
                         "--manifest-path=" + (base / "postgres" / "backup_manifest").string(),
                         data.string()}),
        "the base backup is not whole");
}

void require_readable(const fs::path& archive, const std::optional<db::SystemUser>& user) {
    if (db::run_program({"test", "-r", archive.string(), "-a", "-x", archive.string()}, user)
            .exit_status == 0) {
        return;
    }
    refuse(
        fmt::format("--from: the database's user {} cannot read {}: give it to that user "
                    "(chown -R), and let it pass through the folders above (chmod o+x)",
                    user ? user->name : db::current_user_name(), archive.string()));
}

/// Replays the archive up to the moment, and stops.
void recover(const RestoreOptions& options, const Base& base, const fs::path& work) {
    auto cluster_options = db::default_cluster_options(work);
    const auto archive = fs::absolute(options.from) / "wal";
    require_readable(archive, cluster_options.user);
    cluster_options.recovery = db::Recovery{archive, options.at};
    cluster_options.start_limit = kRecoveryLimit;
    const auto data = cluster_options.data;
    const auto user = cluster_options.user;
    db::PrivateCluster cluster{std::move(cluster_options)};
    unpack_cluster(base.folder, cluster, data);
    db::stop_archiving(data);
    std::ofstream{data / "recovery.signal"}.close();
    if (user) {
        require_program(db::run_program({"chown", "-R", fmt::format("{}:{}", user->uid, user->gid),
                                         data.string()}),
                        "the database could not be given to its user");
    }
    try {
        cluster.start();
        cluster.stop();
    } catch (const std::runtime_error& failure) {
        if (std::string_view{failure.what()}.find("before configured recovery target") ==
            std::string_view::npos)
            throw;
        refuse(
            "--at: the archive ends before that moment: leave --at out to restore everything that "
            "it holds");
    }
}

/// Puts the rest beside the database that runs, and looks at all of it.
RestoreReport furnish(const RestoreOptions& options, const Base& base, const fs::path& work) {
    copy_whole(options.keys, work / "keys");
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{base.folder / "seals", absent})
        copy_whole(entry.path(), work / "seals" / entry.path().filename());

    db::Deployment deployment{{.data_folder = work}};
    RestoreReport report;
    report.base = base.folder.filename();
    report.schema_version = deployment.open().schema_version;
    {
        db::Session superuser{deployment.pool_options().url,
                              std::string{db::PrivateCluster::kSuperuser}};
        report.missing_files =
            bring_back(options.from / "files", work / "files", files::contents(superuser),
                       read_sums(base.folder / "files.txt"));
        report.rows = db::row_counts(superuser);
        const auto keys = KeyRing::load(work / "keys");
        const audit::SealHeads heads{work / "seals"};
        db::Pool pool{deployment.pool_options()};
        audit::Verifier verifier{pool, keys, heads};
        for (const auto& county : audit::sealed_counties(superuser))
            report.audits.push_back(verifier.verify(county));
    }
    deployment.close();
    return report;
}

/// Beside the folder to be, for this process alone; gone again unless it was kept.
class Workshop {
public:
    explicit Workshop(const fs::path& data) : folder_(data.string() + ".restoring") {
        const db::FolderLock alone{folder_, db::FolderLock::Mode::kRefuse};
        for (const auto& entry : fs::directory_iterator{folder_}) {
            if (entry.path().filename() != "lock") fs::remove_all(entry.path());
        }
    }
    ~Workshop() {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    const fs::path& folder() const { return folder_; }
    void keep_as(const fs::path& data) {
        fs::remove_all(folder_ / "run");
        std::error_code failed;
        fs::rename(folder_, data, failed);
        if (failed) {
            refuse(
                fmt::format("--data: {} cannot be given its name ({}): name a folder below a "
                            "mount point, not the mount point itself",
                            data.string(), failed.message()));
        }
        folder_.clear();
    }

private:
    fs::path folder_;
};

/// Ends what a failed recovery may have left running in the folder that is about to go.
void stop_quietly(const fs::path& work) {
    try {
        db::PrivateCluster{db::default_cluster_options(work)}.stop();
    } catch (const std::exception&) {
        // It does not run, or nothing can be done about it here.
    }
}

}  // namespace

bool RestoreReport::sound() const {
    return missing_files.empty() && std::ranges::all_of(audits, [](const audit::Report& audit) {
               return audit.findings.empty();
           });
}

RestoreReport restore_backup(const RestoreOptions& options) {
    require_empty(options.data);
    const Base base = choose(options);
    require_keys(options.keys, base.manifest);
    prove_base(base.folder);
    Workshop workshop{fs::absolute(options.data)};
    try {
        recover(options, base, workshop.folder());
        auto report = furnish(options, base, workshop.folder());
        workshop.keep_as(options.data);
        return report;
    } catch (...) {
        stop_quietly(workshop.folder());
        throw;
    }
}

std::string words(const RestoreReport& report) {
    std::string text =
        fmt::format("restored from {}, schema version {}\n", report.base, report.schema_version);
    for (const auto& [table, rows] : report.rows)
        text += fmt::format("{:>12}  {}\n", rows, table);
    for (const auto& audit : report.audits)
        text += audit::words(audit);
    for (const auto& hash : report.missing_files)
        text += fmt::format("MISSING the photo or document {}\n", hash);
    return text;
}

}  // namespace jingwei::backup
