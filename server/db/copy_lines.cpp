#include "db/copy_lines.h"

namespace jingwei::db::detail {

void escape_copy_cell(std::string& out, std::size_t from) {
    constexpr std::string_view kSpecial = "\\\n\r\t";
    if (out.find_first_of(kSpecial, from) == std::string::npos) return;
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
