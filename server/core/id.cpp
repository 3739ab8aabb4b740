#include "core/id.h"

#include <pthread.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

namespace jingwei {
namespace {

constexpr std::size_t kTextSize = 36;
constexpr char kDigits[] = "0123456789abcdef";

constexpr bool is_hyphen_place(std::size_t at) {
    return at == 8 || at == 13 || at == 18 || at == 23;
}

int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Random octets fetched from the kernel for many ids at once. Ids are no secrets: who knows one
/// gains nothing by it.
void fill_randomly(std::uint8_t* into, std::size_t count) {
    // A child process must not draw what its parent draws.
    static std::atomic<unsigned> forks = 0;
    static const bool told = pthread_atfork(nullptr, nullptr, [] { ++forks; }) == 0;
    thread_local std::array<std::uint8_t, 1024> drawn;
    thread_local std::size_t used = drawn.size();
    thread_local unsigned drawn_after = forks;
    if (!told || drawn.size() - used < count || drawn_after != forks) {
        drawn_after = forks;
        randombytes_buf(drawn.data(), drawn.size());
        used = 0;
    }
    std::copy_n(drawn.begin() + static_cast<std::ptrdiff_t>(used), count, into);
    used += count;
}

}  // namespace

Uuid Uuid::least(Time at) {
    Uuid least;
    const auto since = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch());
    auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(since.count(), 0));
    for (int byte = 5; byte >= 0; --byte, ms >>= 8)
        least.bytes_[static_cast<std::size_t>(byte)] = static_cast<std::uint8_t>(ms);
    return least;
}

Uuid Uuid::make(Time now) {
    constexpr std::size_t kMoment = 6;  // bytes
    Uuid made = least(now);
    fill_randomly(made.bytes_.data() + kMoment, made.bytes_.size() - kMoment);
    made.bytes_[6] = static_cast<std::uint8_t>((made.bytes_[6] & 0x0f) | 0x70);
    made.bytes_[8] = static_cast<std::uint8_t>((made.bytes_[8] & 0x3f) | 0x80);
    return made;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != kTextSize) return std::nullopt;
    Uuid parsed;
    std::size_t nibble = 0;
    for (std::size_t at = 0; at < kTextSize; ++at) {
        if (is_hyphen_place(at)) {
            if (text[at] != '-') return std::nullopt;
            continue;
        }
        const int value = digit_value(text[at]);
        if (value < 0) return std::nullopt;
        auto& byte = parsed.bytes_[nibble / 2];
        byte = static_cast<std::uint8_t>(byte << 4 | value);
        ++nibble;
    }
    return parsed;
}

std::string Uuid::text() const {
    std::string out;
    out.reserve(kTextSize);
    for (const auto byte : bytes_) {
        if (is_hyphen_place(out.size())) out += '-';
        out += kDigits[byte >> 4];
        out += kDigits[byte & 0x0f];
    }
    return out;
}

}  // namespace jingwei

std::size_t std::hash<jingwei::Uuid>::operator()(const jingwei::Uuid& uuid) const noexcept {
    std::size_t tail;
    std::memcpy(&tail, uuid.bytes().data() + 8, sizeof tail);
    return tail;
}
