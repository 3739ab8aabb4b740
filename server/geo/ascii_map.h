#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "geo/geometry.h"

namespace jingwei::geo {

/// Maps for tests, drawn: each letter is the area of its cells, '.' is no one's.
///
///     AAB      A and B share a border, C is in two pieces, and nothing
///     A.B      covers the middle.
///     CBC
///
/// The lower left corner of the drawing is `corner`, a cell measures `cell` degrees each way.
std::map<char, MultiPolygon> ascii_map(const std::vector<std::string_view>& rows,
                                       Point corner = {118, 35}, double cell = 0.01);

/// The middle of the cell in that row (from the top) and column (from the left), both from 0.
Point ascii_cell(const std::vector<std::string_view>& rows, std::size_t row, std::size_t column,
                 Point corner = {118, 35}, double cell = 0.01);

}  // namespace jingwei::geo
