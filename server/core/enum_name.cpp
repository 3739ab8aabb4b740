#include "core/enum_name.h"

#include <algorithm>

namespace jingwei {

std::string wire_name(std::string_view enumerator) {
    if (enumerator.starts_with('k')) enumerator.remove_prefix(1);
    std::string out;
    for (const char c : enumerator) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper && !out.empty()) out += '_';
        out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

namespace detail {

EnumTable::EnumTable(std::span<const std::string_view> enumerators,
                     std::span<const std::int64_t> numbers, std::span<std::string> room)
    : values(numbers), names(room) {
    std::ranges::transform(enumerators, room.begin(), wire_name);
}

const std::string& EnumTable::name_of(std::int64_t value) const {
    static const std::string nameless;
    const auto at = std::ranges::find(values, value);
    return at == values.end() ? nameless : names[static_cast<std::size_t>(at - values.begin())];
}

std::optional<std::int64_t> EnumTable::value_of(std::string_view name) const {
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) return std::nullopt;
    return values[static_cast<std::size_t>(at - names.begin())];
}

}  // namespace detail

}  // namespace jingwei
