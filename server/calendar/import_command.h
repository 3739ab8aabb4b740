#pragma once

#include <functional>
#include <string>

#include "calendar/calendars.h"
#include "core/dto.h"
#include "core/messages.h"

namespace CLI {
class App;
}

namespace jingwei::calendar {

/// Adds `calendar FILE --county NNNNNN` under `import`: years of the State Council calendar, in the
/// shape of data/calendar/README.md. `open` puts the server together when the command is to run. A
/// refusal is written to standard error in English, with the place in the file, and ends the
/// program with status 1.
void add_import_command(CLI::App& import, std::function<Calendars&()> open,
                        const Messages& messages);

/// For commands that read a file of at most 20 MB: its text, or the end of the program.
std::string text_of_file(const std::string& path);

/// Writes a refusal, and every fault it lists, to standard error and ends the program; `about`, the
/// file or option at fault, comes first.
[[noreturn]] void exit_with(const Messages& messages, const Refusal& refusal,
                            const std::string& about = {});

/// What a file holds, or the end of the program.
template <class File>
File read_or_exit(const Messages& messages, const std::string& path) {
    auto file = dto::parse<File>(text_of_file(path));
    if (!file) exit_with(messages, file.error(), path);
    return std::move(*file);
}

}  // namespace jingwei::calendar
