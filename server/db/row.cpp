#include "db/row.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace jingwei::db {

int find_column(const Rows& rows, std::string_view statement, std::string_view name,
                bool (*accepts)(TypeId)) {
    for (int column = 0; column < rows.columns(); ++column) {
        if (rows.column_name(column) != name) continue;
        if (!accepts(rows.column_type(column))) {
            refuse_cell(
                rows, statement, column,
                fmt::format("of type {}, which its member cannot hold", rows.column_type(column)));
        }
        return column;
    }
    throw std::logic_error(fmt::format("{}: no column is named {}", statement, name));
}

int only_column(const Rows& rows, std::string_view statement, bool (*accepts)(TypeId)) {
    if (rows.columns() != 1) {
        throw std::logic_error(
            fmt::format("{}: {} columns where one value is read", statement, rows.columns()));
    }
    return find_column(rows, statement, rows.column_name(0), accepts);
}

std::vector<int> parameter_slots(const Statement& statement,
                                 const std::vector<std::string_view>& members) {
    std::vector<int> slots(members.size(), -1);
    std::string_view rest = statement.parameters;
    for (int slot = 0; !rest.empty(); ++slot) {
        const auto name = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(name.size() + 1, rest.size()));
        const auto member = std::find(members.begin(), members.end(), name);
        if (member == members.end()) {
            throw std::logic_error(fmt::format("{}: no member is named {}", statement.name, name));
        }
        slots[static_cast<std::size_t>(member - members.begin())] = slot;
    }
    return slots;
}

void refuse_cell(const Rows& rows, std::string_view statement, int column, std::string_view why) {
    throw std::logic_error(
        fmt::format("{}: column {} is {}", statement, rows.column_name(column), why));
}

}  // namespace jingwei::db
