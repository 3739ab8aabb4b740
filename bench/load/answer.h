#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace jingwei::load {

/// One answer of HTTP/1.1 at the front of what was read.
struct Answer {
    int status = 0;
    std::size_t size = 0;  ///< head and body
    bool keep_alive = true;
};

/// The answer that `read` begins with; nothing while it is not whole. Bodies have a Content-Length
/// or none; throws std::runtime_error for anything else (chunks are not read).
std::optional<Answer> read_answer(std::string_view read);

}  // namespace jingwei::load
