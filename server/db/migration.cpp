#include "db/migration.h"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include "db/embedded_scripts.h"

namespace jingwei::db {
namespace {

std::string sha256(std::string_view text) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

/// "0001_create_scope_functions" → 1
int number_of(std::string_view name) {
    int number = 0;
    for (const char c : name.substr(0, name.find('_')))
        number = number * 10 + (c - '0');
    return number;
}

std::vector<Migration> sorted_migrations() {
    std::vector<Migration> all;
    for (const auto& [name, text] : embedded::migrations()) {
        all.push_back({number_of(name), name, text});
    }
    std::ranges::sort(all, {}, &Migration::number);
    return all;
}

}  // namespace

std::span<const Migration> migrations() {
    static const std::vector<Migration> all = sorted_migrations();
    return all;
}

std::string checksum(const Migration& migration) { return sha256(migration.text); }

std::string_view set_up_script(std::string_view name) {
    for (const auto& script : embedded::set_up_scripts()) {
        if (script.name == name) return script.text;
    }
    throw std::logic_error(fmt::format("there is no db/setup/{}.sql", name));
}

std::string schema_fingerprint() {
    std::string all;
    for (const auto& script : embedded::set_up_scripts())
        all += sha256(script.text);
    for (const auto& migration : migrations())
        all += migration.name, all += checksum(migration);
    return sha256(all);
}

}  // namespace jingwei::db
