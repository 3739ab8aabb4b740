// The fuzz suite: `./test fuzz` for some seconds; longer by hand:
//
//   build/dev/tests/fuzz/fuzz --rounds 1000000 --seed 7 http json
//   build/dev/tests/fuzz/fuzz --input build/dev/tests/fuzz/failures/json-0123456789abcdef json
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "fuzz.h"

namespace {

using namespace jingwei::fuzz;

struct Asked {
    std::uint64_t rounds = 2'000;
    std::uint64_t seed = 1;
    std::string input;
    std::string corpus = JINGWEI_FUZZ_CORPUS;
    std::string failures = JINGWEI_FUZZ_FAILURES;
    std::vector<std::string> names;

    bool wants(const Target& target) const {
        return names.empty() || std::find(names.begin(), names.end(), target.name) != names.end();
    }
};

/// One input again, in this process: for a debugger.
int run_input(const Asked& asked) {
    std::ifstream in(asked.input, std::ios::binary);
    const std::string input{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    for (const auto& target : targets()) {
        if (asked.wants(target)) target.run(input);
    }
    return 0;
}

int run_all(const Asked& asked) {
    int passed = 0, failed = 0;
    for (const auto& target : targets()) {
        if (!asked.wants(target)) continue;
        const auto outcome = run_rounds(
            target,
            Mutator{read_corpus(std::filesystem::path(asked.corpus) / target.name), asked.seed},
            asked.rounds, asked.failures);
        std::cout << target.name << ": " << outcome.rounds << " inputs, seed " << asked.seed
                  << '\n';
        outcome.failure.empty() ? ++passed : ++failed;
        if (outcome.failure.empty()) continue;
        std::cout << "FAILED: " << target.name << ": " << outcome.failure << "; the input is "
                  << outcome.kept.string() << '\n';
    }
    std::cout << passed << " passed, " << failed << " failed, 0 skipped\n";
    return failed > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App program{"Feeds damaged input to what reads input"};
    Asked asked;
    program.add_option("--rounds", asked.rounds, "inputs per target")->capture_default_str();
    program.add_option("--seed", asked.seed, "another seed, other inputs")->capture_default_str();
    program.add_option("--input", asked.input, "run this file once and nothing else");
    program.add_option("--corpus", asked.corpus, "folder of the seeds");
    program.add_option("--failures", asked.failures, "where inputs that failed are kept");
    program.add_option("target", asked.names, "which; all without it");
    CLI11_PARSE(program, argc, argv);
    return asked.input.empty() ? run_all(asked) : run_input(asked);
}
