#include "db/owned_file.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace jingwei::db {

namespace fs = std::filesystem;

void give_to(const std::optional<SystemUser>& user, const fs::path& path) {
    if (user && chown(path.c_str(), user->uid, user->gid) != 0) {
        throw std::runtime_error(fmt::format("cannot give {} to the user {}: {}", path.string(),
                                             user->name, std::strerror(errno)));
    }
}

void write_owned_file(const fs::path& path, const std::string& text,
                      const std::optional<SystemUser>& user) {
    const fs::path fresh = path.string() + ".new";
    std::ofstream out{fresh, std::ios::binary};
    out << text;
    out.close();
    if (!out) throw std::runtime_error(fmt::format("{} cannot be written", fresh.string()));
    give_to(user, fresh);
    chmod(fresh.c_str(), 0600);
    fs::rename(fresh, path);
}

}  // namespace jingwei::db
