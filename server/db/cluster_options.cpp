#include "db/cluster_options.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <map>
#include <stdexcept>
#include <thread>

#include "core/time_text.h"
#include "db/archive.h"

namespace jingwei::db {
namespace {

namespace fs = std::filesystem;

constexpr int kOldestMajor = 15;
constexpr std::uint64_t kMebibyte = 1024 * 1024;

fs::path from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? fs::path{} : fs::path{value};
}

fs::path home() {
    const auto home = from_environment("HOME");
    if (home.empty()) throw std::runtime_error("HOME is not set: say --data or JINGWEI_DATA");
    return home;
}

fs::path default_data_folder() {
    if (is_root()) return "/var/lib/jingwei";
    const auto xdg = from_environment("XDG_DATA_HOME");
    return (xdg.empty() ? home() / ".local/share" : xdg) / "jingwei";
}

/// Sockets stay outside the data folder, whose path may be longer than a socket's may be.
fs::path default_socket_folder() {
    if (is_root()) return "/run/jingwei";
    const auto xdg = from_environment("XDG_RUNTIME_DIR");
    return xdg.empty() ? fs::path{fmt::format("/tmp/jingwei-{}", geteuid())} : xdg / "jingwei";
}

std::map<int, fs::path> installed_versions() {
    std::map<int, fs::path> found;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{"/usr/lib/postgresql", absent}) {
        const auto name = entry.path().filename().string();
        int major = 0;
        std::from_chars(name.data(), name.data() + name.size(), major);
        const auto programs = entry.path() / "bin";
        if (major >= kOldestMajor && fs::exists(programs / "initdb")) found[major] = programs;
    }
    return found;
}

std::uint64_t mebibytes(const ClusterOptions& options, unsigned share, std::uint64_t least,
                        std::uint64_t most) {
    return std::clamp<std::uint64_t>(options.memory_bytes / share / kMebibyte, least, most);
}

}  // namespace

std::uint64_t machine_memory_bytes() {
    const auto pages = static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES));
    auto memory = pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    std::uint64_t limit = 0;
    if (std::ifstream{"/sys/fs/cgroup/memory.max"} >> limit) memory = std::min(memory, limit);
    return memory;
}

std::filesystem::path find_programs(std::optional<int> major) {
    const auto asked = from_environment("JINGWEI_POSTGRES");
    if (!asked.empty()) return asked;
    const auto installed = installed_versions();
    if (!major && !installed.empty()) return installed.rbegin()->second;
    if (major && installed.contains(*major)) return installed.at(*major);
    throw std::runtime_error(fmt::format(
        "PostgreSQL {} is not installed here: apt-get install postgresql-{} "
        "postgresql-{}-postgis-3, or let JINGWEI_POSTGRES name the folder of its initdb",
        major ? std::to_string(*major) : "15 or newer", major.value_or(kOldestMajor),
        major.value_or(kOldestMajor)));
}

ClusterOptions default_cluster_options(const std::filesystem::path& data_folder) {
    ClusterOptions options;
    auto folder = data_folder.empty() ? from_environment("JINGWEI_DATA") : data_folder;
    const bool own_place = !folder.empty();
    if (!own_place) folder = default_data_folder();
    options.data = fs::absolute(folder) / "postgres";
    options.sockets = own_place ? fs::absolute(folder) / "run" : default_socket_folder();
    if (is_root()) options.user = require_system_user("jingwei");
    options.memory_bytes = machine_memory_bytes();
    options.processors = std::max(1U, std::thread::hardware_concurrency());
    return options;
}

namespace {

/// The archive stays out of it: a copy must not write into what its original goes on filling.
std::string recovery_settings(const Recovery& recovery) {
    std::string text = "archive_mode = off\nhot_standby = off\n";
    text += fmt::format("restore_command = '{}'\n", restore_command(recovery.archive));
    if (recovery.until) {
        std::string moment = rfc3339(*recovery.until);
        moment.replace(moment.size() - 1, 1, "+00");  // abbreviations are not known that early
        text +=
            fmt::format("recovery_target_time = '{}'\nrecovery_target_action = promote\n", moment);
    }
    return text;
}

}  // namespace

// Shares of memory as PostgreSQL's documentation and its community suggest for a server that is
// not alone on its machine. Values and their owners stay out of the log: terse, no parameters.
std::string tuned_settings(const ClusterOptions& options) {
    std::string text = fmt::format(
        "listen_addresses = ''\n"
        "unix_socket_directories = '{}'\n"
        "unix_socket_permissions = 0700\n"
        "max_connections = {}\n"
        "shared_buffers = {}MB\n"
        "effective_cache_size = {}MB\n"
        "work_mem = {}MB\n"
        "maintenance_work_mem = {}MB\n"
        "max_parallel_workers_per_gather = {}\n",
        options.sockets.string(), options.most_connections, mebibytes(options, 4, 32, 16'384),
        mebibytes(options, 2, 64, 1'048'576), mebibytes(options, 512, 4, 64),
        mebibytes(options, 16, 32, 2'048), std::min(2U, options.processors / 2));
    text +=
        "random_page_cost = 1.1\n"
        "jit = off\n"
        "wal_compression = lz4\n"
        // After a crash each of some 1,600 files would be synced by itself, which takes seconds.
        "recovery_init_sync_method = syncfs\n"
        "checkpoint_timeout = 15min\n"
        "log_error_verbosity = terse\n"
        "log_min_error_statement = panic\n"
        "log_parameter_max_length_on_error = 0\n"
        "lc_messages = 'C'\n"
        "logging_collector = on\n"
        "log_filename = 'postgresql-%a.log'\n"
        "log_truncate_on_rotation = on\n"
        "log_rotation_age = 1d\n";
    // That the archive is on takes effect at a start only, so it always is; into nowhere until
    // somebody asks for a backup (start_archiving).
    text += options.durable ? "max_wal_size = 4GB\n"
                              "archive_mode = on\narchive_command = '/bin/true'\n"
                            : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
                              "autovacuum = off\nmax_wal_size = 256MB\nshared_buffers = 64MB\n";
    if (options.recovery) text += recovery_settings(*options.recovery);
    return text;
}

}  // namespace jingwei::db
