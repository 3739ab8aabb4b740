#pragma once

#include <string_view>

namespace jingwei::db {

/// One SQL statement of one .sql file, embedded at build. `name` ("cases.find_case") is also the
/// name under which a connection prepares it once. Lives as long as the program.
struct Statement {
    std::string_view name;
    std::string_view text;
    /// The names that its file has for $1, $2, …, in that order and with a space between, when it
    /// has names: Transaction::queue_row() finds the members of a struct by them.
    std::string_view parameters{};
};

}  // namespace jingwei::db
