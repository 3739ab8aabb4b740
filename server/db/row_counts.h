#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/session.h"

namespace jingwei::db {

struct TableRows {
    std::string table;
    std::int64_t rows = 0;
};

/// Every table of Jingwei and how many rows it has, by name. `superuser` is connected to Jingwei's
/// own database. Reads every table once.
std::vector<TableRows> row_counts(Session& superuser);

}  // namespace jingwei::db
