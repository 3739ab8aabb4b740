#pragma once

#include <vector>

#include "grid/node.h"

namespace jingwei::grid {

/// What a plan makes of the territory, all at one moment.
struct Reshaping {
    struct Changed {
        Time seen;   ///< valid_from of the state that it takes the place of
        Node after;  ///< path, parent and level stay
    };
    std::vector<Node> added;  ///< parents before children
    std::vector<Changed> changed;
    std::vector<Node> closed;  ///< children before parents

    bool empty() const { return added.empty() && changed.empty() && closed.empty(); }
};

}  // namespace jingwei::grid
