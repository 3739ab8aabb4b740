#include "map/import_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "map/tile_import.h"

namespace jingwei::map {
namespace {

struct Given {
    std::string file;
    std::string county;
    std::string bounds;
};

[[noreturn]] void exit_with(const Messages& messages, const std::string& about,
                            const Refusal& refusal) {
    std::cerr << about << ": "
              << messages.sentence(Language::kEnglish, refusal.code, refusal.details) << '\n';
    throw CLI::RuntimeError(1);
}

double seconds(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; }

std::string words(const TileReport& report) {
    const auto& set = report.set;
    const auto before = !report.former                 ? std::string{"the first of this county"}
                        : report.former == set.version ? std::string{"the same as before"}
                                                       : "in place of " + *report.former;
    return fmt::format(
        "{} tiles of zoom {} to {}, {:.2f} MB, version {}, {}\n"
        "{:.1f} s to make them, {:.1f} s to put them into the database\n",
        set.tiles, set.min_zoom, set.max_zoom, static_cast<double>(set.octets) / 1e6, set.version,
        before, seconds(report.making), seconds(report.writing));
}

void import(db::Pool& pool, const Clock& clock, const Messages& messages, const Given& given) {
    std::optional<Bounds> bounds;
    if (!given.bounds.empty()) {
        bounds = parse_bounds(given.bounds);
        if (!bounds)
            exit_with(messages, "--bounds", {RefusalKind::kInvalid, "map_bounds_malformed"});
    }
    const auto done = import_tiles(pool, given.county, given.file, bounds, clock.now());
    if (!done) exit_with(messages, given.file, done.error());
    std::cout << words(*done);
}

}  // namespace

void add_import_command(CLI::App& import_app, std::function<db::Pool&()> open, const Clock& clock,
                        const Messages& messages) {
    const auto given = std::make_shared<Given>();
    auto* command = import_app.add_subcommand(
        "map", "The base map, from an extract of OpenStreetMap; needs the command tilemaker");
    command->add_option("file", given->file, "NAME.osm.pbf")->required();
    command->add_option("--county", given->county, "Six digits of the county")->required();
    command->add_option("--bounds", given->bounds,
                        "WEST,SOUTH,EAST,NORTH in degrees: only what touches them");
    command->callback([given, open = std::move(open), &clock, &messages] {
        import(open(), clock, messages, *given);
    });
}

}  // namespace jingwei::map
