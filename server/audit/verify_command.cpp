#include "audit/verify_command.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace jingwei::audit {

void add_verify_command(CLI::App& verify, std::function<Verifier()> open) {
    const auto county = std::make_shared<std::string>();
    auto* audit = verify.add_subcommand(
        "audit", "Find anything that was done to the audit behind the server's back");
    audit->add_option("--county", *county, "Six digits of the county")->required();
    audit->callback([county, open = std::move(open)] {
        const auto report = open().verify(*county);
        std::cout << words(report);
        if (!report.findings.empty()) throw CLI::RuntimeError(1);
    });
}

}  // namespace jingwei::audit
