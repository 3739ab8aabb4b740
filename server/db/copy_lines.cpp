#include "db/copy_lines.h"

#include <algorithm>

namespace jingwei::db::detail {

void escape_copy_cell(std::string& out, std::size_t from) {
    const auto special = [](char each) {
        return each == '\\' || each == '\n' || each == '\r' || each == '\t';
    };
    if (std::none_of(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), special)) return;
    const std::string plain = out.substr(from);
    out.resize(from);
    for (const char each : plain) {
        switch (each) {
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += each;
        }
    }
}

}  // namespace jingwei::db::detail
