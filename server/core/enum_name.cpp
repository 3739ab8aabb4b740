#include "core/enum_name.h"

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

}  // namespace jingwei
