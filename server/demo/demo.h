#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendars.h"
#include "cases/cases.h"
#include "core/seal.h"
#include "db/session.h"
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
    const files::Vault& vault;
    const KeyRing& keys;                 ///< that the services seal with
    cases::Worlds worlds;                ///< that they decide in
    std::function<db::Session()> owner;  ///< connects as the owner of the tables
    std::filesystem::path scratch;       ///< a folder to write in for a moment
};

constexpr int kTownCases = 2'400;
constexpr int kCountyCases = 1'000'000;

struct Order {
    std::uint64_t seed = 1;
    Time until;              ///< "now" in the demo; the year before it is told
    int cases = kTownCases;  ///< about as many
    Scale scale = Scale::kTown;
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

/// Founds the county through the services and plays a year of cases in it by the rules of the loop,
/// in memory; their rows are copied in one transaction, and one entry of the audit says so. The
/// same order makes the same county, but for what is sealed. A demo that is there is left as it is.
/// Refuses demo_county_taken when the county holds something else, or half a demo. Until it returns
/// nobody else may use the database: the tables of cases are locked.
Result<Loaded> load(const House& house, const Order& order, const Progress& progress);

}  // namespace jingwei::demo
