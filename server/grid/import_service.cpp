#include <charconv>
#include <fstream>
#include <sstream>

#include "grid/grid_state.h"
#include "grid/territory_rules.h"

namespace jingwei::grid {
namespace {

/// "/12/code" → 12
std::size_t place_in(const Fault& fault) {
    std::size_t place = 0;
    std::from_chars(fault.field.data() + 1, fault.field.data() + fault.field.size(), place);
    return place;
}

ImportReport report_of(const ImportPlan& plan) {
    ImportReport report;
    report.created = static_cast<std::int64_t>(plan.created.size());
    report.changed = static_cast<std::int64_t>(plan.changes.size());
    report.unchanged = plan.unchanged;
    report.faulty = static_cast<std::int64_t>(plan.faults.size());
    report.faults = plan.faults;
    if (report.faults.size() > kMostImportFaults) report.faults.resize(kMostImportFaults);
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

Result<ImportReport> Grid::import_rows(const db::Scope& scope, const ImportRows& rows) {
    const auto now = state_->clock.now();
    const auto current = territory(scope.county);
    const auto rule = setting(scope.county).code_rule;
    auto plan = plan_import(*current, rule, rows, now);
    const auto planned = check(plan, *current, rule, scope, now);
    if (!plan.faults.empty()) return report_of(plan);
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
            return report_of(plan);
        });
    state_->territories.forget(scope.county);
    return done;
}

Result<ImportReport> Grid::import_csv(const db::Scope& scope, std::string_view text) {
    const auto rows = read_import_csv(text);
    if (!rows) return rows.error();
    return import_rows(scope, *rows);
}

Result<ImportReport> Grid::import_geojson(const db::Scope& scope, std::string_view text) {
    const auto rows = read_import_geojson(text);
    if (!rows) return rows.error();
    return import_rows(scope, *rows);
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
