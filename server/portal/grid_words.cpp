#include "portal/grid_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "core/search_words.h"

namespace jingwei::portal {
namespace {

/// Below so much of the best, a grid only shares what is common.
constexpr double kWorthShowing = 0.6;

using Weights = std::map<std::string, double, std::less<>>;
using Scores = std::unordered_map<std::string_view, double>;  ///< by path

/// Of the words asked for: how much each says. One that no name has is left out.
Weights weights_of(const grid::Territory& territory, std::string_view words) {
    std::map<std::string, std::size_t, std::less<>> names;
    for (auto& word : search_words(words))
        names.emplace(std::move(word), 0);
    for (const auto& node : territory.nodes()) {
        if (node.level == grid::Level::kCounty) continue;
        for (const auto& word : search_words(node.name)) {
            if (const auto found = names.find(word); found != names.end()) ++found->second;
        }
    }
    const double all = static_cast<double>(territory.nodes().size());
    Weights weights;
    for (const auto& [word, count] : names) {
        const bool single = word.size() < 2 * std::string_view{"\xe4\xb8\x80"}.size();
        if (count == 0 || (single && static_cast<unsigned char>(word.front()) >= 0x80)) continue;
        weights.emplace(word, std::log(1.0 + all / static_cast<double>(count)));
    }
    return weights;
}

double own_score(const grid::Node& node, const Weights& weights) {
    double score = 0;
    for (const auto& word : search_words(node.name)) {
        if (const auto found = weights.find(word); found != weights.end()) score += found->second;
    }
    return score;
}

}  // namespace

std::vector<const grid::Node*> grids_of_words(const grid::Territory& territory,
                                              std::string_view words, std::size_t limit) {
    const Weights weights = weights_of(territory, words);
    if (weights.empty()) return {};
    Scores scores;
    std::vector<std::pair<double, const grid::Node*>> found;
    for (const auto& node : territory.nodes()) {  // a parent stands before its children
        if (node.level == grid::Level::kCounty) continue;
        const auto above = scores.find(grid::parent_path(node.path));
        const double score = own_score(node, weights) + (above == scores.end() ? 0 : above->second);
        scores.emplace(node.path, score);
        if (node.level == grid::Level::kGrid && score > 0) found.emplace_back(score, &node);
    }
    std::ranges::stable_sort(found, std::greater{}, [](const auto& one) { return one.first; });
    std::vector<const grid::Node*> best;
    for (const auto& [score, node] : found) {
        if (best.size() == limit || score < kWorthShowing * found.front().first) break;
        best.push_back(node);
    }
    return best;
}

}  // namespace jingwei::portal
