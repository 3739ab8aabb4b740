#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "calendar/light.h"
#include "calendar/work_hours.h"
#include "calendar/year.h"
#include "db/transaction.h"

/// The tables of calendar. Private to calendar.
namespace jingwei::calendar::store {

struct Setting {
    WorkHours hours = WorkHours::standard();
    LightRule lights;
};

std::int64_t version(db::Transaction& tx, std::string_view county);
/// The newest version of every imported year.
std::vector<YearCalendar> years(db::Transaction& tx, std::string_view county);
std::optional<Setting> setting(db::Transaction& tx, std::string_view county);

void insert_year(db::Transaction& tx, std::string_view county, const YearCalendar& year, Time at,
                 std::optional<Id<Account>> by);
/// Both: outside the scope's subtrees it is a ScopeViolation at the next round trip.
void save_setting(db::Transaction& tx, std::string_view county, const Setting& setting);

}  // namespace jingwei::calendar::store
