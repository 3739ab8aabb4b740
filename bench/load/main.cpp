// The load client of bench/run: reads a plan (load/plan.h), carries it out against a server on this
// machine, prints the figures as one line of JSON.
//
//   jingwei_load PLAN.json

#include <sys/resource.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

#include "load/driver.h"
#include "load/listeners.h"

namespace {

std::string text_of(const char* file) {
    std::ifstream stream{file};
    if (!stream) throw std::runtime_error(std::string{"cannot read "} + file);
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: jingwei_load PLAN.json\n";
        return 2;
    }
    try {
        raise_file_limit();
        const auto plan = jingwei::load::parse_plan(text_of(argv[1]));
        const bool listens = plan.mode == "listen";
        const auto figures =
            listens ? jingwei::load::listen(plan) : jingwei::load::Driver{plan}.run();
        std::cout << figures << std::endl;
        return 0;
    } catch (const std::exception& problem) {
        std::cerr << "jingwei_load: " << problem.what() << '\n';
        return 1;
    }
}
