#include "demo/random.h"

#include <algorithm>

namespace jingwei::demo {

namespace {

/// FNV-1a, so that a purpose written in words picks a stream.
std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 14695981039346656037ULL;
    for (const char each : text)
        value = (value ^ static_cast<unsigned char>(each)) * 1099511628211ULL;
    return value;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view purpose) : state_(seed ^ hash(purpose)) {
    next();
}

std::uint64_t Random::next() {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15ULL);
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

double Random::unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

int Random::whole(int from, int to) {
    if (to <= from) return from;
    return from + static_cast<int>(unit() * (static_cast<double>(to) - from + 1));
}

double Random::normal() {
    double sum = -6;
    for (int each = 0; each < 12; ++each)
        sum += unit();
    return sum;
}

std::size_t Random::weighted(std::span<const double> weights) {
    double total = 0;
    for (const double each : weights)
        total += each > 0 ? each : 0;
    double left = unit() * total;
    std::size_t last = 0;
    for (std::size_t index = 0; index < weights.size(); ++index) {
        if (weights[index] <= 0) continue;
        last = index;
        left -= weights[index];
        if (left < 0) return index;
    }
    return last;
}

Urn::Urn(std::span<const double> weights) {
    double sum = 0;
    for (const double each : weights)
        sums_.push_back(sum += each > 0 ? each : 0);
}

std::size_t Urn::draw(Random& random) const {
    const double left = random.unit() * (sums_.empty() ? 0 : sums_.back());
    if (empty()) return 0;
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), left);
    return static_cast<std::size_t>(std::min(found, sums_.end() - 1) - sums_.begin());
}

}  // namespace jingwei::demo
