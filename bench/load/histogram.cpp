#include "load/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace jingwei::load {

/// Below 2 * kFine a bucket is a value. Above, the highest seven bits name the bucket.
std::size_t Histogram::bucket_of(std::uint64_t value) {
    if (value < 2 * kFine) return value;
    const auto shift = static_cast<std::size_t>(std::bit_width(value)) - 7;
    if (shift > kPowers) return kFine * (kPowers + 2) - 1;
    return shift * kFine + static_cast<std::size_t>(value >> shift);
}

std::uint64_t Histogram::value_of(std::size_t bucket) {
    if (bucket < 2 * kFine) return bucket;
    const std::size_t shift = bucket / kFine - 1;
    return static_cast<std::uint64_t>(bucket - shift * kFine) << shift;
}

void Histogram::add(std::uint64_t microseconds) {
    ++buckets_[bucket_of(microseconds)];
    ++count_;
    most_ = std::max(most_, microseconds);
}

void Histogram::add(const Histogram& other) {
    for (std::size_t at = 0; at < buckets_.size(); ++at)
        buckets_[at] += other.buckets_[at];
    count_ += other.count_;
    most_ = std::max(most_, other.most_);
}

std::uint64_t Histogram::quantile(double share) const {
    const auto wanted = std::max<std::uint64_t>(
        1, static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_))));
    std::uint64_t seen = 0;
    for (std::size_t at = 0; at < buckets_.size(); ++at) {
        seen += buckets_[at];
        if (seen >= wanted) return value_of(at);
    }
    return 0;
}

}  // namespace jingwei::load
