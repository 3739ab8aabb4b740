#include "app/settings_options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

namespace jingwei::app {
namespace {

std::string help_of(std::string_view setting) {
    static const std::map<std::string_view, const char*> texts{
        {"data", "folder of everything that Jingwei keeps"},
        {"database", "libpq URL of a PostgreSQL server; none: a private one below --data"},
        {"county", "six-digit division code of this installation"},
        {"address", "network address to listen on"},
        {"port", "port to listen on; 0: any free one"},
        {"tls_cert", "certificate chain, PEM"},
        {"tls_key", "its private key, PEM"},
        {"public_url", "what links and QR codes begin with, such as https://example.org"},
        {"behind_proxy", "believe X-Forwarded-For and X-Forwarded-Proto"},
        {"web", "folder with the built apps desk, field and portal"},
        {"io_threads", "threads for connections"},
        {"workers", "threads for handlers"},
        {"queue", "requests that may wait for a worker"},
        {"connections", "connections to the database"},
        {"log_level", "debug, info, warning or error"},
        {"access_log", "a line per request, without personal data"},
        {"map_url", "base map of another host: templates with {z}, {x}, {y}, a space between"},
        {"map_attribution", "what that host wants to be said on the map"},
        {"map_datum", "of its pictures: wgs84 (also CGCS2000) or gcj02"},
        {"map_max_zoom", "the deepest zoom that it has"},
    };
    const auto found = texts.find(setting);
    return found == texts.end() ? std::string() : found->second;
}

void add_problems_of_map(const Settings& settings, std::vector<std::string>& problems) {
    if (!settings.map_url) return;
    const auto templates = map::templates_of(settings.map_url->str());
    if (templates.size() > map::kMostTemplates)
        problems.emplace_back("--map-url: more than four templates; leave some out.");
    for (const auto& each : templates) {
        if (const auto fault = map::fault_of_template(each))
            problems.push_back("--map-url: " + *fault);
    }
    if (!settings.map_attribution) {
        problems.emplace_back(
            "--map-attribution: say what the host of --map-url wants to be said on its map, such "
            "as its name and the number of its licence.");
    }
}

}  // namespace

bool is_county(std::string_view text) {
    return text.size() == 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

struct SettingsOptions::Flag {
    std::string name;
    std::string value;
    CLI::Option* option;
};

SettingsOptions::~SettingsOptions() = default;

SettingsOptions::SettingsOptions(CLI::App& command) {
    command.add_option("--config", config_, "file with lines of the form: port = 8080");
    for (const auto& field : dto::shape_of<Settings>().fields) {
        auto flag = std::make_unique<Flag>();
        flag->name = field.name;
        const std::string option = "--" + flag_name(field.name);
        flag->option = field.shape->kind == dto::Kind::kBool
                           ? command.add_flag(option + "{true}", flag->value, help_of(field.name))
                           : command.add_option(option, flag->value, help_of(field.name));
        flags_.push_back(std::move(flag));
    }
}

Settings SettingsOptions::read() const {
    ConfigReader reader(dto::shape_of<Settings>());
    if (!config_.empty()) reader.read_file(config_);
    reader.read_environment(&std::getenv);
    Details given;
    for (const auto& flag : flags_) {
        if (flag->option->count() > 0) given.emplace_back(flag->name, flag->value);
    }
    reader.read_flags(given);
    auto settings = reader.value<Settings>();
    std::vector<std::string> problems = reader.problems();
    if (settings.county && !is_county(settings.county->str())) {
        problems.emplace_back(
            "--county: " + settings.county->str() +
            " is no county: give the six digits of its division code, such as 371323.");
    }
    if (settings.web && !std::filesystem::is_directory(settings.web->str())) {
        problems.emplace_back("--web: there is no folder " + settings.web->str() +
                              ": give the one that holds desk/, field/ and portal/.");
    }
    if (settings.tls_cert.has_value() != settings.tls_key.has_value()) {
        problems.emplace_back("--tls-cert and --tls-key go together: give both or neither.");
    }
    add_problems_of_map(settings, problems);
    for (const auto& problem : problems)
        std::cerr << "jingwei: " << problem << '\n';
    if (!problems.empty()) std::exit(2);
    return settings;
}

}  // namespace jingwei::app
