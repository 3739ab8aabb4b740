#pragma once

#include "demo/world.h"

namespace jingwei::demo {

/// One county for all tests of the program: making one takes a second without optimisation.
inline const World& test_world() {
    static const World made = make_world(1);
    return made;
}

/// The same of full size.
inline const World& test_county() {
    static const World made = make_world(1, Scale::kCounty);
    return made;
}

}  // namespace jingwei::demo
