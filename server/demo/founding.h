#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/access.h"
#include "core/clock.h"
#include "demo/ids.h"
#include "demo/world.h"
#include "grid/grid.h"
#include "staff/staff.h"

namespace jingwei::demo {

/// The demo's one password. It is printed at the end and everybody may know it.
constexpr std::string_view kPassword = "Yunxi-demo-2026";

/// What the county is put into. Borrows.
struct Ground {
    db::Pool& pool;
    ManualClock& clock;
    grid::Grid& grid;
    staff::Staff& staff;
    access::Access& access;
};

/// The county in the database, by the indices of the World.
struct Founded {
    std::string county;  ///< its path as well
    std::vector<Id<grid::Node>> grids;
    std::vector<std::string> towns, villages, grid_paths;
    std::vector<Id<Unit>> offices;
    std::vector<Id<Account>> accounts;  ///< by person; nil: does not sign in

    const std::string& path(Where where) const;
};

/// Territory, offices, accounts and roles, through the services of their modules,
/// at the moment that the clock shows. A refusal is a bug of the demo or a county that is there.
Result<Founded> found_county(const World& world, const Ground& ground, Ids& ids);

/// The posts of a county that is founded, and the people in them.
Result<void> fill_posts(const World& world, const Founded& founded, const Ground& ground, Ids& ids);

}  // namespace jingwei::demo
