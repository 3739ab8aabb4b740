#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/id.h"

namespace jingwei::staff {

/// Where a page of a list ended that is sorted by a number (microseconds, or days) and then by id:
/// the cursor of the next page. Private to staff.
struct PageMark {
    std::int64_t at = 0;
    Uuid id;

    /// "1767225600000000.0194…"
    std::string text() const;
    /// Nothing when it is no such text.
    static std::optional<PageMark> parse(std::string_view text);
    /// After everything: where a list begins whose latest comes first.
    static PageMark last();
};

}  // namespace jingwei::staff
