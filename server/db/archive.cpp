#include "db/archive.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <stdexcept>
#include <thread>

#include "db/owned_file.h"
#include "db/session.h"

namespace jingwei::db {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPause{100};
constexpr auto kScript = "archive-wal";
constexpr auto kSettings = "archive.conf";

/// PostgreSQL runs it as: archive-wal PATH NAME FOLDER.
constexpr auto kArchiveScript = R"(#!/bin/sh
# Written by Jingwei. Keeps one finished segment, whole or not at all, and replaces nothing.
set -eu
kept="$3/$2.gz"
if [ -e "$kept" ]; then
    # Asked twice, as after a crash: the same content is well, other content stays what it is.
    gzip -cd "$kept" | cmp -s - "$1"
    exit
fi
part="$3/.$2.$$.part"
trap 'rm -f "$part"' EXIT
gzip -1 -c "$1" >"$part"
sync "$part"
mv -n "$part" "$kept"
[ ! -e "$part" ]
sync "$3"
)";

void require_plain(const fs::path& path) {
    const auto text = path.string();
    for (const unsigned char c : text) {
        if (c < ' ' || std::string_view{"'\"\\%$`"}.find(static_cast<char>(c)) != std::string::npos)
            throw std::runtime_error(
                fmt::format("{} cannot hold a backup: choose a path without quotes, backslashes, "
                            "dollar and percent signs",
                            text));
    }
}

/// Tried as the user that will: rights of every folder above count as well.
void require_writable(const fs::path& folder, const std::optional<SystemUser>& user) {
    const auto tried = run_program({"test", "-w", folder.string()}, user);
    if (tried.exit_status == 0) return;
    throw std::runtime_error(fmt::format(
        "--to: the database runs as the user {} and cannot write into {}: let that user pass "
        "through the folders above it (chmod o+x), or give another folder",
        user ? user->name : current_user_name(), folder.string()));
}

Session superuser(const PrivateCluster& cluster) {
    return Session{cluster.url("postgres"), std::string{PrivateCluster::kSuperuser}};
}

}  // namespace

void start_archiving(const PrivateCluster& cluster, const fs::path& folder) {
    const auto& options = cluster.options();
    require_plain(folder);
    require_plain(options.data);
    if (fs::create_directories(folder)) chmod(folder.c_str(), 0700);
    give_to(options.user, folder);
    require_writable(folder, options.user);
    Session session = superuser(cluster);
    if (session.value("SHOW archive_mode") != "on") {
        throw std::runtime_error(
            "the database was started without an archive (by an older Jingwei, or by local.conf): "
            "restart the server once, then run this again");
    }
    write_owned_file(options.data / kScript, kArchiveScript, options.user);
    write_owned_file(
        options.data / kSettings,
        fmt::format("# Written by Jingwei, see jingwei backup --help.\n"
                    "archive_command = '/bin/sh \"{}\" \"%p\" \"%f\" \"{}\"'\n"
                    "archive_timeout = {}\n",
                    (options.data / kScript).string(), folder.string(), kArchiveEvery_s),
        options.user);
    session.execute("SELECT pg_reload_conf()");
}

void stop_archiving(const fs::path& data) {
    fs::remove(data / kSettings);
    fs::remove(data / kScript);
}

std::string finish_segment(const PrivateCluster& cluster, const fs::path& folder,
                           std::chrono::seconds limit) {
    Session session = superuser(cluster);
    const auto deadline = steady_clock::now() + limit;
    std::string segment;
    for (;;) {
        // What went where the archive was before its change took effect is gone for good.
        if (segment.empty() || session.value("SELECT last_archived_wal >= $1 FROM pg_stat_archiver",
                                             {segment}) == "t") {
            if (!segment.empty() && fs::exists(folder / (segment + ".gz"))) return segment;
            // A restore point, so that there is something to finish.
            session.query("SELECT pg_create_restore_point('jingwei backup')");
            segment = session.value("SELECT pg_walfile_name(pg_switch_wal())");
        }
        if (steady_clock::now() >= deadline) {
            throw std::runtime_error(
                fmt::format("the archive does not take {}: {}", segment,
                            archive_trouble(session).value_or("it is slower than expected")));
        }
        std::this_thread::sleep_for(kPause);
    }
}

std::optional<std::string> archive_trouble(Session& superuser) {
    const auto failed = superuser.value(
        "SELECT last_failed_wal FROM pg_stat_archiver WHERE last_failed_time > "
        "coalesce(last_archived_time, '-infinity')");
    if (failed.empty()) return std::nullopt;
    return fmt::format(
        "the segment {} does not get into the archive of the backup ({}): see whether the folder "
        "is there, may be written and has room; until then the log grows below the data folder",
        failed, superuser.value("SHOW archive_command"));
}

void prune_archive(const PrivateCluster& cluster, const fs::path& folder,
                   const std::string& first_segment) {
    const auto pruned = run_program({cluster.program("pg_archivecleanup").string(), "-x", ".gz",
                                     folder.string(), first_segment},
                                    cluster.options().user);
    if (pruned.exit_status != 0) {
        throw std::runtime_error("the archive could not be pruned: " + pruned.output);
    }
}

std::string restore_command(const fs::path& folder) {
    require_plain(folder);
    const auto file = (folder / "%f.gz").string();
    return fmt::format(R"(test -f "{}" && gzip -cd "{}" > "%p")", file, file);
}

}  // namespace jingwei::db
