#include <algorithm>
#include <array>

#include "core/csv.h"
#include "core/enum_name.h"
#include "core/json.h"
#include "geo/geojson.h"
#include "grid/import.h"

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
