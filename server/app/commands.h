#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/settings.h"

/// What `jingwei <word>` does. Each answers the exit status of the program.
namespace jingwei::app {

/// Serves until SIGTERM or SIGINT, then drains.
int serve(const Settings& settings);

/// Prints api/openapi.json. Needs no database.
int print_openapi();

/// Brings the database to this program's schema and says what it did.
int migrate(const Settings& settings);

struct DemoChoice {
    std::uint64_t seed = 1;
    std::string scale = "town";  ///< or "county"
    std::optional<int> cases{};  ///< nothing: as many as the scale has
    std::string until;           ///< a day; empty: this hour
    bool if_empty = false;       ///< leave a county that holds something else alone, without a word
};

/// Loads the demo county, a year up to `until`, and prints accounts to try it with.
int load_demo(const Settings& settings, const DemoChoice& choice);

struct BackupChoice {
    std::string to;
    std::string keys_to;  ///< empty: keys are copied by somebody else
    int keep = 7;
};

/// Copies the installation while it is at work.
int back_up(const Settings& settings, const BackupChoice& choice);

struct RestoreChoice {
    std::string from;
    std::string keys;
    std::string at;  ///< RFC 3339; empty: the end of the archive
};

/// Makes an installation of a backup in the empty data folder, and proves it.
int restore(const Settings& settings, const RestoreChoice& choice);

}  // namespace jingwei::app
