#include <algorithm>
#include <charconv>
#include <map>

#include "core/enum_name.h"
#include "grid/import.h"

namespace jingwei::grid {
namespace {

/// Turns rows into nodes one by one; `places_` knows the nodes that earlier rows make.
class Planner {
public:
    Planner(const Territory& territory, CodeRule rule, Time now)
        : territory_(territory), rule_(rule), now_(now) {}

    ImportPlan plan(const ImportRows& rows) {
        plan_.faults = rows.faults;
        std::vector<const ImportRow*> order;
        for (const auto& row : rows.rows)
            order.push_back(&row);
        // A code is longer than that of the node above it, so parents come first.
        std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
            return without_padding(a->code).size() < without_padding(b->code).size();
        });
        for (const auto* row : order)
            add(*row);
        return std::move(plan_);
    }

private:
    void add(const ImportRow& row) {
        const std::string code(without_padding(row.code));
        if (row.name.empty() || row.name.size() > 180) return fault(row, "name", "name_needed");
        if (!seen_.emplace(code, row.line).second) return fault(row, "code", "code_twice");
        const auto households = whole(row.households);
        if (!row.households.empty() && !households) {
            return fault(row, "households", "households_malformed");
        }
        if (const Node* there = territory_.by_code(code)) return change(row, *there, households);
        create(row, code, households);
    }

    void change(const ImportRow& row, const Node& there, std::optional<std::int32_t> households) {
        NodeChange change;
        change.seen = there.valid_from;
        if (row.name != there.name) change.name = row.name;
        if (households && households != there.households) change.households = households;
        if (!row.boundary.empty() && row.boundary != there.boundary) change.boundary = row.boundary;
        if (!change.name && !change.households && !change.boundary) {
            ++plan_.unchanged;
            return;
        }
        plan_.changes.push_back({there.id, std::move(change)});
    }

    void create(const ImportRow& row, const std::string& code,
                std::optional<std::int32_t> households) {
        auto node = shape_of(row, code);
        if (!node) return fault(row, node.error().field.substr(1), node.error().code);
        node->id = Id<Node>::make(now_);
        node->code = code;
        node->name = row.name;
        node->households = households;
        node->boundary = row.boundary;
        made_.emplace(code, node->id);
        plan_.lines.push_back(row.line);
        plan_.created.push_back(*std::move(node));
    }

    /// Level, kind and parent: as the row says, else as the code says.
    Result<NewNode> shape_of(const ImportRow& row, const std::string& code) const {
        NewNode node;
        std::string parent = row.parent;
        if (row.level.empty() || rule_ != CodeRule::kFree) {
            const auto parts = read_code(rule_, code);
            if (!parts) return parts.error();
            node.level = parts->level;
            node.kind = parts->kind;
            if (parent.empty()) parent = parts->above;
        }
        if (!row.level.empty()) {
            const auto level = enum_from_name<Level>(row.level);
            if (!level) return Refusal{RefusalKind::kInvalid, "level_unknown", "/level"};
            node.level = *level;
            if (node.level < Level::kGrid) node.kind = NodeKind::kDivision;
        }
        if (!row.kind.empty()) {
            const auto kind = enum_from_name<NodeKind>(row.kind);
            if (!kind) return Refusal{RefusalKind::kInvalid, "kind_not_of_level", "/kind"};
            node.kind = *kind;
        }
        if (parent.empty()) return node;
        node.parent = find(std::string(without_padding(parent)));
        if (!node.parent) return Refusal{RefusalKind::kInvalid, "parent_unknown", "/parent"};
        return node;
    }

    std::optional<Id<Node>> find(const std::string& code) const {
        const auto made = made_.find(code);
        if (made != made_.end()) return made->second;
        const Node* there = territory_.by_code(code);
        return there ? std::optional{there->id} : std::nullopt;
    }

    static std::optional<std::int32_t> whole(const std::string& text) {
        std::int32_t value = 0;
        const char* end = text.data() + text.size();
        const auto [at, failed] = std::from_chars(text.data(), end, value);
        const bool good = failed == std::errc{} && at == end && value >= 0 && value <= 10'000'000;
        return good ? std::optional{value} : std::nullopt;
    }

    void fault(const ImportRow& row, std::string field, std::string code) {
        plan_.faults.push_back({row.line, std::move(field), std::move(code)});
    }

    const Territory& territory_;
    const CodeRule rule_;
    const Time now_;
    ImportPlan plan_;
    std::map<std::string, std::int64_t> seen_;
    std::map<std::string, Id<Node>> made_;
};

}  // namespace

ImportPlan plan_import(const Territory& territory, CodeRule rule, const ImportRows& rows,
                       Time now) {
    return Planner(territory, rule, now).plan(rows);
}

}  // namespace jingwei::grid
