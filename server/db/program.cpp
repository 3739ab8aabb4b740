#include "db/program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace jingwei::db {
namespace {

[[noreturn]] void fail(const std::string& what, int error) {
    throw std::runtime_error(fmt::format("{}: {}", what, std::strerror(error)));
}

class File {
public:
    explicit File(int fd) : fd_(fd) {}
    ~File() { close(fd_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int fd() const { return fd_; }

private:
    int fd_;
};

/// What the child does with its descriptors. Everything else is opened close-on-exec.
class Redirections {
public:
    explicit Redirections(int output) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, output, STDERR_FILENO);
        posix_spawn_file_actions_addchdir_np(&actions_, "/");
    }
    ~Redirections() { posix_spawn_file_actions_destroy(&actions_); }
    Redirections(const Redirections&) = delete;
    Redirections& operator=(const Redirections&) = delete;
    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_;
};

/// Whoever runs a program may wait for signals of his own; the program gets them all.
class NoSignalBlocked {
public:
    NoSignalBlocked() {
        sigset_t none{};
        sigemptyset(&none);
        posix_spawnattr_init(&attributes_);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
    }
    ~NoSignalBlocked() { posix_spawnattr_destroy(&attributes_); }
    NoSignalBlocked(const NoSignalBlocked&) = delete;
    NoSignalBlocked& operator=(const NoSignalBlocked&) = delete;
    const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_;
};

pid_t spawn(std::vector<std::string>& arguments, int output) {
    std::vector<char*> pointers;
    for (auto& argument : arguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    // Messages in English and sorting by octets, whatever the terminal says.
    std::string path = fmt::format("PATH={}", getenv("PATH") ? getenv("PATH") : "/usr/bin:/bin");
    std::string language = "LC_ALL=C.UTF-8";
    // A process of PostgreSQL otherwise gives its memory back after each statement and has the
    // kernel fault it in again for the next; now it keeps some megabytes.
    std::string trim = "MALLOC_TRIM_THRESHOLD_=8388608";
    std::string pad = "MALLOC_TOP_PAD_=1048576";
    std::string map = "MALLOC_MMAP_THRESHOLD_=2097152";
    std::array<char*, 6> environment{path.data(), language.data(), trim.data(),
                                     pad.data(),  map.data(),      nullptr};
    const Redirections redirections{output};
    const NoSignalBlocked attributes;
    pid_t child = 0;
    const int error = posix_spawnp(&child, pointers[0], redirections.get(), attributes.get(),
                                   pointers.data(), environment.data());
    if (error != 0) fail("cannot run " + arguments[0], error);
    return child;
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) fail("cannot wait for a program", errno);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string read_all(int fd) {
    std::string text(static_cast<std::size_t>(lseek(fd, 0, SEEK_END)), '\0');
    const auto got = pread(fd, text.data(), text.size(), 0);
    text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return text;
}

SystemUser user_of(const passwd& entry) { return {entry.pw_name, entry.pw_uid, entry.pw_gid}; }

}  // namespace

std::optional<SystemUser> find_system_user(const std::string& name) {
    std::array<char, 4096> buffer{};
    passwd entry{}, *found = nullptr;
    getpwnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found);
    return found == nullptr ? std::nullopt : std::optional{user_of(*found)};
}

std::string current_user_name() {
    std::array<char, 4096> buffer{};
    passwd entry{}, *found = nullptr;
    getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found);
    if (found == nullptr) throw std::runtime_error("this process runs under a user without a name");
    return found->pw_name;
}

bool is_root() { return geteuid() == 0; }

SystemUser require_system_user(const std::string& name) {
    if (const auto found = find_system_user(name)) return *found;
    const auto made = run_program({"useradd", "--system", "--no-create-home", "--home-dir",
                                   "/var/lib/" + name, "--shell", "/usr/sbin/nologin", name});
    // Looked up again whatever useradd said: another process may have been quicker.
    if (const auto found = find_system_user(name)) return *found;
    throw std::runtime_error(
        fmt::format("PostgreSQL never runs as root, and the system user {} could not be made: {}",
                    name, made.output));
}

ProgramResult run_program(std::vector<std::string> arguments,
                          const std::optional<SystemUser>& user) {
    if (user) {
        std::vector<std::string> wrapped{"setpriv",
                                         fmt::format("--reuid={}", user->uid),
                                         fmt::format("--regid={}", user->gid),
                                         "--init-groups",
                                         "--inh-caps=-all",
                                         "--"};
        wrapped.insert(wrapped.end(), arguments.begin(), arguments.end());
        arguments = std::move(wrapped);
    }
    const File output{memfd_create("output", MFD_CLOEXEC)};
    if (output.fd() < 0) fail("cannot keep the output of a program", errno);
    const int status = wait_for(spawn(arguments, output.fd()));
    return {status, read_all(output.fd())};
}

}  // namespace jingwei::db
