#include "grid/import_table.h"

#include <algorithm>

#include "core/csv.h"
#include "core/utf8.h"
#include "grid/code_rules.h"

namespace jingwei::grid {
namespace {

constexpr std::size_t kAbsent = csv::kMaxColumns;

bool is_called(const Column& column, std::string_view title) {
    if (title == column.name) return true;
    for (const auto language : {Language::kChinese, Language::kEnglish}) {
        const auto words = words_of(column.code, language);
        if (std::ranges::find(words, title) != words.end()) return true;
    }
    return false;
}

/// Where each column stands in the file; kAbsent: nowhere.
std::vector<std::size_t> places_of(std::span<const Column> columns, const csv::Row& head) {
    std::vector<std::size_t> places;
    for (const Column& column : columns) {
        const auto found = std::ranges::find_if(head.cells, [&](const std::string& cell) {
            return is_called(column, utf8::trimmed(cell));
        });
        places.push_back(found == head.cells.end()
                             ? kAbsent
                             : static_cast<std::size_t>(found - head.cells.begin()));
    }
    return places;
}

std::string missing(std::span<const Column> columns, std::span<const std::size_t> places) {
    std::string names;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (!columns[at].needed || places[at] != kAbsent) continue;
        names += (names.empty() ? "" : ", ") + std::string(columns[at].name) + " (" +
                 words_of(columns[at].code, Language::kChinese).front() + ")";
    }
    return names;
}

}  // namespace

Result<std::vector<TableRow>> read_table(std::string_view text, std::span<const Column> columns) {
    const auto lines = csv::read(text);
    if (!lines) return lines.error();
    if (lines->size() > kMostImportRows + 1) {
        return Refusal{RefusalKind::kTooLarge, "import_too_many_rows"};
    }
    const auto places = places_of(columns, lines->empty() ? csv::Row{} : lines->front());
    if (auto names = missing(columns, places); !names.empty()) {
        return Refusal{
            RefusalKind::kInvalid, "import_columns_missing", "/1", {{"columns", std::move(names)}}};
    }
    std::vector<TableRow> rows;
    for (std::size_t number = 1; number < lines->size(); ++number) {
        const csv::Row& line = (*lines)[number];
        TableRow row{static_cast<std::int64_t>(line.line), {}};
        for (const auto place : places) {
            const bool there = place < line.cells.size();
            row.cells.emplace_back(there ? utf8::trimmed(line.cells[place]) : std::string_view{});
        }
        const bool filled =
            std::ranges::any_of(row.cells, [](const std::string& cell) { return !cell.empty(); });
        if (filled) rows.push_back(std::move(row));
    }
    return rows;
}

std::string table_head(std::span<const Column> columns, Language language) {
    std::vector<std::string> titles;
    for (const Column& column : columns)
        titles.push_back(words_of(column.code, language).front());
    std::string out = "\xEF\xBB\xBF";
    csv::write_row(titles, out);
    return out;
}

std::vector<std::string> words_of(std::string_view code, Language language) {
    static const Messages messages = Messages::shipped();
    const auto all = messages.sentence(language, code, {});
    std::vector<std::string> words;
    for (std::size_t from = 0; from <= all.size();) {
        const auto end = std::min(all.find('/', from), all.size());
        words.push_back(all.substr(from, end - from));
        from = end + 1;
    }
    return words;
}

const Node* node_of_code(const Territory& territory, std::string_view code) {
    return territory.by_code(without_padding(code));
}

bool is_plain_text(std::string_view text, std::size_t most, bool lines) {
    const bool plain = std::ranges::none_of(text, [&](char c) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        return control && !(lines && (c == '\n' || c == '\r' || c == '\t'));
    });
    const auto length = utf8::length(text);
    return plain && length && *length <= most;
}

}  // namespace jingwei::grid
