#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendars.h"
#include "cases/cases.h"
#include "demo/founding.h"
#include "demo/names.h"
#include "demo/player.h"
#include "files/vault.h"
#include "matter/matters.h"

namespace jingwei::demo {

/// What the demo is put into: an empty county kCountyCode. Borrows; `clock` is the one that all
/// services were built with.
struct House {
    db::Pool& pool;
    ManualClock& clock;
    grid::Grid& grid;
    staff::Staff& staff;
    access::Access& access;
    calendar::Calendars& calendars;
    matter::Matters& matters;
    cases::Cases& cases;
    const files::Vault& vault;
    std::filesystem::path scratch;  ///< a folder to write in for a moment
};

struct Order {
    std::uint64_t seed = 1;
    Time until;         ///< "now" in the demo; the year before it is told
    int cases = 2'400;  ///< about as many
};

/// One account to try the demo with.
struct Example {
    std::string role;  ///< as people say it: "网格员"
    std::string login;
    std::string name;
    std::string place;
};

struct Loaded {
    bool was_there = false;  ///< nothing was done: the county has its demo
    Played played{};
    std::vector<Example> examples{};  ///< empty when it was there
};

/// How far it is: a word and a share in [0, 1].
using Progress = std::function<void(std::string_view what, double share)>;

/// Founds the county and plays a year of cases in it, all through the services, so every rule,
/// right and audit entry holds. The same order makes the same county. A demo that is there is left
/// as it is. Refuses demo_county_taken when the county holds something else, or half a demo.
Result<Loaded> load(const House& house, const Order& order, const Progress& progress);

}  // namespace jingwei::demo
