#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/settings.h"

namespace CLI {
class App;
}

namespace jingwei::app {

/// Six digits.
bool is_county(std::string_view text);

/// The options of the command line that become Settings. Lives until the program is parsed.
class SettingsOptions {
public:
    /// Adds --config and one option per setting to `command`.
    explicit SettingsOptions(CLI::App& command);
    ~SettingsOptions();
    SettingsOptions(const SettingsOptions&) = delete;
    SettingsOptions& operator=(const SettingsOptions&) = delete;

    /// To be called after parsing. Prints every problem and ends the program when there is one.
    Settings read() const;

private:
    struct Flag;
    std::string config_;
    std::vector<std::unique_ptr<Flag>> flags_;
};

}  // namespace jingwei::app
