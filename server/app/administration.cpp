#include "app/administration.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>

#include "access/user_command.h"
#include "app/deployment.h"
#include "app/settings_options.h"
#include "audit/verify_command.h"
#include "calendar/import_command.h"
#include "matter/import_command.h"

namespace jingwei::app {
namespace {

/// The house of one command: put together at the first question, taken down at the end.
class Workplace {
public:
    Workplace(CLI::App& command, const Clock& clock) : options_(command), clock_(clock) {}

    House& house() {
        if (!house_) {
            const Settings settings = options_.read();
            deployment_.emplace(deployment_options(settings));
            deployment_->open();
            house_.emplace(ground_of(settings, *deployment_), clock_);
        }
        return *house_;
    }

private:
    SettingsOptions options_;
    const Clock& clock_;
    std::optional<db::Deployment> deployment_;
    std::optional<House> house_;
};

struct Divisions {
    std::string county;
    std::string folder = "data/divisions";
};

void import_divisions(Workplace& place, const Messages& messages, const Divisions& asked) {
    const auto report =
        place.house().grid.import_divisions(db::Scope::whole_county(asked.county), asked.folder);
    if (!report) calendar::exit_with(messages, report.error());
    for (const auto& fault : report->faults)
        std::cerr << "line " << fault.line << ", " << fault.field << ": "
                  << messages.sentence(Language::kEnglish, fault.code, {}) << '\n';
    if (report->faulty > 0) std::exit(1);
    std::cout << report->created << " created, " << report->changed << " changed, "
              << report->unchanged << " as they were\n";
}

// Callbacks of the command line outlive the function that adds them, so they share their place.

void add_user(CLI::App& program, const Clock& clock, const Messages& messages) {
    const auto place = std::make_shared<std::unique_ptr<Workplace>>();
    access::add_user_command(
        program, [place]() -> access::Access& { return (*place)->house().access; }, clock,
        messages);
    *place = std::make_unique<Workplace>(*program.get_subcommand("user"), clock);
}

void add_verify(CLI::App& program, const Clock& clock) {
    auto* verify = program.add_subcommand("verify", "Prove that nothing was changed behind us");
    verify->require_subcommand(1);
    const auto place = std::make_shared<Workplace>(*verify, clock);
    audit::add_verify_command(*verify, [place] {
        House& house = place->house();
        return audit::Verifier(house.pool, house.keys(), house.seal_heads);
    });
}

void add_divisions(CLI::App& import, const std::shared_ptr<Workplace>& place,
                   const Messages& messages) {
    const auto asked = std::make_shared<Divisions>();
    auto* command = import.add_subcommand(
        "divisions", "Towns and villages of a county with their official codes and names");
    command->add_option("--county", asked->county, "Six digits")->required();
    command->add_option("--folder", asked->folder, "Where COUNTY.csv lies")->capture_default_str();
    command->callback([place, &messages, asked] { import_divisions(*place, messages, *asked); });
}

void add_import(CLI::App& program, const Clock& clock, const Messages& messages) {
    auto* import = program.add_subcommand("import", "Take in reference data");
    import->require_subcommand(1);
    const auto place = std::make_shared<Workplace>(*import, clock);
    add_divisions(*import, place, messages);
    calendar::add_import_command(
        *import, [place]() -> calendar::Calendars& { return place->house().calendars; }, messages);
    matter::add_import_command(
        *import, [place]() -> matter::Matters& { return place->house().matters; }, messages);
}

}  // namespace

void add_administration(CLI::App& program, const Clock& clock, const Messages& messages) {
    add_user(program, clock, messages);
    add_verify(program, clock);
    add_import(program, clock, messages);
}

}  // namespace jingwei::app
