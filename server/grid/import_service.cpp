#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

#include "grid/grid_state.h"
#include "grid/territory_rules.h"
#include "grid/unit_import.h"

namespace jingwei::grid {
namespace {

/// "/12/code" → 12
std::size_t place_in(const Fault& fault) {
    std::size_t place = 0;
    std::from_chars(fault.field.data() + 1, fault.field.data() + fault.field.size(), place);
    return place;
}

ImportReport report_of(const ImportPlan& plan) {
    return report_of(plan.created.size(), plan.changes.size(), plan.unchanged, plan.faults);
}

ImportReport report_of(const UnitPlan& plan) {
    return report_of(plan.created.size(), plan.changes.size(), plan.unchanged, plan.faults);
}

ImportReport written(ImportReport report) {
    report.written = true;
    return report;
}

/// What the rules of territory say against the nodes of the plan, line by line.
PlannedNodes check(ImportPlan& plan, const Territory& territory, CodeRule rule,
                   const db::Scope& scope, Time now) {
    auto planned = plan_nodes(territory, rule, plan.created, now);
    for (const auto& fault : planned.faults) {
        const auto place = place_in(fault);
        const auto field = fault.field.substr(fault.field.find('/', 1) + 1);
        plan.faults.push_back({plan.lines.at(place), field, fault.code});
    }
    if (!planned.faults.empty()) return planned;
    for (std::size_t place = 0; place < planned.nodes.size(); ++place) {
        if (check_scope(scope, planned.nodes[place].path)) continue;
        plan.faults.push_back({plan.lines[place], "code", "outside_your_scope"});
    }
    return planned;
}

}  // namespace

ImportReport report_of(std::size_t created, std::size_t changed, std::int64_t unchanged,
                       std::vector<ImportFault> faults) {
    ImportReport report;
    report.created = static_cast<std::int64_t>(created);
    report.changed = static_cast<std::int64_t>(changed);
    report.unchanged = unchanged;
    report.faulty = static_cast<std::int64_t>(faults.size());
    std::ranges::stable_sort(faults, {}, &ImportFault::line);
    if (faults.size() > kMostImportFaults) faults.resize(kMostImportFaults);
    report.faults = std::move(faults);
    return report;
}

Result<ImportReport> Grid::import_rows(const db::Scope& scope, const ImportRows& rows,
                                       bool dry_run) {
    const auto now = state_->clock.now();
    const auto current = territory(scope.county);
    const auto rule = setting(scope.county).code_rule;
    auto plan = plan_import(*current, rule, rows, now);
    const auto planned = check(plan, *current, rule, scope, now);
    if (!plan.faults.empty() || dry_run) return report_of(plan);
    auto done =
        db::in_transaction(state_->pool, scope, [&](db::Transaction& tx) -> Result<ImportReport> {
            const auto made = state_->write_new(tx, scope, planned.nodes, now);
            if (!made) return made.error();
            for (const auto& [id, change] : plan.changes) {
                const Node& before = *current->find(id);
                if (auto allowed = check_scope(scope, before.path); !allowed) {
                    return allowed.error();
                }
                const auto after = changed(before, rule, change, now);
                if (!after) return after.error();
                if (!store::change_node(tx, scope.county, change.seen, *after)) {
                    return Refusal{RefusalKind::kConflict, "node_changed_meanwhile"};
                }
                audit::record(tx, entry(scope, now, "territory.change", "territory", id.text()));
            }
            return written(report_of(plan));
        });
    state_->territories.forget(scope.county);
    return done;
}

Result<ImportReport> Grid::import_csv(const db::Scope& scope, std::string_view text, bool dry_run) {
    const auto rows = read_import_csv(text);
    if (!rows) return rows.error();
    return import_rows(scope, *rows, dry_run);
}

Result<ImportReport> Grid::import_geojson(const db::Scope& scope, std::string_view text,
                                          bool dry_run) {
    const auto rows = read_import_geojson(text);
    if (!rows) return rows.error();
    return import_rows(scope, *rows, dry_run);
}

Result<ImportReport> Grid::import_units(const db::Scope& scope, std::string_view text,
                                        bool dry_run) {
    const auto now = state_->clock.now();
    const auto plan = plan_units(text, *territory(scope.county), *units(scope.county), scope, now);
    if (!plan) return plan.error();
    if (!plan->faults.empty() || dry_run) return report_of(*plan);
    auto done =
        db::in_transaction(state_->pool, scope, [&](db::Transaction& tx) -> Result<ImportReport> {
            for (const Unit& unit : plan->created) {
                store::insert_unit(tx, scope.county, unit);
                audit::record(tx, entry(scope, now, "unit.create", "unit", unit.id.text()));
            }
            for (const auto& [id, change] : plan->changes) {
                if (!store::change_unit(tx, scope.county, id, change)) {
                    return Refusal{RefusalKind::kConflict, "unit_closed"};
                }
                audit::record(tx, entry(scope, now, "unit.change", "unit", id.text()));
            }
            if (plan->created.size() + plan->changes.size() > 0) {
                store::move_version(tx, scope.county, store::kUnit);
            }
            return written(report_of(*plan));
        });
    state_->units.forget(scope.county);
    return done;
}

Result<ImportReport> Grid::import_divisions(const db::Scope& scope,
                                            const std::filesystem::path& folder) {
    std::ifstream file(folder / (scope.county + ".csv"), std::ios::binary);
    if (!file) return Refusal{RefusalKind::kNotFound, "divisions_missing"};
    std::ostringstream text;
    text << file.rdbuf();
    return import_csv(scope, text.view());
}

}  // namespace jingwei::grid
