#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grid/territory.h"

namespace jingwei::portal {

/// The words of the names of a territory, made once for it. Immutable; safe to read from many
/// threads.
class GridWords {
public:
    /// Cost is linear in the territory.
    explicit GridWords(std::shared_ptr<const grid::Territory> territory);

    const grid::Territory& territory() const { return *territory_; }

    /// The grids that the words of an address speak for, best first, at most `limit`; none when no
    /// name of a town, village or grid shares two characters with them. A pair of characters that
    /// few names have counts more than one that many have ("东关" more than "社区"), and what the
    /// names above a grid share counts for it too. Pointers live as long as territory(). Cost: the
    /// names that share a word, and what lies below them.
    std::vector<const grid::Node*> find(std::string_view words, std::size_t limit) const;

private:
    using Places = std::vector<std::uint32_t>;  ///< in territory().nodes(), each once

    std::unordered_map<std::uint32_t, double> scores_of(std::string_view words) const;

    std::shared_ptr<const grid::Territory> territory_;
    std::unordered_map<std::string, Places> names_;  ///< whose names have that word
    Places ends_;  ///< of each node: one past the last node below it
};

/// The words of the territory in force, made anew when that has changed. Thread-safe.
class GridWordsInForce {
public:
    std::shared_ptr<const GridWords> of(std::shared_ptr<const grid::Territory> territory);

private:
    std::mutex mutex_;
    std::shared_ptr<const GridWords> latest_;
};

}  // namespace jingwei::portal
