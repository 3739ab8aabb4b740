#pragma once

#include <cstdint>
#include <string>

namespace jingwei::load {

/// Makes UUIDv7 as phones and browsers do. Not for secrets: a small generator with a seed.
class UuidMaker {
public:
    explicit UuidMaker(std::uint64_t seed) : state_(seed) {}

    /// The text of a new one, of the moment of the call.
    std::string make();

    std::uint64_t random();  ///< splitmix64

private:
    std::uint64_t state_;
};

}  // namespace jingwei::load
