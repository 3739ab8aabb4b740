#include <sodium.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <functional>
#include <iostream>
#include <memory>

#include "app/administration.h"
#include "app/commands.h"
#include "app/settings_options.h"
#include "core/clock.h"
#include "core/messages.h"

namespace {

using namespace jingwei;

/// Runs a command; what it throws is an outage or a bug at start, told in one line.
int run(const std::function<int()>& command) {
    try {
        return command();
    } catch (const std::exception& problem) {
        std::cerr << "jingwei: " << problem.what() << '\n';
        return 1;
    }
}

int no_such_command(const CLI::App& program, const std::string& word) {
    std::cerr << "jingwei: there is no command " << word << ". There are:";
    for (const auto* command : program.get_subcommands([](const CLI::App*) { return true; }))
        std::cerr << ' ' << command->get_name();
    std::cerr << '\n';
    return 2;
}

using Chosen = std::function<int()>;

// Callbacks of the command line outlive the function that adds them, so they share their place.

void add_backup(CLI::App& program, Chosen& chosen) {
    auto* backup = program.add_subcommand("backup", "copy a running installation");
    const auto settings = std::make_shared<app::SettingsOptions>(*backup);
    const auto choice = std::make_shared<app::BackupChoice>();
    backup->add_option("--to", choice->to, "folder of its backups, on another disk")->required();
    backup->add_option("--keys-to", choice->keys_to, "another folder, for a copy of the keys");
    backup->add_option("--keep", choice->keep, "base backups to keep")
        ->check(CLI::Range(1, 1'000))
        ->capture_default_str();
    backup->callback([&chosen, settings, choice] {
        chosen = [settings, choice] { return app::back_up(settings->read(), *choice); };
    });
}

void add_restore(CLI::App& program, Chosen& chosen) {
    auto* restore = program.add_subcommand("restore", "make an installation of a backup");
    const auto settings = std::make_shared<app::SettingsOptions>(*restore);
    const auto choice = std::make_shared<app::RestoreChoice>();
    restore->add_option("--from", choice->from, "folder of the backups")->required();
    restore->add_option("--keys", choice->keys, "the copy of the key file")->required();
    restore->add_option("--at", choice->at,
                        "a moment, such as 2026-11-29T03:00:00+08:00; else to the end");
    restore->callback([&chosen, settings, choice] {
        chosen = [settings, choice] { return app::restore(settings->read(), *choice); };
    });
}

}  // namespace

int main(int argc, char** argv) {
    if (sodium_init() < 0) return 1;
    std::signal(SIGPIPE, SIG_IGN);

    CLI::App program{"Jingwei: grid-based community service"};
    program.set_version_flag("--version", JINGWEI_VERSION);
    program.require_subcommand(1);
    Chosen chosen;

    auto* serve = program.add_subcommand("serve", "serve until SIGTERM");
    app::SettingsOptions serve_options(*serve);
    serve->callback([&] { chosen = [&] { return app::serve(serve_options.read()); }; });

    auto* migrate = program.add_subcommand("migrate", "bring the database to this schema");
    app::SettingsOptions migrate_options(*migrate);
    migrate->callback([&] { chosen = [&] { return app::migrate(migrate_options.read()); }; });

    auto* demo = program.add_subcommand("demo", "load a fictional county with a year of cases");
    app::SettingsOptions demo_options(*demo);
    app::DemoChoice demo_choice;
    demo->add_option("--scale", demo_choice.scale,
                     "town: three towns; county: eighteen, 1,358 grids and a million cases")
        ->check(CLI::IsMember({"town", "county"}))
        ->capture_default_str();
    demo->add_option("--cases", demo_choice.cases, "about as many cases instead")
        ->check(CLI::Range(1, 5'000'000));
    demo->add_option("--seed", demo_choice.seed, "another seed, another county")
        ->capture_default_str();
    demo->add_option("--until", demo_choice.until, "the demo's last day (2026-11-22); else today");
    demo->add_flag("--if-empty", demo_choice.if_empty, "do nothing where there is other data");
    demo->callback(
        [&] { chosen = [&] { return app::load_demo(demo_options.read(), demo_choice); }; });

    add_backup(program, chosen);
    add_restore(program, chosen);

    auto* openapi = program.add_subcommand("openapi", "print the contract (api/openapi.json)");
    openapi->callback([&] { chosen = [] { return app::print_openapi(); }; });

    const SystemClock clock;
    const Messages messages = Messages::shipped();
    app::add_administration(program, clock, messages);

    // Administration runs while the command line is parsed; the other commands run after it.
    return run([&] {
        try {
            program.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            if (argc > 1 && program.get_subcommands().empty() && argv[1][0] != '-') {
                return no_such_command(program, argv[1]);
            }
            return program.exit(error);
        }
        return chosen ? chosen() : 0;
    });
}
