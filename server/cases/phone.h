#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Numbers of telephones as people write them. Pure.
namespace jingwei::cases {

/// Fewer digits ring nowhere: a number of a village without its area code has seven.
inline constexpr std::size_t kFewestPhoneDigits = 7;

/// The number that is dialled inside the country, so that one telephone is one text however it is
/// written: digits alone (full-width ones count), without +86 or 0086, an area code with its 0.
/// "+86 138-0000-5678" and "13800005678" are "13800005678"; "+86 539 1234567" is "05391234567".
/// Empty when it has no digit.
std::string number_of(std::string_view phone);

/// A number to call back as it is kept: an optional leading +, then digits. Nothing when something
/// else than digits, spaces, hyphens, dots and brackets stands in it, or too few digits.
std::optional<std::string> typed_phone(std::string_view text);

}  // namespace jingwei::cases
