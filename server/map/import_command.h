#pragma once

#include <functional>

#include "core/clock.h"
#include "core/messages.h"

namespace CLI {
class App;
}

namespace jingwei::db {
class Pool;
}

namespace jingwei::map {

/// Adds `map FILE.osm.pbf --county NNNNNN [--bounds W,S,E,N]` under `import`: makes vector tiles of
/// an extract of OpenStreetMap. `open` puts the server together when the command is to run. A
/// refusal goes to standard error in English and ends the program with status 1.
void add_import_command(CLI::App& import, std::function<db::Pool&()> open, const Clock& clock,
                        const Messages& messages);

}  // namespace jingwei::map
