#include "calendar/import_command.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

namespace jingwei::calendar {
namespace {

constexpr std::uintmax_t kMostBytes = 20'000'000;

struct Given {
    std::string file;
    std::string county;
};

void tell(const Messages& messages, const std::string& code, const std::string& field,
          const Details& details) {
    if (!field.empty()) std::cerr << field << ": ";
    std::cerr << messages.sentence(Language::kEnglish, code, details) << '\n';
}

void import(Calendars& calendars, const Messages& messages, const Given& given) {
    const auto file = read_or_exit<CalendarFile>(messages, given.file);
    const auto done = calendars.import(db::Scope::whole_county(given.county), file);
    if (!done) exit_with(messages, done.error());
    for (const auto& year : done->imported) {
        std::cout << year.year << ": version " << year.version << ", " << year.working_days
                  << " working days\n";
    }
    for (const auto year : done->unchanged)
        std::cout << year << ": unchanged\n";
}

}  // namespace

std::string text_of_file(const std::string& path) {
    const auto refuse = [&](std::string_view why) {
        std::cerr << path << ": " << why << '\n';
        throw CLI::RuntimeError(1);
    };
    std::error_code fault;
    const auto status = std::filesystem::status(path, fault);
    if (!std::filesystem::exists(status)) refuse("there is no such file. Check its name.");
    if (!std::filesystem::is_regular_file(status)) refuse("this is no file. Name the file itself.");
    const auto size = std::filesystem::file_size(path, fault);
    if (!fault && size > kMostBytes) refuse("larger than 20 MB. Import it in parts.");
    std::ifstream file(path, std::ios::binary);
    if (fault || !file) refuse("this user may not read it. Give it the right, or copy the file.");
    return {std::istreambuf_iterator<char>(file), {}};
}

void exit_with(const Messages& messages, const Refusal& refusal, const std::string& about) {
    if (!about.empty()) std::cerr << about << ": ";
    if (refusal.faults.empty()) tell(messages, refusal.code, refusal.field, refusal.details);
    for (const auto& fault : refusal.faults)
        tell(messages, fault.code, fault.field, fault.details);
    throw CLI::RuntimeError(1);
}

void add_import_command(CLI::App& import_app, std::function<Calendars&()> open,
                        const Messages& messages) {
    const auto given = std::make_shared<Given>();
    auto* command = import_app.add_subcommand("calendar", "Years of the State Council calendar");
    command->add_option("file", given->file, "JSON, see data/calendar/README.md")->required();
    command->add_option("--county", given->county, "Six digits of the county")->required();
    command->callback(
        [given, open = std::move(open), &messages] { import(open(), messages, *given); });
}

}  // namespace jingwei::calendar
