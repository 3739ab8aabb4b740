#include "app/administration.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>

#include "access/user_command.h"
#include "app/county_files.h"
#include "app/deployment.h"
#include "app/settings_options.h"
#include "audit/verify_command.h"
#include "calendar/import_command.h"
#include "map/import_command.h"
#include "matter/import_command.h"

namespace jingwei::app {
namespace {

/// The house of one command: put together at the first question, taken down at the end. Works
/// beside a server that runs; what nobody had started is stopped again.
class Workplace {
public:
    Workplace(CLI::App& command, const Clock& clock) : options_(command), clock_(clock) {}
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    ~Workplace() {
        house_.reset();
        if (!deployment_) return;
        try {
            deployment_->close();
        } catch (const std::exception& failure) {
            std::cerr << "the database was not stopped: " << failure.what() << "\n";
        }
    }

    House& house() {
        if (!house_) {
            const Settings settings = options_.read();
            auto options = deployment_options(settings);
            options.beside_a_server = true;
            deployment_.emplace(std::move(options));
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
    verify->require_subcommand(1)->fallthrough();
    const auto place = std::make_shared<Workplace>(*verify, clock);
    audit::add_verify_command(*verify, [place] {
        House& house = place->house();
        return audit::Verifier(house.pool, house.keys(), house.seal_heads);
    });
}

void add_import(CLI::App& program, const Clock& clock, const Messages& messages) {
    auto* import = program.add_subcommand("import", "Take in reference data");
    import->require_subcommand(1)->fallthrough();
    const auto place = std::make_shared<Workplace>(*import, clock);
    auto* exported = program.add_subcommand("export", "Write what can be imported again");
    exported->require_subcommand(1)->fallthrough();
    const auto other_place = std::make_shared<Workplace>(*exported, clock);
    add_county_files(
        *import, *exported,
        [place, other_place, exported]() -> House& {
            return (*exported ? other_place : place)->house();
        },
        messages);
    calendar::add_import_command(
        *import, [place]() -> calendar::Calendars& { return place->house().calendars; }, messages);
    map::add_import_command(
        *import, [place]() -> db::Pool& { return place->house().pool; }, clock, messages);
    matter::add_import_command(
        *import, [place]() -> matter::Matters& { return place->house().matters; }, messages);
}

/// Every --county of every command wants six digits, and says so before anything is opened.
void check_counties(CLI::App& command) {
    const CLI::Validator six_digits(
        [](const std::string& text) {
            return is_county(text) ? std::string{}
                                   : text +
                                         " is no county: give the six digits of its division "
                                         "code, such as 371323";
        },
        "", "county");
    if (auto* option = command.get_option_no_throw("--county")) option->check(six_digits);
    for (auto* below : command.get_subcommands([](CLI::App*) { return true; }))
        check_counties(*below);
}

}  // namespace

void add_administration(CLI::App& program, const Clock& clock, const Messages& messages) {
    add_user(program, clock, messages);
    add_verify(program, clock);
    add_import(program, clock, messages);
    check_counties(program);
}

}  // namespace jingwei::app
