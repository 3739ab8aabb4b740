#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "fuzz.h"

namespace jingwei::fuzz {
namespace {

/// Ends of numbers, of encodings and of every grammar that is read here.
constexpr std::array<std::string_view, 40> kWords{"\r\n",
                                                  "\n",
                                                  "\r\n\r\n",
                                                  std::string_view{"\0", 1},
                                                  "\xff",
                                                  "\xc0\x80",
                                                  "\xed\xa0\x80",
                                                  "\xef\xbb\xbf",
                                                  "0",
                                                  "-1",
                                                  "1e999",
                                                  "-0",
                                                  "1e-400",
                                                  "9223372036854775808",
                                                  "18446744073709551616",
                                                  "NaN",
                                                  "null",
                                                  "true",
                                                  "{}",
                                                  "[]",
                                                  "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                                                  "\"",
                                                  "\\u0000",
                                                  "\\ud800",
                                                  "\\",
                                                  ",",
                                                  "\"\"",
                                                  "--",
                                                  "%00",
                                                  "%zz",
                                                  "%",
                                                  "&",
                                                  "=",
                                                  ";",
                                                  "chunked",
                                                  "Content-Length: 0\r\n",
                                                  "Transfer-Encoding: chunked\r\n",
                                                  "ffffffff\r\n",
                                                  "bytes=0-",
                                                  "\xe3\x80\x80"};

}  // namespace

std::vector<std::string> read_corpus(const std::filesystem::path& folder) {
    std::vector<std::string> corpus;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());  // the order of a folder is nobody's promise
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    if (corpus.empty()) throw std::runtime_error("no seeds in " + folder.string());
    return corpus;
}

Mutator::Mutator(std::vector<std::string> corpus, std::uint64_t seed)
    : corpus_(std::move(corpus)), random_(seed) {}

std::size_t Mutator::below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

std::string Mutator::next() {
    std::string input = corpus_[below(corpus_.size())];
    for (std::size_t left = below(8); left > 0; --left)
        mutate(input);
    if (input.size() > kLargestInput) input.resize(kLargestInput);
    return input;
}

void Mutator::mutate(std::string& input) {
    const std::size_t at = below(input.size() + 1);
    const std::size_t size = below(std::min<std::size_t>(input.size() - at, 64) + 1);
    const std::string& other = corpus_[below(corpus_.size())];
    const std::size_t from = below(other.size());
    const std::string_view word = kWords[below(kWords.size())];
    switch (below(8)) {
        case 0:
            if (at < input.size()) input[at] = static_cast<char>(random_());
            return;
        case 1:
            if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
            return;
        case 2:
            input.erase(at, size);
            return;
        case 3:
            input.insert(at, input.substr(at, size));
            return;
        case 4:
            input.replace(at, size, word);
            return;
        case 5:
            input.insert(at, word);
            return;
        case 6:
            input = input.substr(0, at) + other.substr(from);
            return;
        default:
            input.insert(at, below(2000), at < input.size() ? input[at] : 'a');
    }
}

}  // namespace jingwei::fuzz
