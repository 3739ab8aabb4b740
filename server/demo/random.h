#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace jingwei::demo {

/// SplitMix64 with its own distributions: the same seed makes the same county on every compiler,
/// which the distributions of <random> do not promise. Not for secrets.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    /// A stream of its own for one purpose, so that adding draws to one does not shift the others.
    Random(std::uint64_t seed, std::string_view purpose);

    std::uint64_t next();
    /// Uniform in [0, 1).
    double unit();
    /// Uniform in [from, to).
    double between(double from, double to) { return from + (to - from) * unit(); }
    /// Uniform in [from, to], both ends included; `from` when `to` is smaller.
    int whole(int from, int to);
    bool chance(double probability) { return unit() < probability; }
    /// Mean 0, deviation 1: twelve uniforms, so never beyond six.
    double normal();
    /// An index drawn in proportion to the weights; negative ones count as 0. 0 when all are 0.
    std::size_t weighted(std::span<const double> weights);

    template <class List>
    auto& pick(List& list) {
        return list[static_cast<std::size_t>(whole(0, static_cast<int>(std::size(list)) - 1))];
    }

private:
    std::uint64_t state_;
};

/// Weights that are summed once and drawn from often: Random::weighted() in logarithmic time.
class Urn {
public:
    Urn() = default;
    explicit Urn(std::span<const double> weights);
    /// 0 when all weights are 0.
    std::size_t draw(Random& random) const;
    bool empty() const { return sums_.empty() || sums_.back() <= 0; }

private:
    std::vector<double> sums_;
};

}  // namespace jingwei::demo
