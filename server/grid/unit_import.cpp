#include "grid/unit_import.h"

#include <algorithm>
#include <map>

#include "core/csv.h"
#include "grid/scope_check.h"

namespace jingwei::grid {
namespace {

enum Cell { kNode, kName, kKind, kShortName, kParent, kPhone, kDuties };
constexpr std::array<Column, 7> kColumns{{{"node", "column_node", true},
                                          {"name", "column_unit_name", true},
                                          {"kind", "column_unit_kind"},
                                          {"short_name", "column_unit_short_name"},
                                          {"parent", "column_unit_parent"},
                                          {"phone", "column_phone"},
                                          {"duties", "column_duties"}}};
constexpr const char* kKindWords = "word_unit_";

class Planner {
public:
    Planner(const Territory& territory, const Units& units, const db::Scope& scope, Time now)
        : territory_(territory), units_(units), scope_(scope), now_(now) {}

    UnitPlan plan(const std::vector<TableRow>& rows) {
        for (const TableRow& row : rows)
            add(row);
        return std::move(plan_);
    }

private:
    void add(const TableRow& row) {
        const Node* node = node_of_code(territory_, row.cells[kNode]);
        if (!node) return fault(row, kNode, "node_code_unknown");
        if (!check_scope(scope_, node->path)) return fault(row, kNode, "outside_your_scope");
        if (!texts_fit(row)) return;
        if (!seen_.emplace(std::pair{node->path, row.cells[kName]}, row.line).second) {
            return fault(row, kName, "import_unit_twice");
        }
        const auto kind = value_of_word<UnitKind>(kKindWords, row.cells[kKind]);
        if (!kind && !row.cells[kKind].empty()) return fault(row, kKind, "unit_kind_unknown");
        for (const Unit* there : units_.at(node->path)) {
            if (there->name == row.cells[kName]) return change(row, *there, kind);
        }
        create(row, *node, kind);
    }

    bool texts_fit(const TableRow& row) {
        const auto before = plan_.faults.size();
        if (row.cells[kName].empty() || !is_plain_text(row.cells[kName], 60)) {
            fault(row, kName, "name_needed");
        }
        if (!is_plain_text(row.cells[kShortName], 20)) fault(row, kShortName, "import_text_20");
        if (!is_plain_text(row.cells[kPhone], 40)) fault(row, kPhone, "import_text_40");
        if (!is_plain_text(row.cells[kDuties], 2'000, true)) {
            fault(row, kDuties, "import_text_2000");
        }
        return plan_.faults.size() == before;
    }

    void change(const TableRow& row, const Unit& there, std::optional<UnitKind> kind) {
        if (kind && *kind != there.kind) return fault(row, kKind, "import_unit_kind_fixed");
        const Unit* parent = there.parent ? units_.find(*there.parent) : nullptr;
        if (!row.cells[kParent].empty() && (!parent || parent->name != row.cells[kParent])) {
            return fault(row, kParent, "import_unit_parent_fixed");
        }
        UnitChange change;
        const auto differs = [&](Cell cell, const std::string& known) {
            return row.cells[cell].empty() || row.cells[cell] == known
                       ? std::nullopt
                       : std::optional{row.cells[cell]};
        };
        change.short_name = differs(kShortName, there.short_name);
        change.phone = differs(kPhone, there.phone);
        change.duties = differs(kDuties, there.duties);
        if (!change.short_name && !change.phone && !change.duties) {
            ++plan_.unchanged;
            return;
        }
        plan_.changes.push_back({there.id, std::move(change)});
    }

    void create(const TableRow& row, const Node& node, std::optional<UnitKind> kind) {
        if (!kind) return fault(row, kKind, "unit_kind_unknown");
        if (*kind == UnitKind::kCentre && has_centre(node)) {
            return fault(row, kKind, "unit_centre_taken");
        }
        Unit unit;
        unit.id = Id<Unit>::make(now_);
        unit.name = row.cells[kName];
        unit.short_name = row.cells[kShortName];
        unit.kind = *kind;
        unit.node = node.id;
        unit.path = node.path;
        unit.phone = row.cells[kPhone];
        unit.duties = row.cells[kDuties];
        unit.valid_from = now_;
        if (!row.cells[kParent].empty()) {
            unit.parent = parent_of(row.cells[kParent], node.path);
            if (!unit.parent) return fault(row, kParent, "unit_unknown");
        }
        plan_.created.push_back(std::move(unit));
    }

    bool has_centre(const Node& node) const {
        const auto is_it = [&](const Unit& unit) {
            return unit.kind == UnitKind::kCentre && unit.path == node.path;
        };
        const Unit* there = units_.centre_of(node.path);
        return (there && is_it(*there)) || std::ranges::any_of(plan_.created, is_it);
    }

    /// The nearest of that name at the node or above, of this file or there already.
    std::optional<Id<Unit>> parent_of(const std::string& name, std::string_view path) const {
        for (auto up = path; !up.empty(); up = parent_path(up)) {
            const auto made = std::ranges::find_if(plan_.created, [&](const Unit& unit) {
                return unit.path == up && unit.name == name;
            });
            if (made != plan_.created.end()) return made->id;
            for (const Unit* there : units_.at(up)) {
                if (there->name == name) return there->id;
            }
        }
        return std::nullopt;
    }

    void fault(const TableRow& row, Cell cell, std::string code) {
        plan_.faults.push_back({row.line, std::string(kColumns[cell].name), std::move(code)});
    }

    const Territory& territory_;
    const Units& units_;
    const db::Scope& scope_;
    const Time now_;
    UnitPlan plan_;
    std::map<std::pair<std::string, std::string>, std::int64_t> seen_;
};

}  // namespace

Result<UnitPlan> plan_units(std::string_view csv, const Territory& territory, const Units& units,
                            const db::Scope& scope, Time now) {
    const auto rows = read_table(csv, kColumns);
    if (!rows) return rows.error();
    return Planner(territory, units, scope, now).plan(*rows);
}

std::string export_units(const Territory& territory, const Units& units, Language language) {
    std::string out = table_head(kColumns, language);
    for (const Unit& unit : units.all()) {
        const Node* node = territory.find(unit.node);
        const Unit* parent = unit.parent ? units.find(*unit.parent) : nullptr;
        csv::write_row(
            {node ? node->code : "", unit.name, word_of<UnitKind>(kKindWords, unit.kind, language),
             unit.short_name, parent ? parent->name : "", unit.phone, unit.duties},
            out);
    }
    return out;
}

}  // namespace jingwei::grid
