#include "db/folder_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace jingwei::db {
namespace {

constexpr std::chrono::milliseconds kMoment{2'000};
constexpr std::chrono::milliseconds kPause{20};

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder, Mode mode) {
    std::filesystem::create_directories(folder);
    const auto path = folder / "lock";
    file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file_ < 0) {
        throw std::runtime_error(
            fmt::format("cannot open {}: {}", path.string(), std::strerror(errno)));
    }
    const auto patience = mode == Mode::kWaitAMoment ? kMoment : std::chrono::milliseconds{0};
    const auto end = std::chrono::steady_clock::now() + patience;
    while (flock(file_, mode == Mode::kWait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR) continue;
        if (std::chrono::steady_clock::now() < end) {
            std::this_thread::sleep_for(kPause);
            continue;
        }
        close(file_);
        throw FolderInUse(fmt::format(
            "{} is in use by another Jingwei: stop that one, or choose another data folder",
            folder.string()));
    }
}

FolderLock::~FolderLock() { close(file_); }

}  // namespace jingwei::db
