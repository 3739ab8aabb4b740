#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "load/template.h"

namespace jingwei::load {

/// One request of a journey. The head has no Content-Length and no empty line: the driver adds
/// both.
struct StepPlan {
    std::string name;
    Template head;
    Template body;
};

/// So many journeys a second begin, for so long. With the rate 0 nobody comes.
struct Stage {
    double rate = 0;
    double seconds = 0;
};

/// What a run of the client does: docs/performance.md shows one.
///
/// A journey is one case and its steps, made by one member of the cast. Closed loop (no stages):
/// `connections` journeys are under way all the time. Open loop: journeys begin when the stages say
/// so, however the server does, and wait for one of the connections when there are not enough.
struct Plan {
    std::string mode;  ///< "journeys" or "listen"
    std::uint16_t port = 0;
    std::size_t connections = 1;
    double seconds = 0;        ///< of a closed loop
    std::size_t journeys = 0;  ///< of a closed loop: at most so many; 0: no limit
    std::size_t prelude = 0;   ///< so many steps of all journeys are made before the clock runs
    std::uint64_t seed = 1;
    bool in_order = false;  ///< the cast comes in its order, not at random
    std::vector<Stage> stages;
    std::vector<std::vector<std::string>> cast;
    std::vector<StepPlan> steps;
    std::string event;       ///< listen: what a listener waits for
    std::size_t rounds = 1;  ///< listen: how often the step is made
};

/// Throws std::exception with what is wrong.
Plan parse_plan(std::string_view json);

}  // namespace jingwei::load
