#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace jingwei {
class Messages;
}

namespace jingwei::app {

class House;

/// Adds `divisions`, `territory`, `units` and `posts` under `import`, and the last three under
/// `export`: the files of a county. `open` puts the house together when a command is to run. With a
/// fault nothing is imported; every fault is written to standard error with line and column, and
/// the program ends with status 1.
void add_county_files(CLI::App& import, CLI::App& exported, std::function<House&()> open,
                      const Messages& messages);

}  // namespace jingwei::app
