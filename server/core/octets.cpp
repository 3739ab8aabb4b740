#include "core/octets.h"

#include <sodium.h>

namespace jingwei {
namespace {

constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* unsigned_data(std::string_view octets) {
    return reinterpret_cast<const unsigned char*>(octets.data());
}

unsigned char* unsigned_data(std::string& octets) {
    return reinterpret_cast<unsigned char*>(octets.data());
}

}  // namespace

std::string random_octets(std::size_t count) {
    std::string octets(count, '\0');
    randombytes_buf(octets.data(), octets.size());
    return octets;
}

std::string sha256(std::string_view octets) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(unsigned_data(digest), unsigned_data(octets), octets.size());
    return digest;
}

bool same_octets(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string to_hex(std::string_view octets) {
    std::string text(octets.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), unsigned_data(octets), octets.size());
    text.pop_back();
    return text;
}

std::optional<std::string> from_hex(std::string_view text) {
    std::string octets(text.size() / 2, '\0');
    std::size_t size = 0;
    const int failed = sodium_hex2bin(unsigned_data(octets), octets.size(), text.data(),
                                      text.size(), nullptr, &size, nullptr);
    if (failed != 0 || size * 2 != text.size()) return std::nullopt;
    return octets;
}

std::string to_base64url(std::string_view octets) {
    std::string text(sodium_base64_encoded_len(octets.size(), kBase64), '\0');
    sodium_bin2base64(text.data(), text.size(), unsigned_data(octets), octets.size(), kBase64);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string octets(text.size(), '\0');
    std::size_t size = 0;
    const int failed = sodium_base642bin(unsigned_data(octets), octets.size(), text.data(),
                                         text.size(), nullptr, &size, nullptr, kBase64);
    if (failed != 0) return std::nullopt;
    octets.resize(size);
    return octets;
}

}  // namespace jingwei
