#pragma once

#include <functional>
#include <memory>

#include "access/access.h"
#include "core/messages.h"

namespace CLI {
class App;
}

namespace jingwei::access {

/// Adds `jingwei user add | passwd | grant`: how the first officers of a county come to be, and how
/// somebody who locked himself out comes in again. Passwords are read from the terminal without
/// echo, or one line from standard input, never from the command line.
///
/// `open` puts the server together when one of them is to run. A refusal is written to standard
/// error in English with its remedy, and ends the program with status 1.
void add_user_command(CLI::App& app, std::function<Access&()> open, const Clock& clock,
                      const Messages& messages);

}  // namespace jingwei::access
