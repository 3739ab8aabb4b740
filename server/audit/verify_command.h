#pragma once

#include <functional>

#include "audit/verifier.h"

namespace CLI {
class App;
}

namespace jingwei::audit {

/// Adds `audit --county NNNNNN` under `verify`: prints the report; status 1 when it is not sound.
/// `open` makes the verifier when the command is to run.
void add_verify_command(CLI::App& verify, std::function<Verifier()> open);

}  // namespace jingwei::audit
