#include "db/private_cluster.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <stdexcept>
#include <thread>

#include "core/outage.h"
#include "db/session.h"
#include "db/set_up.h"

namespace jingwei::db {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

/// sun_path holds 108 octets, and PostgreSQL appends "/.s.PGSQL.5432".
constexpr std::size_t kLongestSocketFolder = 107 - 14;
constexpr std::chrono::milliseconds kPause{50};

void give_to(const std::optional<SystemUser>& user, const fs::path& path) {
    if (user && chown(path.c_str(), user->uid, user->gid) != 0) {
        throw std::runtime_error(fmt::format("cannot give {} to the user {}: {}", path.string(),
                                             user->name, std::strerror(errno)));
    }
}

void require_folder(const fs::path& path, mode_t mode, const std::optional<SystemUser>& user) {
    if (!fs::create_directories(path)) return;
    chmod(path.c_str(), mode);
    give_to(user, path);
}

/// Anew in one step, so that a crash leaves the old file or the new one.
void write_file(const fs::path& path, const std::string& text,
                const std::optional<SystemUser>& user) {
    const fs::path fresh = path.string() + ".new";
    std::ofstream{fresh} << text;
    give_to(user, fresh);
    chmod(fresh.c_str(), 0600);
    fs::rename(fresh, path);
}

std::optional<int> major_of(const fs::path& data) {
    int major = 0;
    if (std::ifstream{data / "PG_VERSION"} >> major) return major;
    return std::nullopt;
}

/// Which users of the machine may be which role: root and whoever runs the cluster, all of ours.
std::string identity_map(const std::optional<SystemUser>& user) {
    std::string text;
    std::set<std::string> allowed{current_user_name()};
    if (user) allowed.insert(user->name);
    for (const auto& name : allowed) {
        for (const auto role : {PrivateCluster::kSuperuser, kOwnerRole, kServerRole}) {
            text += fmt::format("jingwei \"{}\" {}\n", name, role);
        }
    }
    return text;
}

/// After a kill -9 of the postmaster its children need a moment to notice and to leave; until then
/// a new one refuses to start.
bool leftovers_remain(std::string_view words) {
    return words.find("is still in use") != std::string_view::npos;
}

}  // namespace

PrivateCluster::PrivateCluster(ClusterOptions options) : options_(std::move(options)) {
    if (options_.sockets.string().size() > kLongestSocketFolder) {
        throw std::runtime_error(
            fmt::format("{} is too long for a unix socket ({} characters at most): choose a data "
                        "folder with a shorter path",
                        options_.sockets.string(), kLongestSocketFolder));
    }
}

void PrivateCluster::start() {
    if (options_.programs.empty()) options_.programs = find_programs(major_of(options_.data));
    make_folders();
    if (!major_of(options_.data)) make_cluster();
    if (!running()) {
        write_settings();
        launch();
    }
    wait_until_it_answers();
}

void PrivateCluster::stop() {
    if (!running()) return;
    const auto stopped = control({"stop", "--mode=fast", "--wait", "--timeout=60"});
    if (stopped.exit_status != 0 && running()) {
        throw std::runtime_error("PostgreSQL does not stop: " + stopped.output);
    }
}

bool PrivateCluster::running() const {
    return major_of(options_.data) && control({"status"}).exit_status == 0;
}

std::string PrivateCluster::url(std::string_view database) const {
    return fmt::format("dbname='{}' host='{}'", database, options_.sockets.string());
}

void PrivateCluster::make_folders() const {
    require_folder(options_.data.parent_path(), 0755, std::nullopt);
    require_folder(options_.sockets, 0755, options_.user);
}

/// In a folder beside it first: an interrupted initdb never looks like a cluster.
void PrivateCluster::make_cluster() const {
    const fs::path fresh = options_.data.string() + ".new";
    fs::remove_all(fresh);
    require_folder(fresh, 0700, options_.user);
    std::vector<std::string> command{(options_.programs / "initdb").string(),
                                     "--pgdata=" + fresh.string(),
                                     "--encoding=UTF8",
                                     "--locale=C.UTF-8",
                                     "--data-checksums",
                                     "--auth-local=peer",
                                     "--auth-host=reject",
                                     fmt::format("--username={}", kSuperuser)};
    if (!options_.durable) command.emplace_back("--no-sync");
    const auto made = run_program(std::move(command), options_.user);
    if (made.exit_status != 0) throw std::runtime_error("initdb failed: " + made.output);
    fs::rename(fresh, options_.data);
}

void PrivateCluster::write_settings() const {
    const auto& data = options_.data;
    write_file(data / "jingwei.conf",
               "# Written by Jingwei at every start. Settings of your own go into local.conf.\n" +
                   tuned_settings(options_),
               options_.user);
    write_file(data / "pg_hba.conf", "local all all peer map=jingwei\n", options_.user);
    write_file(data / "pg_ident.conf", identity_map(options_.user), options_.user);
    write_file(data / "postgresql.conf", "include 'jingwei.conf'\ninclude_if_exists 'local.conf'\n",
               options_.user);
}

void PrivateCluster::launch() const {
    const auto deadline = steady_clock::now() + options_.start_limit;
    for (;;) {
        fs::remove(start_log());
        const auto started =
            control({"start", "--wait", fmt::format("--timeout={}", options_.start_limit.count()),
                     "--log=" + start_log().string()});
        if (started.exit_status == 0) return;
        const auto words = last_words();
        if (!leftovers_remain(words) || steady_clock::now() >= deadline) {
            throw std::runtime_error(
                fmt::format("PostgreSQL does not start: {}\n{}", started.output, words));
        }
        std::this_thread::sleep_for(kPause);
    }
}

void PrivateCluster::wait_until_it_answers() const {
    const auto deadline = steady_clock::now() + options_.start_limit;
    for (;;) {
        try {
            Session{url("postgres"), std::string{kSuperuser}};
            return;
        } catch (const Outage& outage) {
            if (steady_clock::now() >= deadline) {
                throw std::runtime_error(fmt::format("PostgreSQL runs but does not answer: {}\n{}",
                                                     outage.what(), last_words()));
            }
        }
        std::this_thread::sleep_for(kPause);
    }
}

ProgramResult PrivateCluster::control(std::vector<std::string> arguments) const {
    const auto programs =
        options_.programs.empty() ? find_programs(major_of(options_.data)) : options_.programs;
    arguments.insert(arguments.begin(), (programs / "pg_ctl").string());
    arguments.push_back("--pgdata=" + options_.data.string());
    return run_program(std::move(arguments), options_.user);
}

fs::path PrivateCluster::start_log() const { return options_.data / "start.log"; }

std::string PrivateCluster::last_words() const {
    std::ifstream log{start_log()};
    std::string text{std::istreambuf_iterator<char>{log}, {}};
    constexpr std::size_t kMost = 2'000;
    if (text.size() > kMost) text.erase(0, text.size() - kMost);
    return fmt::format("{}(see also {})", text, (options_.data / "log").string());
}

}  // namespace jingwei::db
