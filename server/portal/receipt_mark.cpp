#include "portal/receipt_mark.h"

#include <charconv>

#include "core/octets.h"

namespace jingwei::portal {
namespace {

constexpr std::string_view kPurpose = "portal_receipt";
constexpr std::size_t kMarkOctets = 16;

std::optional<std::string> mark_under(const KeyRing& keys, KeyRing::KeyId key,
                                      const Promise& promise) {
    const std::string by = promise.by ? std::to_string(*promise.by) : "-";
    const auto digest = keys.digest(
        key, kPurpose,
        promise.county + '/' + promise.code + '/' + std::to_string(promise.at) + '/' + by);
    if (!digest) return std::nullopt;
    return std::to_string(key) + '.' + to_hex(digest->substr(0, kMarkOctets));
}

}  // namespace

std::string receipt_mark(const KeyRing& keys, const Promise& promise) {
    return *mark_under(keys, keys.current(), promise);
}

bool is_receipt_mark(const KeyRing& keys, const Promise& promise, std::string_view mark) {
    KeyRing::KeyId key = 0;
    const auto [end, fault] = std::from_chars(mark.data(), mark.data() + mark.size(), key);
    if (fault != std::errc{} || end == mark.data() + mark.size() || *end != '.') return false;
    const auto expected = mark_under(keys, key, promise);
    return expected && same_octets(*expected, mark);
}

}  // namespace jingwei::portal
