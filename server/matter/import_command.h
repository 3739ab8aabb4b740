#pragma once

#include <functional>

#include "core/messages.h"
#include "matter/matters.h"

namespace CLI {
class App;
}

namespace jingwei::matter {

/// Adds `catalogue [FILE] --county NNNNNN` under `import`: makes the file the county's catalogue
/// (data/matters/README.md), without one the catalogue that ships. `open` puts the server together
/// when the command is to run. A refusal ends the program with status 1, as in
/// calendar/import_command.h.
void add_import_command(CLI::App& import, std::function<Matters&()> open, const Messages& messages);

}  // namespace jingwei::matter
