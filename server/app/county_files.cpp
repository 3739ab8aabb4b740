#include "app/county_files.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/house.h"
#include "calendar/import_command.h"
#include "grid/import.h"
#include "grid/unit_import.h"

namespace jingwei::app {
namespace {

struct Given {
    std::string county;
    std::string file;
    std::string folder = "data/divisions";
    std::string language = "zh";
    bool dry_run = false;
};

struct Place {
    std::function<House&()> open;
    const Messages& messages;
};

/// Counts, or every fault and the end of the program.
void tell(const Messages& messages, const std::string& about,
          const Result<grid::ImportReport>& report) {
    if (!report) calendar::exit_with(messages, report.error(), about);
    for (const auto& fault : report->faults)
        std::cerr << about << ":" << fault.line << ": " << fault.field << ": "
                  << messages.sentence(Language::kEnglish, fault.code, {}) << '\n';
    if (report->faulty > 0) {
        std::cerr << report->faulty << " faults, nothing was imported\n";
        throw CLI::RuntimeError(1);
    }
    std::cout << report->created << " created, " << report->changed << " changed, "
              << report->unchanged << " as they were"
              << (report->written ? "" : "; a dry run: nothing was written") << '\n';
}

using Import = Result<grid::ImportReport> (*)(House&, const db::Scope&, const std::string&, bool);
using Export = std::string (*)(House&, const std::string&, Language);

Result<grid::ImportReport> import_territory(House& house, const db::Scope& scope,
                                            const std::string& text, bool dry_run) {
    const bool is_json = text.find_first_not_of(" \t\r\n") == text.find('{');
    return is_json && !text.empty() ? house.grid.import_geojson(scope, text, dry_run)
                                    : house.grid.import_csv(scope, text, dry_run);
}

Result<grid::ImportReport> import_units(House& house, const db::Scope& scope,
                                        const std::string& text, bool dry_run) {
    return house.grid.import_units(scope, text, dry_run);
}

Result<grid::ImportReport> import_posts(House& house, const db::Scope& scope,
                                        const std::string& text, bool dry_run) {
    return house.staff.import_roster(scope, text, dry_run);
}

std::string export_territory(House& house, const std::string& county, Language) {
    const auto territory = house.grid.territory(county);
    return territory->root() ? grid::export_csv(*territory, *territory->root()) : std::string{};
}

std::string export_units(House& house, const std::string& county, Language language) {
    return grid::export_units(*house.grid.territory(county), *house.grid.units(county), language);
}

std::string export_posts(House& house, const std::string& county, Language language) {
    return house.staff.exported_roster(db::Scope::whole_county(county), language);
}

void add_import(CLI::App& import, const std::shared_ptr<Place>& place, const char* name,
                const char* what, Import work) {
    const auto given = std::make_shared<Given>();
    auto* command = import.add_subcommand(name, what);
    command->add_option("file", given->file, "CSV in UTF-8; its first line names the columns")
        ->required();
    command->add_option("--county", given->county, "Six digits")->required();
    command->add_flag("--dry-run", given->dry_run, "Only tell what it would do");
    command->callback([given, place, work] {
        const auto text = calendar::text_of_file(given->file);
        tell(place->messages, given->file,
             work(place->open(), db::Scope::whole_county(given->county), text, given->dry_run));
    });
}

void add_export(CLI::App& exported, const std::shared_ptr<Place>& place, const char* name,
                const char* what, Export work) {
    const auto given = std::make_shared<Given>();
    auto* command = exported.add_subcommand(name, what);
    command->add_option("--county", given->county, "Six digits")->required();
    command->add_option("--language", given->language, "Of heads and words")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    command->callback([given, place, work] {
        const auto language = given->language == "en" ? Language::kEnglish : Language::kChinese;
        std::cout << work(place->open(), given->county, language);
    });
}

void add_divisions(CLI::App& import, const std::shared_ptr<Place>& place) {
    const auto given = std::make_shared<Given>();
    auto* command = import.add_subcommand(
        "divisions", "Towns and villages of a county with their official codes and names");
    command->add_option("--county", given->county, "Six digits")->required();
    command->add_option("--folder", given->folder, "Where COUNTY.csv lies")->capture_default_str();
    command->callback([given, place] {
        const auto scope = db::Scope::whole_county(given->county);
        tell(place->messages, given->folder + "/" + given->county + ".csv",
             place->open().grid.import_divisions(scope, given->folder));
    });
}

}  // namespace

void add_county_files(CLI::App& import, CLI::App& exported, std::function<House&()> open,
                      const Messages& messages) {
    const auto place = std::make_shared<Place>(Place{std::move(open), messages});
    add_divisions(import, place);
    add_import(import, place, "territory", "Towns, villages and grids, CSV or GeoJSON",
               import_territory);
    add_import(import, place, "units", "Centres, departments and stations", import_units);
    add_import(import, place, "posts", "Posts and who holds them", import_posts);
    add_export(exported, place, "territory", "Towns, villages and grids, as CSV", export_territory);
    add_export(exported, place, "units", "Centres, departments and stations, as CSV", export_units);
    add_export(exported, place, "posts", "Open posts and who holds them, as CSV", export_posts);
}

}  // namespace jingwei::app
