#include "audit/seal_heads.h"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

#include "core/octets.h"

namespace jingwei::audit {

SealHeads::SealHeads(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
}

std::filesystem::path SealHeads::file_of(std::string_view county) const {
    return folder_ / fmt::format("audit-head-{}", county);
}

std::optional<SealHead> SealHeads::read(std::string_view county) const {
    const auto file = file_of(county);
    if (!std::filesystem::exists(file)) return std::nullopt;
    std::ifstream in(file);
    SealHead head;
    std::string hex;
    in >> head.number >> hex;
    const auto root = from_hex(hex);
    if (!in || head.number <= 0 || !root || root->size() != 32) {
        throw std::runtime_error(
            fmt::format("{} is not a number and 64 hexadecimal digits; restore it from a backup",
                        file.string()));
    }
    head.root = *root;
    return head;
}

void SealHeads::save(std::string_view county, const SealHead& head) const {
    const auto there = read(county);
    if (there && there->number >= head.number) return;
    auto draft = file_of(county);
    draft += fmt::format(".{}", to_hex(random_octets(4)));
    std::ofstream out(draft);
    out << head.number << ' ' << to_hex(head.root) << '\n';
    out.close();
    if (!out) throw std::runtime_error(fmt::format("{} cannot be written", draft.string()));
    std::filesystem::rename(draft, file_of(county));
}

}  // namespace jingwei::audit
