#include "backup/backup.h"

#include <iostream>
#include <stdexcept>

#include "app/commands.h"
#include "core/clock.h"
#include "core/time_text.h"

namespace jingwei::app {
namespace {

/// Half a backup is worse than none: what we do not run we do not copy.
void require_private(const Settings& settings) {
    if (!settings.database) return;
    throw std::runtime_error(
        "--database: this copies only the private PostgreSQL below --data. Back up a server of "
        "your own with its own tools (pgBackRest for every moment, pg_dump -Fc for one), and copy "
        "files/, seals/ and, apart from them, keys of the data folder; docs/operations.md says "
        "how");
}

}  // namespace

int back_up(const Settings& settings, const BackupChoice& choice) {
    require_private(settings);
    backup::BackupOptions options{.data = data_folder(settings),
                                  .to = std::filesystem::absolute(choice.to),
                                  .keep = choice.keep,
                                  .program = JINGWEI_VERSION};
    if (!choice.keys_to.empty()) options.keys_to = choice.keys_to;
    const SystemClock clock;
    std::cout << words(backup::take_backup(options, clock));
    if (!options.keys_to) {
        std::cout << "The keys are not in it, so that who finds it cannot read sealed fields. "
                     "Without them it cannot be restored: keep a copy of "
                  << (options.data / "keys").string() << " somewhere else (--keys-to).\n";
    }
    return 0;
}

int restore(const Settings& settings, const RestoreChoice& choice) {
    require_private(settings);
    backup::RestoreOptions options{
        .from = choice.from, .data = data_folder(settings), .keys = choice.keys};
    if (!choice.at.empty()) {
        options.at = parse_rfc3339(choice.at);
        if (!options.at) {
            throw std::runtime_error(
                "--at: " + choice.at +
                " is no moment: write it like 2026-11-29T03:00:00+08:00, with its offset");
        }
    }
    const auto report = backup::restore_backup(options);
    std::cout << words(report);
    if (report.sound()) {
        std::cout << "Restored and sound: jingwei serve --data " << options.data.string() << '\n';
        return 0;
    }
    std::cerr << "jingwei: restored, but not everything is well: see FAULT and MISSING above\n";
    return 1;
}

}  // namespace jingwei::app
