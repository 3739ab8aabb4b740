#include "matter/suggestion.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/search_words.h"
#include "core/utf8.h"

namespace jingwei::matter {
namespace {

/// A keyword that occurs whole says more than pieces of a name that happen to be shared.
constexpr double kKeyword = 3.0;
constexpr double kName = 1.0;
constexpr double kGuidance = 0.25;

using Words = std::vector<std::string>;
using Spread = std::map<std::string, int, std::less<>>;

std::string lower(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

/// Words of more than one character: single ones stand in every text.
Words words_of(std::string_view text) {
    auto words = search_words(text);
    std::erase_if(words, [](const std::string& word) { return word.size() <= 3; });
    return words;
}

Words words_of(const Matter& matter) {
    auto words = words_of(matter.name_zh + " " + matter.name_en);
    for (const auto& keyword : matter.keywords)
        words.push_back(lower(keyword));
    return words;
}

/// In how many matters each word stands.
Spread spread_of(const std::vector<const Matter*>& matters) {
    Spread spread;
    for (const auto* one : matters) {
        const auto words = words_of(*one);
        for (const auto& word : std::set<std::string>(words.begin(), words.end()))
            ++spread[word];
    }
    return spread;
}

double rarity(const Spread& spread, const std::string& word, std::size_t matters) {
    const auto found = spread.find(word);
    const double in = found == spread.end() ? 1.0 : found->second;
    return std::log(1.0 + static_cast<double>(matters) / in);
}

/// Longer words are less often there by chance: two characters count once, four twice.
double weight(const std::string& word) { return static_cast<double>(word.size()) / 6.0; }

struct Reader {
    std::string text;
    std::set<std::string, std::less<>> words;
    const Spread& spread;
    std::size_t matters;

    void count(Suggestion& suggestion, const std::string& word, double factor) const {
        suggestion.score += factor * weight(word) * rarity(spread, word, matters);
        if (std::ranges::find(suggestion.words, word) == suggestion.words.end()) {
            suggestion.words.push_back(word);
        }
    }

    Suggestion judge(const Matter& matter) const {
        Suggestion suggestion{&matter, 0, {}};
        for (const auto& keyword : matter.keywords) {
            const auto word = lower(keyword);
            if (text.find(word) != std::string::npos) count(suggestion, word, kKeyword);
        }
        for (const auto& word : words_of(matter.name_zh + " " + matter.name_en)) {
            if (words.contains(word)) count(suggestion, word, kName);
        }
        if (suggestion.score <= 0) return suggestion;
        for (const auto& word : words_of(matter.guidance_zh)) {
            if (words.contains(word)) {
                suggestion.score += kGuidance * weight(word) * rarity(spread, word, matters);
            }
        }
        return suggestion;
    }
};

}  // namespace

std::vector<Suggestion> suggest(const Catalogue& catalogue, std::string_view text, Time time,
                                std::size_t limit) {
    const auto matters = catalogue.in_force(time);
    const auto spread = spread_of(matters);
    const auto said = words_of(text);
    const Reader reader{lower(text), {said.begin(), said.end()}, spread, matters.size()};
    std::vector<Suggestion> found;
    for (const auto* matter : matters) {
        auto suggestion = reader.judge(*matter);
        if (suggestion.score > 0) found.push_back(std::move(suggestion));
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Suggestion::score);
    if (found.size() > limit) found.resize(limit);
    return found;
}

}  // namespace jingwei::matter
