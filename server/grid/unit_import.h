#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grid/changes.h"
#include "grid/import_table.h"
#include "grid/territory.h"
#include "grid/unit.h"

namespace jingwei::grid {

/// What an import of units would do. A unit is known by its name at its node: one that is there is
/// changed where a filled cell differs, others are created; units that the file does not name stay
/// as they are.
struct UnitPlan {
    struct Change {
        Id<Unit> id;
        UnitChange change;
    };
    std::vector<Unit> created;  ///< parents first as far as the file names them first
    std::vector<Change> changes;
    std::int64_t unchanged = 0;
    std::vector<ImportFault> faults;
};

/// Columns node (code) and name; any of kind, short_name, parent (name), phone, duties. Every fault
/// of every row, by line and column; `scope` says where the importer may.
Result<UnitPlan> plan_units(std::string_view csv, const Territory& territory, const Units& units,
                            const db::Scope& scope, Time now);

/// All open units, to be read back by plan_units().
std::string export_units(const Territory& territory, const Units& units, Language language);

}  // namespace jingwei::grid
