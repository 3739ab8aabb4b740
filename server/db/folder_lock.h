#pragma once

#include <filesystem>

namespace jingwei::db {

/// Holds a folder for this process alone while it lives (flock on its file "lock", which a program
/// started meanwhile does not inherit). Makes the folder when absent.
class FolderLock {
public:
    enum class Mode { kWait, kRefuse };

    /// kWait blocks until the folder is free; kRefuse throws std::runtime_error when it is not.
    FolderLock(const std::filesystem::path& folder, Mode mode);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int file_;
};

}  // namespace jingwei::db
