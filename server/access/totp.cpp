#include "access/totp.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "core/octets.h"

namespace jingwei::access::totp {
namespace {

constexpr std::string_view kIssuer = "Jingwei";
constexpr int kDigits = 6;
constexpr std::int64_t kDrift = 1;

std::array<unsigned char, 20> hmac_sha1(std::string_view key, std::int64_t counter) {
    std::array<unsigned char, 8> message{};
    for (int at = 7; at >= 0; --at, counter >>= 8) {
        message[static_cast<std::size_t>(at)] = static_cast<unsigned char>(counter & 0xff);
    }
    std::array<unsigned char, 20> mac{};
    unsigned int size = mac.size();
    if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(), message.size(),
             mac.data(), &size) == nullptr) {
        throw std::runtime_error("HMAC-SHA-1 is not available in this OpenSSL");
    }
    return mac;
}

std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

}  // namespace

std::int64_t step_of(Time now) {
    return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / kStep;
}

// RFC 4226, 5.3: the low four bits of the last octet say where 31 bits are taken from.
std::string code(std::string_view secret, std::int64_t step, int digits) {
    const auto mac = hmac_sha1(secret, step);
    const std::size_t offset = mac.back() & 0x0f;
    std::uint32_t number = mac[offset] & 0x7fU;
    for (std::size_t at = 1; at < 4; ++at)
        number = number << 8 | mac[offset + at];
    std::uint32_t modulus = 1;
    for (int at = 0; at < digits; ++at)
        modulus *= 10;
    return fmt::format("{:0{}}", number % modulus, digits);
}

std::optional<std::int64_t> accept(std::string_view secret, std::string_view given, Time now,
                                   std::optional<std::int64_t> last_used) {
    if (given.size() != kDigits) return std::nullopt;
    std::optional<std::int64_t> found;
    for (std::int64_t drift = -kDrift; drift <= kDrift; ++drift) {
        const std::int64_t step = step_of(now) + drift;
        const bool same = same_octets(code(secret, step), given);
        if (same && (!last_used || step > *last_used)) found = step;
    }
    return found;
}

std::string make_secret() { return random_octets(kSecretSize); }

std::string base32(std::string_view octets) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char c : octets) {
        pending = pending << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5)
            out += kAlphabet[pending >> (bits - 5) & 0x1f];
    }
    if (bits > 0) out += kAlphabet[pending << (5 - bits) & 0x1f];
    return out;
}

std::string address(std::string_view login, std::string_view secret) {
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", kIssuer, percent_encoded(login),
                       base32(secret), kIssuer);
}

}  // namespace jingwei::access::totp
