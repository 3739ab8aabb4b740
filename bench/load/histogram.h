#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace jingwei::load {

/// Counts of latencies in buckets that grow with the value: exact below 128 µs, then within 1.6 %,
/// up to about 19 hours (what is longer counts as that). Constant size, no allocation.
class Histogram {
public:
    void add(std::uint64_t microseconds);
    void add(const Histogram& other);

    std::uint64_t count() const { return count_; }
    std::uint64_t most() const { return most_; }  ///< exact; 0 when empty

    /// The smallest value of a bucket below or in which `share` of all values lie, in [0, 1]; 0
    /// when empty.
    std::uint64_t quantile(double share) const;

private:
    static constexpr std::size_t kFine = 64;  ///< buckets per power of two
    static constexpr std::size_t kPowers = 30;

    static std::size_t bucket_of(std::uint64_t value);
    static std::uint64_t value_of(std::size_t bucket);

    std::array<std::uint32_t, kFine*(kPowers + 2)> buckets_{};
    std::uint64_t count_ = 0;
    std::uint64_t most_ = 0;
};

}  // namespace jingwei::load
