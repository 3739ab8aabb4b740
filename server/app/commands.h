#pragma once

#include "app/settings.h"

/// What `jingwei <word>` does. Each answers the exit status of the program.
namespace jingwei::app {

/// Serves until SIGTERM or SIGINT, then drains.
int serve(const Settings& settings);

/// Prints api/openapi.json. Needs no database.
int print_openapi();

/// Brings the database to this program's schema and says what it did.
int migrate(const Settings& settings);

}  // namespace jingwei::app
