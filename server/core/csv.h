#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

/// Comma-separated values as RFC 4180 has them; UTF-8, with or without a byte order mark, lines
/// ending in LF or CRLF, empty lines passed over.
namespace jingwei::csv {

inline constexpr std::size_t kMaxBytes = 64 * 1024 * 1024;
inline constexpr std::size_t kMaxColumns = 200;

struct Row {
    std::size_t line = 0;  ///< where it begins, from 1
    std::vector<std::string> cells;
};

/// Every row, the head included; the quote mark with which write_row() disarms a formula is taken
/// away. Refuses csv_too_large, csv_not_utf8 (Excel's "CSV" is GB18030, which cannot be told from
/// other bytes for certain: names on public cards must not be guessed), csv_quote_open (a quoted
/// cell does not end), csv_quote_stray (text before or after the quotes of a cell),
/// csv_too_many_columns; the field is the line ("/12").
Result<std::vector<Row>> read(std::string_view text);

/// Appends one row with CRLF; cells are quoted where they must be. A cell that a spreadsheet would
/// run as a formula (= + - @ in front, not a number) gets a quote mark in front of it.
void write_row(const std::vector<std::string>& cells, std::string& out);

}  // namespace jingwei::csv
