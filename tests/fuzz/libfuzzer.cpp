// The same targets under Clang's libFuzzer, which sees what an input reaches: tests/fuzz/run.
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>

#include "fuzz.h"

namespace jingwei::fuzz {

void expect(bool holds, const char* promise) {
    if (holds) return;
    std::cerr << "broken promise: " << promise << '\n';
    std::abort();
}

namespace {

/// The one that JINGWEI_FUZZ_TARGET names.
Target chosen() {
    const char* name = std::getenv("JINGWEI_FUZZ_TARGET");
    for (const Target& target : targets()) {
        if (name != nullptr && target.name == name) return target;
    }
    std::cerr << "JINGWEI_FUZZ_TARGET names no target; there are:";
    for (const auto& target : targets())
        std::cerr << ' ' << target.name;
    std::cerr << std::endl;
    _exit(2);  // not exit(), which libFuzzer takes for a failure of the input
}

}  // namespace
}  // namespace jingwei::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto target = jingwei::fuzz::chosen();
    try {
        target.run({reinterpret_cast<const char*>(data), size});
    } catch (const std::exception& thrown) {
        std::cerr << "thrown: " << thrown.what() << '\n';
        std::abort();
    }
    return 0;
}
