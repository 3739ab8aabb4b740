#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "core/octets.h"
#include "core/seal.h"

namespace jingwei {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view why) {
    throw std::runtime_error(fmt::format("key file {}: {}", file.string(), why));
}

void check_owner_only(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) refuse(file, "cannot be read");
    if ((status.st_mode & 077) != 0) {
        refuse(file, "others than its owner may read it; run chmod 600 on it");
    }
}

std::pair<KeyRing::KeyId, std::string> parse_line(const std::filesystem::path& file, int number,
                                                  std::string_view line) {
    KeyRing::KeyId id = 0;
    const auto [end, failed] = std::from_chars(line.data(), line.data() + line.size(), id);
    const auto rest = line.substr(static_cast<std::size_t>(end - line.data()));
    const auto key = rest.starts_with(' ') ? from_hex(rest.substr(1)) : std::nullopt;
    if (failed != std::errc{} || id == 0 || !key || key->size() != KeyRing::kKeySize) {
        refuse(file, fmt::format("line {} is not \"<number> <64 hexadecimal digits>\"", number));
    }
    return {id, *key};
}

// Written in full before it gets its name, so nobody ever reads half a key.
void create(const std::filesystem::path& file) {
    const std::string text = fmt::format("1 {}\n", to_hex(random_octets(KeyRing::kKeySize)));
    auto draft = file;
    draft += ".new";
    const int fd = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) refuse(file, "cannot be written; does its folder exist?");
    const bool written = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool durable = written && ::fsync(fd) == 0;
    ::close(fd);
    // A link, not a rename: of two servers starting at once the first one's key stays.
    const bool linked = durable && (::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST);
    ::unlink(draft.c_str());
    if (!linked) refuse(file, "cannot be written");
}

}  // namespace

KeyRing KeyRing::load(const std::filesystem::path& file) {
    check_owner_only(file);
    std::ifstream in(file);
    std::map<KeyId, std::string> keys;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        const auto [id, key] = parse_line(file, number, line);
        if (!keys.emplace(id, key).second) {
            refuse(file, fmt::format("line {} repeats key {}", number, id));
        }
    }
    if (keys.empty()) refuse(file, "holds no key; restore it from its backup");
    return KeyRing{std::move(keys)};
}

KeyRing KeyRing::load_or_create(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) create(file);
    return load(file);
}

}  // namespace jingwei
