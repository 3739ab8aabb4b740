#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cases/deadline_rules.h"

/// The clocks of a case as its row keeps them. Every step writes them, so they are a quarter as
/// long as their JSON would be.
///
/// Clocks are separated by ";", their fields by a space, "-" says that there is none:
///
///     stage round holder started limit extra yellow due provisional end stopped pauses plate
///     handle 1 990001/101 1772413200000000 5:working_days - 259200000000 345600000000 0 done …
///
/// `started` counts microseconds since 1970; the other moments count them since `started`. A limit
/// is amount:unit. Pauses are from:until, separated by ","; the one that is on has no until. The
/// rest are the names of enumerators, and 0 or 1.
namespace jingwei::cases {

std::string clock_text(std::span<const CaseClock> clocks);

/// Throws std::invalid_argument on anything that clock_text() does not write.
std::vector<CaseClock> read_clock_text(std::string_view text);

}  // namespace jingwei::cases
