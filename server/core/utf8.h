#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace jingwei::utf8 {

/// Number of code points, or nothing when `text` is not valid UTF-8 (overlong forms, surrogates and
/// code points above U+10FFFF are not).
std::optional<std::size_t> length(std::string_view text);

/// Without ASCII white space and U+3000 (the wide space of Chinese keyboards) at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace jingwei::utf8
