#pragma once

#include <string_view>

namespace jingwei::fuzz {

/// A whole connection: the octets in pieces whose size the first octet says, up to their end.
/// Every answer must begin like one.
void run_http(std::string_view input);

/// A multipart body with the boundary "b", in pieces whose size the first octet says.
void run_multipart(std::string_view input);

}  // namespace jingwei::fuzz
