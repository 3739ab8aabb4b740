#pragma once

#include <vector>

#include "db/statement.h"

/// Every .sql file of every module.
std::vector<const jingwei::db::Statement*> every_statement();
