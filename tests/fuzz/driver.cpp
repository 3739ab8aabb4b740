#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "fuzz.h"

namespace jingwei::fuzz {
namespace {

constexpr std::size_t kLongestSaying = 400;

/// What the parent still knows when the child is gone.
struct Shared {
    std::uint64_t rounds;
    std::size_t size;
    char saying[kLongestSaying];
    char input[kLargestInput];
};

Shared* shared = nullptr;

/// Room that both processes see, for as long as the program runs.
void share() {
    if (shared == nullptr) {
        void* room = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE,
                          MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (room == MAP_FAILED) throw std::runtime_error("no room to share with a child");
        shared = static_cast<Shared*>(room);
    }
    shared->rounds = shared->size = 0;
    shared->saying[0] = '\0';
}

void say(const char* what) { std::strncpy(shared->saying, what, kLongestSaying - 1); }

[[noreturn]] void work(const Target& target, Mutator& mutator, std::uint64_t rounds) {
    for (; shared->rounds < rounds; ++shared->rounds) {
        const std::string input = mutator.next();
        shared->size = input.size();
        input.copy(shared->input, input.size());
        alarm(kLongestInput_s);
        try {
            target.run(input);
        } catch (const std::exception& thrown) {
            say(thrown.what());
            _exit(1);
        }
    }
    std::exit(0);  // so that what the targets keep is cleared away
}

std::string ending(int status) {
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        return fmt::format("took more than {} s", kLongestInput_s);
    if (WIFSIGNALED(status)) return fmt::format("killed by signal {}", WTERMSIG(status));
    return fmt::format("ended with {}", WEXITSTATUS(status));
}

/// FNV-1a, so that the same input gets the same name.
std::uint64_t digest_of(std::string_view input) {
    std::uint64_t value = 14695981039346656037ULL;
    for (const char c : input)
        value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return value;
}

}  // namespace

void expect(bool holds, const char* promise) {
    if (holds) return;
    if (shared != nullptr) say(promise);
    std::abort();
}

Outcome run_rounds(const Target& target, Mutator mutator, std::uint64_t rounds,
                   const std::filesystem::path& folder) {
    share();
    std::cout.flush();  // or the child says it again
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("no further process");
    if (child == 0) work(target, mutator, rounds);
    int status = 0;
    waitpid(child, &status, 0);
    Outcome outcome{shared->rounds, {}, {}};
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return outcome;
    const std::string_view input{shared->input, shared->size};
    std::filesystem::create_directories(folder);
    outcome.kept = folder / fmt::format("{}-{:016x}", target.name, digest_of(input));
    std::ofstream(outcome.kept, std::ios::binary) << input;
    outcome.failure = ending(status);
    if (shared->saying[0] != '\0') outcome.failure += fmt::format(": {}", shared->saying);
    return outcome;
}

}  // namespace jingwei::fuzz
