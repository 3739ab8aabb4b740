#include "backup/whole_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "core/octets.h"

namespace jingwei::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigits = 64;

void sync(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    const int error = errno;
    if (file >= 0) ::close(file);
    if (!synced)
        throw std::system_error(error, std::generic_category(), "syncing " + path.string());
}

void finish(const fs::path& part, const fs::path& file) {
    fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write);
    sync(part);
    fs::rename(part, file);
    sync(file.parent_path());
}

fs::path part_of(const fs::path& file) {
    fs::path part = file;
    part += kPart;
    return part;
}

}  // namespace

std::string read_whole(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    if (!in) throw std::runtime_error(fmt::format("{} cannot be read", file.string()));
    return std::move(out).str();
}

void write_whole(const fs::path& file, std::string_view text) {
    const auto part = part_of(file);
    std::ofstream out{part, std::ios::binary};
    out << text;
    out.close();
    if (!out) throw std::runtime_error(fmt::format("{} cannot be written", part.string()));
    finish(part, file);
}

void copy_whole(const fs::path& from, const fs::path& to) {
    fs::create_directories(to.parent_path());
    const auto part = part_of(to);
    fs::copy_file(from, part, fs::copy_options::overwrite_existing);
    finish(part, to);
}

std::string sha256_of_file(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) throw std::runtime_error(fmt::format("{} cannot be read", file.string()));
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::array<char, 65'536> piece{};
    do {
        in.read(piece.data(), piece.size());
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                                  static_cast<unsigned long long>(in.gcount()));
    } while (in);
    if (in.bad()) throw std::runtime_error(fmt::format("{} cannot be read", file.string()));
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(digest.data()));
    return to_hex(digest);
}

std::string sums_text(const Sums& sums) {
    std::string text;
    for (const auto& [name, sum] : sums)
        text += fmt::format("{}  {}\n", sum, name);
    return text;
}

Sums read_sums(const fs::path& list) {
    Sums sums;
    std::istringstream lines{read_whole(list)};
    for (std::string line; std::getline(lines, line);) {
        if (line.size() < kDigits + 3 || line.compare(kDigits, 2, "  ") != 0) {
            throw std::runtime_error(
                fmt::format("{} is damaged: \"{}\" is no checksum and name", list.string(), line));
        }
        sums[line.substr(kDigits + 2)] = line.substr(0, kDigits);
    }
    return sums;
}

}  // namespace jingwei::backup
