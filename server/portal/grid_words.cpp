#include "portal/grid_words.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/search_words.h"

namespace jingwei::portal {
namespace {

/// Below so much of the best, a grid only shares what is common.
constexpr double kWorthShowing = 0.6;

/// A Han character alone says nothing.
bool says_little(std::string_view word) {
    const bool single = word.size() < 2 * std::string_view{"\xe4\xb8\x80"}.size();
    return single && static_cast<unsigned char>(word.front()) >= 0x80;
}

}  // namespace

GridWords::GridWords(std::shared_ptr<const grid::Territory> territory)
    : territory_(std::move(territory)) {
    const auto& nodes = territory_->nodes();
    ends_.resize(nodes.size());
    std::vector<std::uint32_t> above;  // those that may hold what comes
    for (std::uint32_t at = 0; at < nodes.size(); ++at) {
        while (!above.empty() && !grid::is_within(nodes[at].path, nodes[above.back()].path)) {
            ends_[above.back()] = at;
            above.pop_back();
        }
        above.push_back(at);
        if (nodes[at].level == grid::Level::kCounty) continue;
        for (auto& word : search_words(nodes[at].name)) {
            if (!says_little(word)) names_[std::move(word)].push_back(at);
        }
    }
    for (const auto at : above)
        ends_[at] = static_cast<std::uint32_t>(nodes.size());
}

std::unordered_map<std::uint32_t, double> GridWords::scores_of(std::string_view words) const {
    const auto& nodes = territory_->nodes();
    const double all = static_cast<double>(nodes.size());
    std::map<std::uint32_t, double> own;  // in order, so that like grids add up alike
    for (const auto& word : search_words(words)) {
        const auto found = names_.find(word);
        if (found == names_.end()) continue;
        const double weight = std::log(1.0 + all / static_cast<double>(found->second.size()));
        for (const auto at : found->second)
            own[at] += weight;
    }
    std::unordered_map<std::uint32_t, double> of_grids;
    for (const auto& [from, score] : own) {
        for (std::uint32_t at = from; at < ends_[from]; ++at) {
            if (nodes[at].level == grid::Level::kGrid) of_grids[at] += score;
        }
    }
    return of_grids;
}

std::vector<const grid::Node*> GridWords::find(std::string_view words, std::size_t limit) const {
    const auto scores = scores_of(words);
    std::vector<std::pair<double, std::uint32_t>> found;
    found.reserve(scores.size());
    for (const auto& [at, score] : scores)
        found.emplace_back(-score, at);
    const std::size_t most = std::min(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(most));
    std::vector<const grid::Node*> best;
    for (std::size_t at = 0; at < most; ++at) {
        if (found[at].first > kWorthShowing * found.front().first) break;
        best.push_back(&territory_->nodes()[found[at].second]);
    }
    return best;
}

std::shared_ptr<const GridWords> GridWordsInForce::of(
    std::shared_ptr<const grid::Territory> territory) {
    const std::lock_guard lock(mutex_);
    if (!latest_ || &latest_->territory() != territory.get())
        latest_ = std::make_shared<const GridWords>(std::move(territory));
    return latest_;
}

}  // namespace jingwei::portal
