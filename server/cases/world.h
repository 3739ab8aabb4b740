#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "calendar/calendar.h"
#include "cases/loop_numbers.h"
#include "grid/territory.h"
#include "grid/unit.h"
#include "matter/catalogue.h"
#include "staff/roster.h"

namespace jingwei::cases {

/// What one request knows of its county, all of it in memory and unchanging: territory, units,
/// people in posts, catalogue, calendar, the numbers of the loop. Taken once per request, so that a
/// step sees one world.
struct World {
    std::shared_ptr<const grid::Territory> territory;
    std::shared_ptr<const grid::Units> units;
    std::shared_ptr<const staff::Roster> roster;
    std::shared_ptr<const matter::Catalogue> catalogue;
    std::shared_ptr<const calendar::WorkCalendar> calendar;
    std::shared_ptr<const LoopHistory> loop{};  ///< null: what ships

    /// What a case goes by that was reported at that moment.
    const LoopNumbers& numbers_of(Time reported_at) const {
        return loop ? loop->at(reported_at) : shipped_numbers();
    }
};

/// Where a county's world comes from: the front doors of grid, staff, matter and calendar, tied
/// together in main.cpp. Thread-safe.
using Worlds = std::function<World(std::string_view county)>;

}  // namespace jingwei::cases
