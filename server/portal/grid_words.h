#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "grid/territory.h"

namespace jingwei::portal {

/// The grids that the words of an address speak for, best first, at most `limit`; none when no name
/// of a town, village or grid shares two characters with them. A pair of characters that few names
/// have counts more than one that many have ("东关" more than "社区"), and what the names above a
/// grid share counts for it too. Pure; cost is linear in the territory.
std::vector<const grid::Node*> grids_of_words(const grid::Territory& territory,
                                              std::string_view words, std::size_t limit);

}  // namespace jingwei::portal
