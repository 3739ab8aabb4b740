#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Fuzzing without a compiler that helps: entry points as libFuzzer has them, and a driver that
/// mutates a corpus of seeds for a bounded number of rounds. docs: CONTRIBUTING.md
namespace jingwei::fuzz {

/// Whatever the octets: it returns. A crash, an exception, a broken promise (see expect) and more
/// than kLongestInput_s seconds are what is looked for.
struct Target {
    std::string_view name;  ///< also the folder of its seeds in tests/fuzz/corpus
    void (*run)(std::string_view input);
};

inline constexpr std::size_t kLargestInput = 64 * 1024;
inline constexpr unsigned kLongestInput_s = 10;

std::vector<Target> targets();

/// Of these, what needs the whole house: in house_targets.cpp, and none in no_house.cpp, which is
/// linked where the house takes too long to build.
std::vector<Target> house_targets();

/// Ends the process when `holds` is not so: a promise of the code under test was broken.
void expect(bool holds, const char* promise);

/// Makes inputs out of seeds: flipped, cut, doubled, spliced, with words that parsers stumble over.
/// The same seed and corpus make the same inputs.
class Mutator {
public:
    Mutator(std::vector<std::string> corpus, std::uint64_t seed);
    std::string next();

private:
    std::size_t below(std::size_t bound);
    void mutate(std::string& input);

    std::vector<std::string> corpus_;
    std::mt19937_64 random_;
};

/// What one target came to.
struct Outcome {
    std::uint64_t rounds = 0;
    std::string failure;         ///< empty: none
    std::filesystem::path kept;  ///< the input that failed
};

/// Runs `target` in a process of its own, so that a crash ends only that; the input that did it is
/// written into `folder`.
Outcome run_rounds(const Target& target, Mutator mutator, std::uint64_t rounds,
                   const std::filesystem::path& folder);

/// Every regular file below `folder`; throws when there is none.
std::vector<std::string> read_corpus(const std::filesystem::path& folder);

}  // namespace jingwei::fuzz
