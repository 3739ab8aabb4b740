#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "grid/import_table.h"
#include "staff/roster.h"

/// The columns and words of the roster's table. Private to staff.
namespace jingwei::staff::table {

enum Cell { kNode, kPost, kTitle, kSide, kName, kPhone, kLogin, kDuties, kFrom, kTo };
inline constexpr std::array<grid::Column, 10> kColumns{{{"node", "column_node", true},
                                                        {"post", "column_post", true},
                                                        {"title", "column_title"},
                                                        {"side", "column_side"},
                                                        {"name", "column_person"},
                                                        {"phone", "column_phone"},
                                                        {"login", "column_login"},
                                                        {"duties", "column_duties"},
                                                        {"from", "column_from"},
                                                        {"to", "column_to"}}};
inline constexpr const char* kKindWords = "word_post_";
inline constexpr const char* kSideWords = "word_side_";

/// A day as people and spreadsheets write it: 2026-03-01, 2026/3/1, 2026.3.1, or with the Chinese
/// signs for year, month and day.
std::optional<Day> read_day(std::string_view text);

}  // namespace jingwei::staff::table
