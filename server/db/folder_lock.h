#pragma once

#include <filesystem>
#include <stdexcept>

namespace jingwei::db {

/// Another process holds the folder.
struct FolderInUse : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Holds a folder for this process alone while it lives, or one that it forked (flock on its file
/// "lock", which a program started meanwhile does not inherit). Makes the folder when absent.
class FolderLock {
public:
    enum class Mode { kWait, kWaitAMoment, kRefuse };

    /// kWait blocks until the folder is free; kRefuse throws FolderInUse when it is not, and
    /// kWaitAMoment when it still is not after the time that the processes of a killed holder need
    /// to go.
    /// std::runtime_error when its file cannot be opened.
    FolderLock(const std::filesystem::path& folder, Mode mode);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int file_;
};

}  // namespace jingwei::db
