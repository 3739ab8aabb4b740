#pragma once

#include <string_view>

namespace jingwei::db {

/// One SQL statement of one .sql file, embedded at build. `name` ("cases.find_case") is also the
/// name under which a connection prepares it once. Lives as long as the program.
struct Statement {
    std::string_view name;
    std::string_view text;
};

}  // namespace jingwei::db
