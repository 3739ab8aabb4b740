#include "core/search_words.h"

#include <algorithm>
#include <functional>

namespace jingwei {
namespace {

/// One code point and where it ends.
struct Character {
    char32_t code;
    std::string_view bytes;
};

Character first_of(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    std::size_t size = 1;
    if (lead >= 0xf0)
        size = 4;
    else if (lead >= 0xe0)
        size = 3;
    else if (lead >= 0xc0)
        size = 2;
    size = std::min(size, text.size());
    char32_t code = size == 1 ? lead : lead & (0x7f >> size);
    for (std::size_t at = 1; at < size; ++at)
        code = code << 6 | (static_cast<unsigned char>(text[at]) & 0x3f);
    return {code, text.substr(0, size)};
}

bool is_han(char32_t code) {
    return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) ||
           (code >= 0x20000 && code <= 0x3134f) || code == 0x3007;
}

/// The plain lower-case letter or digit that a code point stands for, or 0.
char plain(char32_t code) {
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;  // full-width forms
    if (code >= 'A' && code <= 'Z') return static_cast<char>(code - 'A' + 'a');
    if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9'))
        return static_cast<char>(code);
    return 0;
}

/// Cuts a text into runs of Han characters and runs of letters and digits.
class Runs {
public:
    using Han = std::function<void(const std::vector<std::string_view>&)>;
    using Latin = std::function<void(const std::string&)>;

    static void of(std::string_view text, const Han& han, const Latin& latin) {
        std::vector<std::string_view> characters;
        std::string letters;
        const auto end_run = [&] {
            if (!characters.empty()) han(characters);
            if (!letters.empty()) latin(letters);
            characters.clear();
            letters.clear();
        };
        while (!text.empty()) {
            const auto [code, bytes] = first_of(text);
            text.remove_prefix(bytes.size());
            const char letter = plain(code);
            if (letter ? !characters.empty() : !letters.empty() || !is_han(code)) end_run();
            if (letter)
                letters += letter;
            else if (is_han(code))
                characters.push_back(bytes);
        }
        end_run();
    }
};

std::string pair_of(const std::vector<std::string_view>& run, std::size_t at) {
    return std::string{run[at]} + std::string{run[at + 1]};
}

void add_term(std::string& query, std::string_view word, bool prefix) {
    if (!query.empty()) query += " & ";
    query += '\'';
    query += word;
    query += prefix ? "':*" : "'";
}

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
    std::vector<std::string> words;
    const auto add = [&](std::string word) {
        if (words.size() < kMostSearchWords) words.push_back(std::move(word));
    };
    Runs::of(
        text,
        [&](const auto& run) {
            for (std::size_t at = 0; at + 1 < run.size(); ++at)
                add(pair_of(run, at));
            add(std::string{run.back()});
        },
        add);
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::string search_query(std::string_view text) {
    std::string query;
    Runs::of(
        text,
        [&](const auto& run) {
            if (run.size() == 1) add_term(query, run[0], true);
            for (std::size_t at = 0; at + 1 < run.size(); ++at)
                add_term(query, pair_of(run, at), false);
        },
        [&](const std::string& letters) { add_term(query, letters, true); });
    return query;
}

}  // namespace jingwei
