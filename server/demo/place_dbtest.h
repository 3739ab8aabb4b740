#pragma once

#include "db/set_up.h"
#include "demo/demo.h"
#include "testing/database.h"

namespace jingwei::demo {

using namespace std::chrono_literals;

inline constexpr Time kUntil{std::chrono::sys_days{2026y / 11 / 20}};
inline constexpr Time kBeginning{std::chrono::sys_days{2025y / 10 / 1}};

inline access::AccessOptions cheap_hashes() {
    access::AccessOptions options;
    options.county = kCountyCode;
    options.cost.passes = 1;
    options.cost.memory_bytes = 1 << 20;
    return options;
}

/// A county that is put together as the program does it, in a database of its own.
struct Place {
    Place() {
        access::register_refusals(database.pool());
        cases::register_refusals(database.pool());
    }
    ~Place() { std::filesystem::remove_all(folder); }

    cases::World world_of(std::string_view county) {
        return {grid.territory(county), grid.units(county), staff.roster(county),
                matters.catalogue(county), calendars.of(county)};
    }
    db::Session owner() const { return db::Session{database.url(), std::string{db::kOwnerRole}}; }

    testing::Database database;
    ManualClock clock{kBeginning};
    KeyRing keys{{{1, std::string(KeyRing::kKeySize, 'k')}}};
    Messages messages = Messages::shipped();
    grid::Grid grid{database.pool(), clock};
    access::Access access{database.pool(), clock, keys, cheap_hashes()};
    staff::Staff staff{database.pool(), clock, grid};
    calendar::Calendars calendars{database.pool(), clock};
    matter::Matters matters{database.pool(), clock};
    cases::Cases cases{{.pool = database.pool(),
                        .clock = clock,
                        .keys = keys,
                        .messages = messages,
                        .worlds = [this](std::string_view county) { return world_of(county); }}};
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("jingwei-demo-" + Uuid::make(Time{}).text());
    files::Vault vault{folder / "vault"};
    House house{database.pool(),
                clock,
                grid,
                staff,
                access,
                calendars,
                matters,
                vault,
                keys,
                [this](std::string_view county) { return world_of(county); },
                [this] { return owner(); },
                folder};
};

}  // namespace jingwei::demo
