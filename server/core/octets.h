#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Raw octets in a std::string, and the ways to write them as text.
namespace jingwei {

/// From the operating system, fit for keys and tokens.
std::string random_octets(std::size_t count);

/// 32 octets.
std::string sha256(std::string_view octets);

/// Equal? Takes as long for any two strings of one length.
bool same_octets(std::string_view one, std::string_view other);

/// Lower case, two digits each.
std::string to_hex(std::string_view octets);
/// Nothing for an odd number of digits or anything that is no digit.
std::optional<std::string> from_hex(std::string_view text);

/// RFC 4648, section 5 (- and _), without padding.
std::string to_base64url(std::string_view octets);
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace jingwei
