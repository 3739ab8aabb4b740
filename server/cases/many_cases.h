#pragma once

#include <cstdint>

namespace jingwei::cases {

class SmallCounty;

/// For tests only: `count` cases straight into the tables, in every state, on both grids, with and
/// without units, plates, helpers, followers and secrets; no steps and no clocks. The same each
/// time. One in two was raised by "worker".
void add_many_cases(SmallCounty& county, std::int32_t count);

}  // namespace jingwei::cases
