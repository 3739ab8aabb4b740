#pragma once

#include "core/id.h"
#include "demo/random.h"

namespace jingwei::demo {

/// UUIDs of version 7 that come out alike for one seed: what a phone would make, without chance.
class Ids {
public:
    explicit Ids(Random random) : random_(random) {}

    Uuid uuid(Time at);
    template <class Of>
    Id<Of> make(Time at) {
        return Id<Of>{uuid(at)};
    }

private:
    Random random_;
};

}  // namespace jingwei::demo
