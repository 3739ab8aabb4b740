#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "cases/case_store.h"

namespace jingwei::cases {

/// Cases as this server last read or wrote them, so that a step on one of them need not read it
/// first. A memory of what was true: whoever writes from it says which revision it was decided on,
/// and starts over when the database has another. It tells nobody anything: what a reader may see,
/// the database says. Thread-safe.
class KnownCases {
public:
    /// The longest unused is forgotten beyond this.
    static constexpr std::size_t kMost = 4096;
    /// Longer ones (texts and clocks, in octets) are not remembered: all together stay below 64 MB.
    static constexpr std::size_t kLongest = 12'000;

    /// Nothing: not known, or known as of another step than `step_no`.
    std::shared_ptr<const LoadedCase> find(const std::string& county, Id<Case> id,
                                           std::int32_t step_no);
    void keep(LoadedCase known);
    void forget(Id<Case> id);

private:
    using Entry = std::shared_ptr<const LoadedCase>;
    void drop(Id<Case> id);

    std::mutex mutex_;
    std::list<Entry> by_use_;  ///< last used first
    std::unordered_map<Id<Case>, std::list<Entry>::iterator> places_;
};

}  // namespace jingwei::cases
