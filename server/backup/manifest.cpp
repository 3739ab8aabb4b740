#include "backup/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "backup/whole_files.h"
#include "core/dto.h"
#include "core/octets.h"

namespace jingwei::backup {

namespace fs = std::filesystem;

std::map<std::string, std::string> marks_of(const KeyRing& keys) {
    std::map<std::string, std::string> marks;
    for (KeyRing::KeyId key = 1; key <= keys.current(); ++key) {
        if (const auto mark = keys.digest(key, "backup", "which key"))
            marks[std::to_string(key)] = to_hex(*mark);
    }
    return marks;
}

void write_manifest(const fs::path& base, const Manifest& manifest) {
    write_whole(base / "manifest.json", dto::print(manifest) + "\n");
}

Manifest read_manifest(const fs::path& base) {
    const auto file = base / "manifest.json";
    auto manifest = dto::parse<Manifest>(read_whole(file));
    if (!manifest || manifest->format != 1) {
        throw std::runtime_error(fmt::format(
            "{} cannot be understood: it is damaged, or of a newer Jingwei", file.string()));
    }
    return *manifest;
}

std::vector<Base> bases_of(const fs::path& backup) {
    std::vector<Base> bases;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{backup / "base", absent}) {
        if (entry.is_directory() && entry.path().extension() != kPart)
            bases.push_back({entry.path(), read_manifest(entry.path())});
    }
    std::ranges::sort(bases, {}, &Base::folder);
    return bases;
}

}  // namespace jingwei::backup
