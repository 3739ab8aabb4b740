#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "db/pool.h"
#include "db/scope.h"
#include "db/transaction.h"
#include "grid/changes.h"
#include "grid/import.h"
#include "grid/reshaping.h"
#include "grid/snapshots.h"
#include "grid/territory.h"
#include "grid/unit.h"

namespace jingwei::http {
class Routes;
}

namespace jingwei::grid {

/// The front door: who answers where. Reading asks a snapshot in memory and costs no round trip
/// (grid/snapshots.h); hold the pointer for the length of one request, so that one request sees one
/// territory. Writing acts for the scope given: its paths are where the writer may edit, as
/// principal.scope(permission::kTerritoryEdit) or kUnitEdit has them; every write is audited.
/// Thread-safe.
class Grid {
public:
    /// Registers the refusals of its constraints with `pool`.
    Grid(db::Pool& pool, const Clock& clock, std::chrono::milliseconds trust = kSnapshotTrust);
    ~Grid();

    std::shared_ptr<const Territory> territory(std::string_view county);
    std::shared_ptr<const Units> units(std::string_view county);
    TerritorySetting setting(std::string_view county);
    /// The territory as it was in force at that moment, read from the database. A second or so.
    std::shared_ptr<const Territory> territory_at(std::string_view county, Time at);
    void forget(std::string_view county);

    /// Refuses outside_your_scope, and the conflict setting_rule_in_use once there are grids.
    Result<void> set_setting(const db::Scope& scope, const TerritorySetting& setting);

    /// Refuses parent_unknown, what place_under() refuses, code_taken, path_taken, id_taken,
    /// date_in_future, outside_your_scope; code_needed when there is no rule to make one.
    Result<Node> create(const db::Scope& scope, const NewNode& node);
    /// The state before goes to territory_past. Refuses node_unknown, node_changed_meanwhile,
    /// date_in_future, date_not_after, outside_your_scope.
    Result<Node> change(const db::Scope& scope, Id<Node> id, const NodeChange& change);
    /// Refuses node_unknown, node_not_to_close (closed already, or open nodes under it),
    /// date_in_future, date_not_after, outside_your_scope.
    Result<void> close(const db::Scope& scope, Id<Node> id, std::optional<Time> at = {});
    /// All of them or none, parents before children; one refusal per node at fault, its field
    /// beginning with the place in `nodes` ("/12/code"). For imports and the demo.
    Result<void> create_all(const db::Scope& scope, const std::vector<NewNode>& nodes);

    /// What a plan makes of the territory, at `at` and as part of `tx`; the states before go to
    /// territory_past. Refuses node_changed_meanwhile, node_not_to_close, code_taken, path_taken.
    /// The caller calls forget() once `tx` is committed. `detail` is a JSON object for the audit.
    Result<void> reshape(db::Transaction& tx, const db::Scope& scope, const Reshaping& reshaping,
                         Time at, const std::string& detail);
    /// Codes that nodes of the county have or ever had: none of them is given again.
    std::set<std::string> codes_ever(std::string_view county);

    /// Nodes from outside, matched by code: new ones are created, others changed where they differ.
    /// Everything or nothing: with a fault in any row nothing is written (grid/import.h).
    Result<ImportReport> import_csv(const db::Scope& scope, std::string_view text,
                                    bool dry_run = false);
    Result<ImportReport> import_geojson(const db::Scope& scope, std::string_view text,
                                        bool dry_run = false);
    /// Units likewise, matched by name at their node (grid/unit_import.h).
    Result<ImportReport> import_units(const db::Scope& scope, std::string_view text,
                                      bool dry_run = false);
    /// County, towns and villages with their real names from folder/COUNTY.csv (data/divisions).
    /// Refuses divisions_missing.
    Result<ImportReport> import_divisions(const db::Scope& scope,
                                          const std::filesystem::path& folder);

    /// Refuses node_unknown, unit_unknown (parent), unit_name_taken, unit_centre_taken, id_taken,
    /// date_in_future, outside_your_scope.
    Result<Unit> create_unit(const db::Scope& scope, const NewUnit& unit);
    Result<Unit> change_unit(const db::Scope& scope, Id<Unit> id, const UnitChange& change);
    Result<void> close_unit(const db::Scope& scope, Id<Unit> id, std::optional<Time> at = {});

    /// /api/v1/territory…, /api/v1/units…
    void add_routes(http::Routes& routes);

    struct State;  ///< private to grid

private:
    Result<ImportReport> import_rows(const db::Scope& scope, const ImportRows& rows, bool dry_run);

    std::unique_ptr<State> state_;
};

}  // namespace jingwei::grid
