#include "demo/ids.h"

#include <fmt/format.h>

namespace jingwei::demo {

Uuid Ids::uuid(Time at) {
    const auto since = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch());
    const auto stamp = static_cast<std::uint64_t>(since.count()) & 0xFFFF'FFFF'FFFFULL;
    const std::uint64_t low = random_.next(), high = random_.next();
    // RFC 9562: version 7 in front of twelve random bits, variant 10 in front of 62.
    return *Uuid::parse(fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", stamp >> 16,
                                    stamp & 0xFFFF, high & 0xFFF, 0x8000 | (high >> 12 & 0x3FFF),
                                    low & 0xFFFF'FFFF'FFFFULL));
}

}  // namespace jingwei::demo
