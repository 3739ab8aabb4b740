#include "matter/import_command.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "calendar/import_command.h"

namespace jingwei::matter {
namespace {

struct Given {
    std::string file;
    std::string county;
};

void import(Matters& matters, const Messages& messages, const Given& given) {
    const auto file = given.file.empty()
                          ? shipped_catalogue()
                          : calendar::read_or_exit<CatalogueFile>(messages, given.file);
    const auto done = matters.import(db::Scope::whole_county(given.county), file);
    if (!done) calendar::exit_with(messages, done.error());
    std::cout << done->classes << " classes, " << done->subclasses
              << " subclasses; matters: " << done->added << " added, " << done->changed
              << " changed, " << done->dropped << " ended, " << done->unchanged << " unchanged\n";
}

}  // namespace

void add_import_command(CLI::App& import_app, std::function<Matters&()> open,
                        const Messages& messages) {
    const auto given = std::make_shared<Given>();
    auto* command = import_app.add_subcommand("catalogue", "The catalogue of matters");
    command->add_option("file", given->file, "JSON, see data/matters/README.md; ours without it");
    command->add_option("--county", given->county, "Six digits of the county")->required();
    command->callback(
        [given, open = std::move(open), &messages] { import(open(), messages, *given); });
}

}  // namespace jingwei::matter
