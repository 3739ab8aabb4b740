#include "grid/import_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "core/csv.h"
#include "core/enum_name.h"
#include "core/json.h"
#include "geo/geojson.h"

namespace jingwei::grid {
namespace {

using Member = std::string ImportRow::*;
constexpr std::array<std::pair<std::string_view, Member>, 6> kColumns{{
    {"code", &ImportRow::code},
    {"name", &ImportRow::name},
    {"level", &ImportRow::level},
    {"kind", &ImportRow::kind},
    {"parent", &ImportRow::parent},
    {"households", &ImportRow::households},
}};

const json::Node* member(const json::Node& object, std::string_view name) {
    if (object.kind != json::Kind::kObject) return nullptr;
    const json::Node* found = object.first;
    while (found && found->name != name)
        found = found->next;
    return found;
}

std::string text_of(const json::Node& value) {
    if (value.kind == json::Kind::kText) return std::string(value.text);
    if (value.kind == json::Kind::kWhole) return std::to_string(value.whole);
    return {};
}

void read_feature(const json::Node& feature, ImportRow row, ImportRows& into) {
    const auto* properties = member(feature, "properties");
    for (const auto& [name, text] : kColumns) {
        const auto* value = properties ? member(*properties, name) : nullptr;
        if (value) row.*text = text_of(*value);
    }
    const auto* geometry = member(feature, "geometry");
    if (geometry && geometry->kind != json::Kind::kNull) {
        auto area = geo::read_area(*geometry, "geometry");
        if (!area) {
            into.faults.push_back({row.line, area.error().field, area.error().code});
            return;
        }
        row.boundary = *std::move(area);
    }
    into.rows.push_back(std::move(row));
}

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

Result<ImportRows> read_import_csv(std::string_view text) {
    const auto lines = csv::read(text);
    if (!lines) return lines.error();
    if (lines->size() > kMostImportRows) {
        return Refusal{RefusalKind::kTooLarge, "import_too_many_rows"};
    }
    std::vector<Member> members;
    int needed = 0;
    for (const auto& title : lines->empty() ? std::vector<std::string>{} : lines->front().cells) {
        const auto known = std::find_if(kColumns.begin(), kColumns.end(),
                                        [&](const auto& column) { return column.first == title; });
        members.push_back(known == kColumns.end() ? nullptr : known->second);
        needed += title == "code" || title == "name";
    }
    if (needed != 2) return Refusal{RefusalKind::kInvalid, "import_head_missing", "/1"};
    ImportRows result;
    for (std::size_t place = 1; place < lines->size(); ++place) {
        const auto& line = (*lines)[place];
        ImportRow row;
        row.line = static_cast<std::int64_t>(line.line);
        for (std::size_t at = 0; at < std::min(members.size(), line.cells.size()); ++at) {
            if (members[at]) row.*members[at] = line.cells[at];
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

Result<ImportRows> read_import_geojson(std::string_view text) {
    const auto document = json::Document::parse(text);
    if (!document) return document.error();
    const auto* type = member(document->root(), "type");
    const auto* features = member(document->root(), "features");
    const bool is_collection = type && type->text == "FeatureCollection" && features &&
                               features->kind == json::Kind::kList;
    if (!is_collection) return Refusal{RefusalKind::kInvalid, "import_not_a_collection"};
    if (features->size > kMostImportRows) {
        return Refusal{RefusalKind::kTooLarge, "import_too_many_rows"};
    }
    ImportRows result;
    std::int64_t number = 0;
    for (const auto* feature = features->first; feature; feature = feature->next) {
        ImportRow row;
        row.line = ++number;
        read_feature(*feature, std::move(row), result);
    }
    return result;
}

ImportPlan plan_import(const Territory& territory, CodeRule rule, const ImportRows& rows,
                       Time now) {
    return Planner(territory, rule, now).plan(rows);
}

std::string export_csv(const Territory& territory, const Node& root) {
    std::string out = "\xEF\xBB\xBF";  // spreadsheets take it for UTF-8 only with the mark
    csv::write_row({"code", "name", "level", "kind", "parent", "households"}, out);
    for (const Node* node : territory.subtree(root)) {
        const Node* parent = territory.parent(*node);
        csv::write_row(
            {node->code, node->name, enum_name(node->level), enum_name(node->kind),
             parent ? parent->code : "", node->households ? std::to_string(*node->households) : ""},
            out);
    }
    return out;
}

}  // namespace jingwei::grid
