#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "matter/catalogue.h"

namespace jingwei::matter {

/// A matter that the words of a description speak for.
struct Suggestion {
    const Matter* matter = nullptr;  ///< lives as long as the catalogue
    double score = 0;                ///< comparable only within one answer
    std::vector<std::string> words;  ///< what spoke for it: keywords and pieces of its name
};

/// The matters in force at `time` that fit `text` best, best first, at most `limit`; none when
/// nothing fits. A keyword that occurs counts by its length and rarity, shared character pairs of
/// the name count less. Chinese needs no spaces; Latin letters match in any case. Deterministic.
std::vector<Suggestion> suggest(const Catalogue& catalogue, std::string_view text, Time time,
                                std::size_t limit = 5);

}  // namespace jingwei::matter
