#include "backup/origin.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <sstream>
#include <stdexcept>

#include "backup/whole_files.h"
#include "core/octets.h"

namespace jingwei::backup {
namespace {

namespace fs = std::filesystem;

constexpr auto kOrigin = "origin";  // in the backup folder: the token
constexpr auto kMemory = "backup";  // in the data folder: the token and the backup folder

struct Memory {
    std::string token;
    std::string folder;
};

std::optional<Memory> memory_of(const fs::path& data) {
    if (!fs::exists(data / kMemory)) return std::nullopt;
    std::istringstream lines{read_whole(data / kMemory)};
    Memory memory;
    std::getline(lines, memory.token);
    std::getline(lines, memory.folder);
    return memory;
}

[[noreturn]] void refuse(const fs::path& backup, std::string_view why) {
    throw std::runtime_error(
        fmt::format("--to: {} {}: give an empty folder", backup.string(), why));
}

bool belongs(const fs::path& backup, const Memory& memory) {
    return fs::exists(backup / kOrigin) && read_whole(backup / kOrigin) == memory.token + "\n";
}

void require_unused(const fs::path& backup) {
    for (const auto& entry : fs::directory_iterator{backup}) {
        const auto name = entry.path().filename();
        if (name != "lock" && name != "lost+found") refuse(backup, "holds something else");
    }
}

}  // namespace

void claim(const fs::path& backup, const fs::path& data) {
    const auto memory = memory_of(data);
    if (memory && memory->folder == backup && !fs::exists(backup / kOrigin)) {
        throw std::runtime_error(fmt::format(
            "--to: the backups that were in {} are not there: mount the disk, or remove "
            "{} to begin anew",
            backup.string(), (data / kMemory).string()));
    }
    const Memory claimed{memory ? memory->token : to_hex(random_octets(16)), backup.string()};
    // The database's user passes through to the archive below, and sees nothing else.
    if (fs::create_directories(backup)) chmod(backup.c_str(), 0711);
    if (!fs::exists(backup / kOrigin)) {
        require_unused(backup);
        write_whole(backup / kOrigin, claimed.token + "\n");
    }
    if (!belongs(backup, claimed)) refuse(backup, "holds the backups of another installation");
    write_whole(data / kMemory, claimed.token + "\n" + claimed.folder + "\n");
}

std::optional<fs::path> backup_of(const fs::path& data) {
    const auto memory = memory_of(data);
    if (!memory || !belongs(memory->folder, *memory)) return std::nullopt;
    return memory->folder;
}

}  // namespace jingwei::backup
