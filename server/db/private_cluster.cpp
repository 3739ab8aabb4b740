#include "db/private_cluster.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <set>
#include <stdexcept>
#include <thread>

#include "core/outage.h"
#include "db/owned_file.h"
#include "db/session.h"
#include "db/set_up.h"

namespace jingwei::db {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

/// sun_path holds 108 octets, and PostgreSQL appends "/.s.PGSQL.5432".
constexpr std::size_t kLongestSocketFolder = 107 - 14;
constexpr std::chrono::milliseconds kPause{50};
constexpr std::chrono::milliseconds kTimeToNotice{1'000};

void require_folder(const fs::path& path, mode_t mode, const std::optional<SystemUser>& user) {
    if (!fs::create_directories(path)) return;
    chmod(path.c_str(), mode);
    give_to(user, path);
}

/// Sockets may lie below /tmp, where anybody could have made the folder first, with a server of his
/// own in it.
void require_owner(const fs::path& path, const std::optional<SystemUser>& user) {
    struct stat found {};
    const bool there = lstat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode);
    const bool ours = there && (found.st_uid == geteuid() || (user && found.st_uid == user->uid)) &&
                      (found.st_mode & S_IWOTH) == 0;
    if (ours) return;
    throw std::runtime_error(
        fmt::format("{} belongs to somebody else or may be written by everybody: remove it, or "
                    "choose another data folder with --data",
                    path.string()));
}

std::optional<int> major_of(const fs::path& data) {
    int major = 0;
    if (std::ifstream{data / "PG_VERSION"} >> major) return major;
    return std::nullopt;
}

std::optional<pid_t> postmaster_of(const fs::path& data) {
    pid_t process = 0;
    if (std::ifstream{data / "postmaster.pid"} >> process && process > 0) return process;
    return std::nullopt;
}

/// Every process of PostgreSQL works in its data folder; a zombie works nowhere.
bool works_in(pid_t process, const fs::path& data) {
    std::error_code gone;
    return fs::read_symlink(fmt::format("/proc/{}/cwd", process), gone) == data;
}

/// Somebody may have opened a shell there: that is not ours to wait for.
bool is_postgres(pid_t process) {
    std::error_code gone;
    const auto program = fs::read_symlink(fmt::format("/proc/{}/exe", process), gone);
    return program.filename().string().starts_with("postgres");
}

std::vector<pid_t> processes_in(const fs::path& data) {
    std::vector<pid_t> found;
    for (const auto& entry : fs::directory_iterator{"/proc"}) {
        const auto name = entry.path().filename().string();
        pid_t process = 0;
        std::from_chars(name.data(), name.data() + name.size(), process);
        if (process > 0 && works_in(process, data) && is_postgres(process)) {
            found.push_back(process);
        }
    }
    return found;
}

bool is_zombie(pid_t process) {
    std::ifstream stat{fmt::format("/proc/{}/stat", process)};
    const std::string text{std::istreambuf_iterator<char>{stat}, {}};
    return text.find(") Z ") != std::string::npos;
}

std::string tail_of(const fs::path& file) {
    constexpr std::size_t kMost = 2'000;
    std::ifstream stream{file};
    std::string text{std::istreambuf_iterator<char>{stream}, {}};
    if (text.size() > kMost) text.erase(0, text.size() - kMost);
    return text;
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

}  // namespace

PrivateCluster::PrivateCluster(ClusterOptions options) : options_(std::move(options)) {
    options_.data = fs::weakly_canonical(options_.data);
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
    require_running();
    wait_until_it_answers();
}

void PrivateCluster::require_running() const {
    if (running()) return;
    forget_dead_postmaster();
    write_settings();
    launch();
}

void PrivateCluster::stop() {
    if (!running()) return;
    const auto stopped = control({"stop", "--mode=fast", "--wait", "--timeout=60"});
    if (stopped.exit_status != 0 && running()) {
        throw std::runtime_error("PostgreSQL does not stop: " + stopped.output);
    }
}

bool PrivateCluster::running() const {
    const auto process = postmaster_of(options_.data);
    return process && works_in(*process, options_.data);
}

std::string PrivateCluster::url(std::string_view database) const {
    return fmt::format("dbname='{}' host='{}'", database, options_.sockets.string());
}

fs::path PrivateCluster::program(std::string_view name) const {
    const auto programs =
        options_.programs.empty() ? find_programs(major_of(options_.data)) : options_.programs;
    return programs / name;
}

void PrivateCluster::make_folders() const {
    require_folder(options_.data.parent_path(), 0755, std::nullopt);
    require_folder(options_.sockets, 0755, options_.user);
    require_owner(options_.sockets, options_.user);
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
    write_owned_file(
        data / "jingwei.conf",
        "# Written by Jingwei at every start. Settings of your own go into local.conf.\n" +
            tuned_settings(options_),
        options_.user);
    write_owned_file(data / "pg_hba.conf", "local all,replication all peer map=jingwei\n",
                     options_.user);
    write_owned_file(data / "pg_ident.conf", identity_map(options_.user), options_.user);
    write_owned_file(data / "postgresql.conf",
                     "include 'jingwei.conf'\ninclude_if_exists 'archive.conf'\n"
                     "include_if_exists 'local.conf'\n",
                     options_.user);
}

void PrivateCluster::launch() const {
    fs::remove(start_log());
    const auto started =
        control({"start", "--wait", fmt::format("--timeout={}", options_.start_limit.count()),
                 "--log=" + start_log().string()});
    if (started.exit_status == 0) return;
    throw std::runtime_error(
        fmt::format("PostgreSQL does not start: {}\n{}", started.output, last_words()));
}

/// The children of a killed postmaster need a moment to notice and to leave; until then a new one
/// refuses to start. One in a long statement does not notice until its end: nobody waits for its
/// answer any more, and the new postmaster recovers from the log whatever it was doing. And where
/// nobody reaps orphans (a container without an init) the dead postmaster stays as a zombie, which
/// PostgreSQL takes for a running one because of the file that names it.
void PrivateCluster::forget_dead_postmaster() const {
    const auto deadline = steady_clock::now() + options_.start_limit;
    const auto patience = steady_clock::now() + kTimeToNotice;
    for (auto left = processes_in(options_.data); !left.empty();
         left = processes_in(options_.data)) {
        if (steady_clock::now() >= deadline) {
            throw std::runtime_error("processes of a killed PostgreSQL still work in " +
                                     options_.data.string());
        }
        if (steady_clock::now() >= patience) {
            for (const pid_t process : left)
                kill(process, SIGKILL);
        }
        std::this_thread::sleep_for(kPause);
    }
    const auto process = postmaster_of(options_.data);
    if (!process || !is_zombie(*process)) return;
    fs::remove(options_.data / "postmaster.pid");
    fs::remove(options_.sockets / ".s.PGSQL.5432.lock");
}

/// A postmaster that was killed a moment ago may still have looked alive, so that is asked again.
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
        if (options_.recovery && !running()) {
            throw std::runtime_error("PostgreSQL gave up the recovery: " + last_words());
        }
        require_running();
    }
}

ProgramResult PrivateCluster::control(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), program("pg_ctl").string());
    arguments.push_back("--pgdata=" + options_.data.string());
    return run_program(std::move(arguments), options_.user);
}

fs::path PrivateCluster::start_log() const { return options_.data / "start.log"; }

/// What it said before its collector of logs ran, and after.
std::string PrivateCluster::last_words() const {
    std::string text = tail_of(start_log());
    fs::path newest;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{options_.data / "log", absent}) {
        if (newest.empty() || entry.last_write_time() > fs::last_write_time(newest)) {
            newest = entry.path();
        }
    }
    if (!newest.empty()) text += tail_of(newest) + "(see also " + newest.string() + ")";
    return text;
}

}  // namespace jingwei::db
