#pragma once

#include <set>
#include <string>

#include "demo/random.h"

namespace jingwei::demo {

/// Names of people who do not exist: common surnames, common given names. No name comes twice among
/// kApart in a row; more than there are names can be asked for.
class Names {
public:
    static constexpr std::size_t kApart = 20'000;

    explicit Names(Random random) : random_(random) {}
    std::string next();
    /// Eleven digits that no mobile network gives out (they begin with 100).
    std::string mobile();
    /// A landline in an area code that does not exist.
    std::string landline();

private:
    Random random_;
    std::set<std::string> given_;
    int phones_ = 0;
};

}  // namespace jingwei::demo
