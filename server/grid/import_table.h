#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/enum_name.h"
#include "core/messages.h"
#include "core/result.h"
#include "grid/import.h"
#include "grid/territory.h"

/// Tables that people fill in with a spreadsheet: a head that names the columns in either language,
/// words for kinds in either language. For the imports of units and posts.
namespace jingwei::grid {

struct Column {
    std::string_view name;  ///< "short_name": a title too, and `field` of a fault
    std::string_view code;  ///< of its title in either language, in data/messages
    bool needed = false;    ///< the head must have it
};

/// One line of a table, its cells trimmed, in the order of the columns asked for; a cell that is
/// not there is empty.
struct TableRow {
    std::int64_t line = 0;
    std::vector<std::string> cells;
};

/// Refuses what csv::read() refuses, import_columns_missing (details "columns"), and
/// import_too_many_rows. Columns that are not asked for are passed over, and so are rows whose
/// cells are all empty.
Result<std::vector<TableRow>> read_table(std::string_view text, std::span<const Column> columns);

/// The head of an export, after the mark by which a spreadsheet knows UTF-8.
std::string table_head(std::span<const Column> columns, Language language);

/// The words of a code in data/messages, which stand between slashes; exports write the first.
std::vector<std::string> words_of(std::string_view code, Language language);

/// The value that a cell names: by its name in the API ("micro_worker") or a word for it in either
/// language, whose code in data/messages is `prefix` and that name.
template <class Enum>
std::optional<Enum> value_of_word(const std::string& prefix, const std::string& text) {
    for (const Enum value : enum_values<Enum>()) {
        for (const auto language : {Language::kChinese, Language::kEnglish}) {
            const auto words = words_of(prefix + enum_name(value), language);
            if (std::ranges::find(words, text) != words.end()) return value;
        }
    }
    return enum_from_name<Enum>(text);
}

template <class Enum>
std::string word_of(const std::string& prefix, Enum value, Language language) {
    return words_of(prefix + enum_name(value), language).front();
}

/// By its code, which may have the three zeros that fill up the codes of towns; null: none.
const Node* node_of_code(const Territory& territory, std::string_view code);

/// At most `most` characters, none of them a control character (but new lines where `lines`).
bool is_plain_text(std::string_view text, std::size_t most, bool lines = false);

}  // namespace jingwei::grid
