#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jingwei::fuzz {

/// Octets as a row of decisions; zeros when they are used up, so that every input means something.
class Choices {
public:
    explicit Choices(std::string_view octets) : octets_(octets) {}

    /// From 0 to `bound` - 1; takes one octet for small bounds.
    std::size_t below(std::size_t bound) {
        if (bound <= 1) return 0;
        if (bound <= 256) return octet() % bound;
        return number() % bound;
    }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int at = 0; at < 8; ++at)
            value = value << 8 | octet();
        return value;
    }

private:
    std::uint8_t octet() {
        if (octets_.empty()) return 0;
        const auto first = static_cast<std::uint8_t>(octets_.front());
        octets_.remove_prefix(1);
        return first;
    }

    std::string_view octets_;
};

}  // namespace jingwei::fuzz
